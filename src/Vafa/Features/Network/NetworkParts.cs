using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vafa.Data;
using Vafa.Web;

namespace Vafa.Features.Network;

/// <summary>The shop's own network: its CA, the certificate that is served, and the pages about them.</summary>
internal static class NetworkParts
{
    public const string AuthorityPath = "/trust/ca.crt";

    public static void Register(IServiceCollection services)
    {
        services.AddTexts(NetworkTexts.Sentences);
        services.AddSingleton(provider => new TlsFolder(provider.GetRequiredService<Database>().Directory));
        services.AddSingleton<MakeCertificate>();
        services.AddSingleton<RenewCertificate>();
        services.AddSingleton<ReadNetwork>();
    }

    /// <summary>Serves https with this certificate.</summary>
    /// <param name="renews">It is of the club's own folder, and made anew in time.</param>
    public static void Serve(
        WebApplicationBuilder builder,
        CertificateFiles files,
        ServerCertificate certificate,
        bool renews
    )
    {
        builder.Services.AddSingleton(files);
        builder.Services.AddSingleton(certificate);
        builder.Services.AddSingleton<ServedCertificate>();
        // HTTP/3 would take one certificate at the start and keep it.
        builder.Services.RemoveAll<IMultiplexedConnectionListenerFactory>();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.ConfigureHttpsDefaults(kestrel.ApplicationServices.GetRequiredService<ServedCertificate>().Arm)
        );
        if (renews)
        {
            builder.Services.TryAddSingleton(RenewalCall.Usual);
            builder.Services.AddHostedService<RenewEachDay>();
        }
    }

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(AuthorityPath, Show).AllowAnonymous().ExcludeFromDescription();

    /// <summary>The certificate is read and written anew, so that nothing else in the file gets out.</summary>
    private static IResult Show(HttpContext context, TlsFolder folder)
    {
        context.Response.Headers.CacheControl = "no-cache";
        using var authority = TlsFolder.Public(folder.AuthorityCertificate);
        return authority is null
            ? TypedResults.NotFound()
            : TypedResults.File(
                Encoding.ASCII.GetBytes(authority.ExportCertificatePem()),
                "application/x-x509-ca-cert",
                "vafa-ca.crt"
            );
    }
}
