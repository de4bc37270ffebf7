using Vafa.Core.Values;
using Vafa.Features.Network;
using Vafa.Web;

namespace Vafa.Cli;

/// <summary>The certificate that `serve` serves with: the one it was given, or the one in the club's folder.</summary>
internal sealed class ServeCertificate
{
    private static readonly Texts Texts = new([new TextSheet(NetworkTexts.Sentences)]);

    private readonly CertificateFiles files;
    private readonly ServerCertificate certificate;
    private readonly bool isOwn;

    private ServeCertificate(CertificateFiles files, ServerCertificate certificate, bool isOwn)
    {
        (this.files, this.certificate, this.isOwn) = (files, certificate, isOwn);
    }

    /// <summary>The first name it speaks for, that a browser can be sent to.</summary>
    public string? Name =>
        certificate.Names.Names.FirstOrDefault(n => !n.StartsWith('*'))
        ?? certificate.Names.Addresses.Select(a => new UriBuilder("https", a.ToString()).Uri.Host).FirstOrDefault();

    /// <summary>Null where none is needed; else an exit code when there is none, after its sentence.</summary>
    public static async Task<(int Exit, ServeCertificate? Found)> Find(ServeVerb.Wanted wanted, CancellationToken ct)
    {
        if (wanted.Https is not { } https)
        {
            return (wanted.Certificate ?? wanted.Key) is { } unused
                ? (await Say.Sorry(Verbs.WrongUse, $"{unused} is for https, and --urls names no https address."), null)
                : (Verbs.Done, null);
        }

        var folder = new TlsFolder(wanted.Directory);
        if (wanted.Certificate is null && wanted.Key is not null)
        {
            return (
                await Say.Sorry(Verbs.WrongUse, "--key belongs to a certificate; name it with --certificate."),
                null
            );
        }

        if (wanted.Certificate is null && !File.Exists(folder.ServerCertificate))
        {
            var sentence =
                $"{https} needs a certificate: `vafa certificate --name vafa.shop.lan` makes one, "
                + "or name one you have with --certificate FILE.";
            return (await Say.Sorry(Verbs.WrongUse, sentence), null);
        }

        if (wanted.Certificate is null)
        {
            await Renew(folder, ct);
        }

        var password = Environment.GetEnvironmentVariable(CertificateFiles.PasswordVariable);
        var files = wanted.Certificate is { } given
            ? new CertificateFiles(given, wanted.Key, string.IsNullOrEmpty(password) ? null : password)
            : CertificateFiles.Of(folder);
        var read = ReadCertificate.From(files);
        var against = read.IsRefused
            ? read.Refusals[0]
            : read.Value.Against(files.Certificate, TimeProvider.System.GetUtcNow());
        return against is null
            ? (Verbs.Done, new ServeCertificate(files, read.Value, wanted.Certificate is null))
            : (await Sorry(against, wanted.Certificate is null), null);
    }

    public void Serve(WebApplicationBuilder builder) => NetworkParts.Serve(builder, files, certificate, isOwn);

    private static async Task Renew(TlsFolder folder, CancellationToken ct)
    {
        var clock = TimeProvider.System;
        var renewed = await new RenewCertificate(folder, clock, new MakeCertificate(folder, clock)).Run(ct);
        if (renewed.IsRefused)
        {
            await Say.Sorry(Sentence(renewed.Refusals[0]));
        }
        else if (renewed.Value is { } made)
        {
            await Say.Line($"The certificate was renewed until {Say.Day(made.Until)}.");
        }
    }

    /// <summary>
    /// A file that was named wrong is a wrong use; one that has run out, or that Vafa keeps itself, is the machine's.
    /// </summary>
    private static Task<int> Sorry(Refusal refusal, bool isOwn) =>
        Say.Sorry(isOwn || refusal.Kind == RefusalKind.Conflict ? Verbs.Failed : Verbs.WrongUse, Sentence(refusal));

    public static string Sentence(Refusal refusal) => Texts.Say(refusal, Say.English);
}
