using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Features.ApiKeys;
using Vafa.Features.Audit;
using Vafa.Features.Demo;
using Vafa.Features.Demo.Travel;
using Vafa.Features.Engagements;
using Vafa.Features.Export;
using Vafa.Features.Home;
using Vafa.Features.Import;
using Vafa.Features.Import.Jobs;
using Vafa.Features.Joining;
using Vafa.Features.Ledger;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Liability;
using Vafa.Features.Members;
using Vafa.Features.Members.Merging;
using Vafa.Features.Messages;
using Vafa.Features.Network;
using Vafa.Features.Night;
using Vafa.Features.Offers;
using Vafa.Features.Products;
using Vafa.Features.Programme;
using Vafa.Features.Programme.Approval;
using Vafa.Features.Programme.FirstRun;
using Vafa.Features.Programme.Versions;
using Vafa.Features.Purchases;
using Vafa.Features.Register;
using Vafa.Features.Rulebooks;
using Vafa.Features.Search;
using Vafa.Features.Staff;
using Vafa.Features.Tiers;
using Vafa.Features.Tiers.Pictures;
using Vafa.Features.Tills;
using Vafa.Features.Timeline;
using Vafa.Features.Trial;
using Vafa.Features.Views;
using Vafa.Ui;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa;

/// <summary>Puts the product together: one place that lists every part.</summary>
public static class Host
{
    /// <summary>
    /// Migrates the club in <paramref name="directory"/> (or the PostgreSQL that ConnectionStrings__Postgres names) and
    /// builds the web application, ready to run. <paramref name="configure"/> lets tests replace the clock.
    /// </summary>
    public static Task<WebApplication> Create(
        string directory,
        string? urls,
        Action<WebApplicationBuilder>? configure = null
    ) => Create(configuration => Database.From(configuration, directory), urls, configure);

    /// <summary>The same over a database that is already chosen.</summary>
    public static Task<WebApplication> Create(
        Database database,
        string? urls,
        Action<WebApplicationBuilder>? configure = null
    ) => Create(_ => database, urls, configure);

    private static async Task<WebApplication> Create(
        Func<IConfiguration, Database> choose,
        string? urls,
        Action<WebApplicationBuilder>? configure
    )
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, WebRootPath = "wwwroot" }
        );
        if (urls is not null)
        {
            builder.WebHost.UseUrls(urls);
        }

        builder.WebHost.ConfigureKestrel(WebParts.Limit);
        Quiet(builder.Logging);
        var database = choose(builder.Configuration);
        Database.MakeFolder(database.Directory);
        Register(builder.Services, database);
        configure?.Invoke(builder);
        TravelApi.Register(builder);
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
        WebParts.Register(services);
        ApiKeyParts.Register(services);
        ProgrammeParts.Register(services);
        ProductParts.Register(services);
        services.AddScoped<AnySale>();
        StaffApi.Register(services);
        AuditApi.Register(services);
        MembersApi.Register(services);
        StatementApi.Register(services);
        MergesApi.Register(services);
        EventsApi.Register(services);
        ImportParts.Register(services);
        services.AddSingleton<FillDemo>();
        services.AddScoped<DemoClub>();
        TravelApi.Register(services);
        TimelineApi.Register(services);
        MessagesApi.Register(services);
        SearchApi.Register(services);
        ViewsApi.Register(services);
        ExportApi.Register(services);
        Pages.Register(services);
        PurchaseParts.Register(services, database);
        HomeApi.Register(services);
        NightsApi.Register(services);
        NetworkParts.Register(services);
        LiabilityApi.Register(services);
        OffersApi.Register(services);
        TiersApi.Register(services);
        UnitTrialApi.Register(services);
        TierPicturesApi.Register(services);
        TillApi.Register(services);
        JoinApi.Register(services);
        RulebookApi.Register(services);
        RegistersApi.Register(services);
    }

    /// <summary>Brings the database to this version and gives a new club its first programme.</summary>
    public static async Task Migrate(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        // To migrate compares the whole model with the last migration first, also where there is nothing to do.
        if ((await db.Database.GetPendingMigrationsAsync()).Any())
        {
            await db.Database.MigrateAsync();
        }

        await scope.ServiceProvider.GetRequiredService<FirstProgramme>().Run(CancellationToken.None);
        await services.GetRequiredService<ProgrammeStore>().Newest(CancellationToken.None);
        var store = services.GetRequiredService<LaneStore>();
        await new FillRollUps(services.GetRequiredService<Database>(), store).Run(CancellationToken.None);
    }

    /// <summary>
    /// Only what somebody must look at. A failed write is either expected (a mobile that is taken) or logged once, as
    /// the fault it is, by <see cref="Faults"/>; EF would log both with a stack.
    /// </summary>
    private static void Quiet(ILoggingBuilder logging) =>
        logging
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.EntityFrameworkCore.Update", LogLevel.None)
            .AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None)
            .AddFilter("Microsoft.EntityFrameworkCore.Database.Connection", LogLevel.None)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddFilter(typeof(StaffSessionHandler).FullName, LogLevel.Warning);

    private static void Map(WebApplication app)
    {
        // Before anybody asks who calls: the limits of guessing count by address.
        app.UseForwardedHeaders();
        Pages.UseFirst(app);
        WebParts.UseFirst(app);
        app.UseMiddleware<KeyCallers>();
        app.UseAuthentication();
        app.UseMiddleware<TillCallers>();
        app.UseMiddleware<ApiGate>();
        app.UseAuthorization();
        Pages.UseReader(app);
        app.UseMiddleware<ReaderOfClub>();
        app.UseMiddleware<SameRules>();
        app.UseMiddleware<FirstRunGate>();
        app.UseMiddleware<FrontDoor>();
        app.UseMiddleware<FollowMerged>();
        Health.Map(app);
        ApiDescription.Map(app);
        ProgrammeApi.Map(app);
        ApprovalApi.Map(app);
        VersionsApi.Map(app);
        ClubApi.Map(app);
        FirstRunApi.Map(app);
        ProductsApi.Map(app);
        StaffApi.Map(app);
        MembersApi.Map(app);
        StatementApi.Map(app);
        Pages.Map(app);
        PurchasesApi.Map(app);
        AdjustmentsApi.Map(app);
        WalletsApi.Map(app);
        MergesApi.Map(app);
        EventsApi.Map(app);
        HomeApi.Map(app);
        ApiKeysApi.Map(app);
        AuditApi.Map(app);
        TimelineApi.Map(app);
        MonthsApi.Map(app);
        MessagesApi.Map(app);
        SearchApi.Map(app);
        ViewsApi.Map(app);
        ExportApi.Map(app);
        ImportsApi.Map(app);
        NightsApi.Map(app);
        NetworkParts.Map(app);
        TravelApi.Map(app);
        LiabilityApi.Map(app);
        OffersApi.Map(app);
        TiersApi.Map(app);
        UnitTrialApi.Map(app);
        TierPicturesApi.Map(app);
        TillApi.Map(app);
        JoinApi.Map(app);
        RulebookApi.Map(app);
        RegistersApi.Map(app);
    }
}
