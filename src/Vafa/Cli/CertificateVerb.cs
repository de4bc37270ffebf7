using System.CommandLine;
using Vafa.Core.Values;
using Vafa.Features.Network;

namespace Vafa.Cli;

/// <summary>
/// `certificate`: makes the shop's own CA and a certificate for its server, so that devices of its network read pages
/// over https.
/// </summary>
internal static class CertificateVerb
{
    /// <summary>A port that needs no rights, beside the one of http.</summary>
    private const int Port = 5443;

    public static Command Command()
    {
        var name = new Option<string[]>("--name")
        {
            Description = "Name by which devices find this machine, like vafa.shop.lan; may be given again.",
        };
        var address = new Option<string[]>("--address")
        {
            Description = "Address by which they find it, like 192.168.1.20; may be given again.",
        };
        var anew = new Option<bool>("--new-ca")
        {
            Description = "Make another CA, also where devices trust one already.",
        };
        var command = new Command("certificate", "Makes a certificate for the shop's own network.")
        {
            name,
            address,
            anew,
        };
        command.SetAction(
            (parsed, ct) =>
                Run(
                    parsed.GetValue(Verbs.Data)!,
                    CertificateNames.Read(parsed.GetValue(name) ?? [], parsed.GetValue(address) ?? []),
                    parsed.GetValue(anew),
                    ct
                )
        );
        return command;
    }

    private static async Task<int> Run(
        string directory,
        Outcome<CertificateNames> names,
        bool newAuthority,
        CancellationToken ct
    )
    {
        if (names.IsRefused)
        {
            return await Sorry(names.Refusals[0]);
        }

        var folder = new TlsFolder(directory);
        var make = new MakeCertificate(folder, TimeProvider.System);
        var made = await make.Run(new MakeCertificateRequest(names.Value, newAuthority), ct);
        if (made.IsRefused)
        {
            return await Sorry(made.Refusals[0]);
        }

        await Tell(directory, folder, made.Value);
        return Verbs.Done;
    }

    private static async Task Tell(string directory, TlsFolder folder, MadeCertificate made)
    {
        var state = made.IsNewAuthority ? "made" : "kept, devices that trust it need nothing";
        await Say.Line($"Shop CA: {folder.AuthorityCertificate} ({state}), until {Say.Day(made.AuthorityUntil)}");
        await Say.Line($"  SHA-256 {made.Fingerprint}");
        await Say.Line($"Server certificate: {folder.ServerCertificate}, until {Say.Day(made.Until)}");
        await Say.Line($"  for {string.Join(", ", made.Names.All)}");
        var data = directory == "data" ? "" : $" --data {directory}";
        await Say.Line($"Serve with it: ./vafa serve --urls \"https://0.0.0.0:{Port}\"{data}");
        var host = new UriBuilder("https", made.Names.All[0], Port, "trust").Uri;
        await Say.Line($"Then open {host} on each device: the page tells how to trust the shop CA.");
    }

    private static Task<int> Sorry(Refusal refusal) =>
        Say.Sorry(
            refusal.Kind == RefusalKind.Conflict ? Verbs.Failed : Verbs.WrongUse,
            ServeCertificate.Sentence(refusal)
        );
}
