using Microsoft.Extensions.FileProviders;

namespace Vafa.Ui;

/// <summary>Serves the pages and their files.</summary>
public static class Pages
{
    public static void Register(IServiceCollection services, string webRoot)
    {
        services.AddRazorComponents();
        services.AddScoped<Reader>();
        services.AddSingleton(_ => Assets.Read(webRoot));
    }

    public static void Map(WebApplication app)
    {
        app.MapRazorComponents<Site>();
    }

    /// <summary>The built files: hashed names, so they are kept for a year. Anything else under /dist is no file of ours.</summary>
    public static void ServeAssets(WebApplication app) =>
        app.UseStaticFiles(
            new StaticFileOptions
            {
                RequestPath = "/dist/assets",
                FileProvider = new PhysicalFileProvider(Path.Combine(app.Environment.WebRootPath, "dist", "assets")),
                OnPrepareResponse = context =>
                    context.Context.Response.Headers.CacheControl = "public, max-age=31536000, immutable",
            }
        );
}
