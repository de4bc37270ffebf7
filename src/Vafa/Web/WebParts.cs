using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using Vafa.Web.Description;

namespace Vafa.Web;

/// <summary>Registers the plumbing of the web and puts it in order.</summary>
internal static class WebParts
{
    public static void Register(IServiceCollection services)
    {
        services.AddTexts(WebTexts.All);
        services.AddTexts(DocumentTexts.All);
        services.AddSingleton<Texts>();
        TrustedProxies.Register(services);
        services.AddSingleton<ClubVoice>();
        services.AddSingleton<FailedTries>();
        services.AddSingleton<KeysInProgress>();
        services.AddScoped<Idempotency>();
        ApiDescription.Register(services);
        services.AddDataProtection().SetApplicationName("vafa");
        services.AddSingleton<IXmlRepository, KeysInDatabase>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(
            provider => new ConfigureOptions<KeyManagementOptions>(options =>
                options.XmlRepository = provider.GetRequiredService<IXmlRepository>()
            )
        );
    }

    /// <summary>A body over the limit is refused by <see cref="Body"/>, with a problem document.</summary>
    public static void Limit(Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = null;
    }

    /// <summary>What every call passes before anybody asks who it is.</summary>
    public static void UseFirst(IApplicationBuilder app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<Faults>();
        app.UseRouting();
    }
}
