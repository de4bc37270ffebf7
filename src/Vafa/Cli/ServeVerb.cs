using System.CommandLine;
using Vafa.Features.Network;
using Vafa.Features.Staff;
using Vafa.Web;

namespace Vafa.Cli;

/// <summary>`serve`: migrates the database and serves; tells the way in while no owner has chosen a password.</summary>
internal static class ServeVerb
{
    public static Command Command()
    {
        var urls = new Option<string>("--urls")
        {
            Description = "Addresses to listen on, with ; between them: http and https.",
            DefaultValueFactory = _ => ServeAddress.Default,
        };
        var link = new Option<bool>("--owner-link")
        {
            Description = "Print a one-time owner link also when the owner has a password already.",
        };
        var certificate = new Option<string>("--certificate")
        {
            Description =
                "Certificate for https: PEM with its chain, or PFX. Left out: the one that `certificate` made. "
                + $"A password is taken from {CertificateFiles.PasswordVariable}.",
        };
        var key = new Option<string>("--key") { Description = "Its key, where another PEM file holds it." };
        var proxy = new Option<string[]>("--proxy")
        {
            Description = "Address or network of a proxy whose X-Forwarded headers count; others' are ignored.",
        };
        var command = new Command("serve", "Migrates the database and serves.") { urls, certificate, key, proxy, link };
        command.SetAction(
            (parsed, ct) =>
                Run(
                    new Wanted(
                        parsed.GetValue(Verbs.Data)!,
                        parsed.GetValue(urls)!.Split(';', StringSplitOptions.TrimEntries),
                        parsed.GetValue(certificate),
                        parsed.GetValue(key),
                        parsed.GetValue(proxy) ?? [],
                        parsed.GetValue(link)
                    ),
                    ct
                )
        );
        return command;
    }

    private static async Task<int> Run(Wanted wanted, CancellationToken ct)
    {
        if (wanted.Urls.FirstOrDefault(u => !ServeAddress.IsAddress(u)) is { } wrong)
        {
            return await Say.Sorry(
                Verbs.WrongUse,
                $"\"{wrong}\" is no address to listen on, like {ServeAddress.Default}."
            );
        }

        if (wanted.Proxies.FirstOrDefault(p => TrustedProxies.Read(p) is null) is { } stranger)
        {
            return await Say.Sorry(
                Verbs.WrongUse,
                $"\"{stranger}\" is no address or network of a proxy, like 10.0.0.5 or 10.1.0.0/16."
            );
        }

        if (wanted.Urls.FirstOrDefault(ServeAddress.IsInUse) is { } busy)
        {
            return await Say.Sorry(Verbs.Failed, $"Something else listens on {busy} already.");
        }

        var (exit, certificate) = await ServeCertificate.Find(wanted, ct);
        return certificate is null && exit != Verbs.Done ? exit : await Serve(wanted, certificate, ct);
    }

    private static async Task<int> Serve(Wanted wanted, ServeCertificate? certificate, CancellationToken ct)
    {
        await using var app = await Host.Create(
            wanted.Directory,
            string.Join(';', wanted.Urls),
            builder =>
            {
                var proxies = wanted.Proxies.Select(p => TrustedProxies.Read(p)!.Value).ToList();
                builder.Services.AddSingleton(new TrustedProxies(proxies));
                certificate?.Serve(builder);
            }
        );
        await app.StartAsync(ct);
        string[] open = [.. app.Urls.Select(url => ServeAddress.Open(url, certificate?.Name))];
        ServeAddress.Keep(wanted.Directory, open[0]);
        foreach (var address in open)
        {
            await Say.Line($"Vafa serves at {address}");
        }

        await using (var scope = app.Services.CreateAsyncScope())
        {
            var letIn = scope.ServiceProvider.GetRequiredService<LetOwnerIn>();
            if (await letIn.Run(new LetOwnerInRequest(wanted.AlwaysLink), ct) is { } link)
            {
                await Say.Line($"Owner, sign in once through {ServeAddress.Last(wanted.Directory)}{link.Path}");
            }
        }

        await app.WaitForShutdownAsync(ct);
        return Verbs.Done;
    }

    /// <summary>What `serve` was asked to do.</summary>
    internal sealed record Wanted(
        string Directory,
        string[] Urls,
        string? Certificate,
        string? Key,
        string[] Proxies,
        bool AlwaysLink
    )
    {
        public string? Https => Urls.FirstOrDefault(u => u.StartsWith("https:", StringComparison.OrdinalIgnoreCase));
    }
}
