using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
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
        BuiltFiles.Register(services);
        services.AddScoped<Reader>();
        services.AddSingleton(provider => Assets.Read(provider.GetRequiredService<IWebHostEnvironment>().WebRootPath));
    }

    /// <summary>Before routing: the built files, and a page of our own where a page is refused or breaks.</summary>
    public static void UseFirst(WebApplication app)
    {
        BuiltFiles.Use(app);
        app.UseWhen(context => !IsForMachines(context.Request.Path), pages => pages.UseResponseCompression());
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
        ClubStyle.Map(app);
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
}

/// <summary>A page for whoever builds this program: outside of Development it is not there.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DevelopmentOnlyAttribute : Attribute;

/// <summary>The scope that a page needs; without it nobody but the signed-in may read it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForScopeAttribute(string scope) : Attribute
{
    public string Scope { get; } = scope;

    /// <summary>The page is there to act: who may read but not change has nothing to do on it.</summary>
    public bool ToAct { get; init; }
}
