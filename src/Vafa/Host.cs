using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa;

/// <summary>Puts the product together: one place that lists every part.</summary>
public static class Host
{
    /// <summary>
    /// Migrates the club in <paramref name="directory"/> (or the PostgreSQL that ConnectionStrings__Postgres names) and
    /// builds the web application, ready to run. <paramref name="configure"/> lets tests replace the clock.
    /// </summary>
    public static async Task<WebApplication> Create(
        string directory,
        string? urls,
        Action<WebApplicationBuilder>? configure = null
    )
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, WebRootPath = "wwwroot" }
        );
        if (urls is not null)
        {
            builder.WebHost.UseUrls(urls);
        }

        builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
        Directory.CreateDirectory(directory);
        Register(builder.Services, Database.From(builder.Configuration, directory));
        configure?.Invoke(builder);
        var app = builder.Build();
        await Migrate(app.Services);
        Map(app);
        return app;
    }

    /// <summary>The parts without the web: what the commands use too.</summary>
    public static void Register(IServiceCollection services, Database database)
    {
        services.AddSingleton(TimeProvider.System);
        database.Register(services);
    }

    /// <summary>Brings the database to this version and gives a new club its first programme.</summary>
    public static async Task Migrate(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await db.Database.MigrateAsync();
    }

    private static void Map(WebApplication app) { }
}
