using System.CommandLine;
using Vafa.Features.Staff;

namespace Vafa.Cli;

/// <summary>`serve`: migrates the database and serves; tells the way in while no owner has chosen a password.</summary>
internal static class ServeVerb
{
    public static Command Command()
    {
        var urls = new Option<string>("--urls")
        {
            Description = "Address to listen on.",
            DefaultValueFactory = _ => ServeAddress.Default,
        };
        var link = new Option<bool>("--owner-link")
        {
            Description = "Print a one-time owner link also when the owner has a password already.",
        };
        var command = new Command("serve", "Migrates the database and serves.") { urls, link };
        command.SetAction(
            (parsed, ct) => Run(parsed.GetValue(Verbs.Data)!, parsed.GetValue(urls)!, parsed.GetValue(link), ct)
        );
        return command;
    }

    private static async Task<int> Run(string directory, string urls, bool alwaysLink, CancellationToken ct)
    {
        if (urls.Split(';').FirstOrDefault(u => !ServeAddress.IsAddress(u)) is { } wrong)
        {
            return await Say.Sorry(
                Verbs.WrongUse,
                $"\"{wrong}\" is no address to listen on, like {ServeAddress.Default}."
            );
        }

        if (urls.Split(';').FirstOrDefault(ServeAddress.IsInUse) is { } busy)
        {
            return await Say.Sorry(Verbs.Failed, $"Something else listens on {busy} already.");
        }

        await using var app = await Host.Create(directory, urls);
        await app.StartAsync(ct);
        var address = app.Urls.First();
        ServeAddress.Keep(directory, address);
        await Say.Line($"Vafa serves at {ServeAddress.Last(directory)}");
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var letIn = scope.ServiceProvider.GetRequiredService<LetOwnerIn>();
            if (await letIn.Run(new LetOwnerInRequest(alwaysLink), ct) is { } link)
            {
                await Say.Line($"Owner, sign in once through {ServeAddress.Last(directory)}{link.Path}");
            }
        }

        await app.WaitForShutdownAsync(ct);
        return Verbs.Done;
    }
}
