using Vafa.Web;

namespace Vafa.Features.ApiKeys;

internal static class ApiKeyParts
{
    public static void Register(IServiceCollection services)
    {
        services.AddTexts(ApiKeyTexts.All);
        services.AddSingleton<KnownKeys>();
        services.AddScoped<CreateApiKey>();
        services.AddScoped<ReadApiKeys>();
        services.AddScoped<RevokeApiKey>();
    }
}
