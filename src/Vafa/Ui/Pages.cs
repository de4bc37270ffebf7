using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.WebEncoders;
using Vafa.Web;

namespace Vafa.Ui;

/// <summary>Serves the pages and their files.</summary>
public static class Pages
{
    public static void Register(IServiceCollection services)
    {
        services.AddRazorComponents();
        // Persian stays readable in the page's source, and half as long.
        services.Configure<WebEncoderOptions>(options =>
            options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All)
        );
        services.AddScoped<Reader>();
        services.AddSingleton(provider => Assets.Read(provider.GetRequiredService<IWebHostEnvironment>().WebRootPath));
    }

    /// <summary>Before routing: the built files, and a page of our own where a page is refused or breaks.</summary>
    public static void UseFirst(WebApplication app)
    {
        ServeAssets(app);
        app.UseWhen(
            context => !IsForMachines(context.Request.Path),
            pages =>
            {
                // A scope of its own: a page that found nothing has already used up what renders pages.
                pages.UseExceptionHandler("/no/500", createScopeForErrors: true);
                pages.UseStatusCodePagesWithReExecute("/no/{0}", null, createScopeForStatusCodePages: true);
            }
        );
    }

    /// <summary>After sign-in: who reads, and whether he may.</summary>
    public static void UseReader(WebApplication app) => app.UseMiddleware<PageGate>();

    public static void Map(WebApplication app)
    {
        app.MapGet("/", () => TypedResults.Redirect("/sale")).RequireAuthorization().ExcludeFromDescription();
        var pages = app.MapRazorComponents<Site>();
        pages.RequireAuthorization();
        pages.DisableAntiforgery();

        // Pages are only read; forms are posted to endpoints, which guard themselves.
        pages.Add(page =>
        {
            foreach (var methods in page.Metadata.OfType<HttpMethodMetadata>().ToList())
            {
                page.Metadata.Remove(methods);
            }

            page.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
        });
    }

    internal static bool IsPage(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    private static bool IsForMachines(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase);

    /// <summary>The built files have hashed names, so browsers keep them for a year.</summary>
    private static void ServeAssets(WebApplication app)
    {
        var folder = Path.Combine(app.Environment.WebRootPath, "dist", "assets");
        if (!Directory.Exists(folder))
        {
            return;
        }

        app.UseStaticFiles(
            new StaticFileOptions
            {
                RequestPath = "/dist/assets",
                FileProvider = new PhysicalFileProvider(folder),
                OnPrepareResponse = file =>
                    file.Context.Response.Headers.CacheControl = "public, max-age=31536000, immutable",
            }
        );
    }
}

/// <summary>The scope that a page needs; without it nobody but the signed-in may read it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForScopeAttribute(string scope) : Attribute
{
    public string Scope { get; } = scope;
}
