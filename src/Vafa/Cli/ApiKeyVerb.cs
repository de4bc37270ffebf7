using System.CommandLine;
using Vafa.Features.ApiKeys;
using Vafa.Web;

namespace Vafa.Cli;

/// <summary>`apikey create`: prints one line, the key; it works at once.</summary>
internal static class ApiKeyVerb
{
    public static Command Command()
    {
        var name = new Option<string>("--name")
        {
            Description = "What the key is called in the audit log.",
            Required = true,
        };
        var scope = new Option<string[]>("--scope")
        {
            Description = $"What it may do, with commas between: {string.Join(", ", Scopes.Known)}.",
            DefaultValueFactory = _ => [Scopes.All],
            AllowMultipleArgumentsPerToken = true,
        };
        var create = new Command("create", "Makes a key and prints it, this once.") { name, scope };
        create.SetAction(
            (parsed, ct) =>
                Run(parsed.GetValue(Verbs.Data)!, parsed.GetValue(name)!, Words(parsed.GetValue(scope)!), ct)
        );
        return new Command("apikey", "Keys for tills, shops and programs.") { create };
    }

    private static async Task<int> Run(string directory, string name, string[] scopes, CancellationToken ct)
    {
        if (scopes.FirstOrDefault(s => !Scopes.Known.Contains(s) && s != Scopes.All) is { } unknown)
        {
            var known = string.Join(", ", Scopes.Known);
            return await Say.Sorry(
                Verbs.WrongUse,
                $"There is no scope \"{unknown}\"; the scopes are {known}, {Scopes.All}."
            );
        }

        await using var club = await Club.Open(directory, ct: ct);
        await using var scope = club.Services.CreateAsyncScope();
        var create = scope.ServiceProvider.GetRequiredService<CreateApiKey>();
        var made = await create.Run(new CreateApiKeyRequest(name, scopes, Actor.System), ct);
        if (made.IsRefused)
        {
            return await Say.Refused(club, made.Refusals);
        }

        await Say.Line(made.Value.Key);
        return Verbs.Done;
    }

    private static string[] Words(string[] written) =>
        [
            .. written.SelectMany(w =>
                w.Split([',', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            ),
        ];
}
