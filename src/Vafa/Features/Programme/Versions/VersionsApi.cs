using Vafa.Core.Values;
using Vafa.Ui;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Programme.Versions;

/// <summary>GET /programme/versions, and one of them.</summary>
internal static class VersionsApi
{
    public static void Register(IServiceCollection services)
    {
        services.AddScoped<ReadVersions>();
        services.AddScoped<TellVersions>();
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        var versions = app.MapGroup("/api/v1/programme/versions").WithTags("programme").Needs(Scopes.Offers);
        versions
            .MapGet("", List)
            .Describe(
                "listProgrammeVersions",
                "Every change of the programme, newest first: who, when, and what differs in the caller's language."
            )
            .GivesList<VersionTold>();
        versions
            .MapGet("/{version}", One)
            .Describe(
                "getProgrammeVersion",
                "One version; a receipt's `programmeVersion` names the one that decided it."
            )
            .Gives<VersionTold>();
    }

    private static async Task<IResult> List(
        HttpContext context,
        TellVersions tell,
        ProgrammeStore programmes,
        TimeProvider clock
    )
    {
        var ct = context.RequestAborted;
        var paging = Paging.Read(context, ReadVersions.CursorParts);
        if (paging.IsRefused)
        {
            return Answers.Refused(paging.Refusals);
        }

        var (words, dates) = await Speech(context, programmes, clock);
        return Answers.Of(await tell.Run(paging.Value, words, dates, ct));
    }

    private static async Task<IResult> One(
        HttpContext context,
        TellVersions tell,
        ProgrammeStore programmes,
        TimeProvider clock
    )
    {
        var version = context.Request.RouteValues["version"] as string ?? "";
        var (words, dates) = await Speech(context, programmes, clock);
        return Answers.Of(await tell.One(version, words, dates, context.RequestAborted));
    }

    /// <summary>How the club speaks in the caller's language.</summary>
    private static async Task<(Wording Words, Dates Dates)> Speech(
        HttpContext context,
        ProgrammeStore programmes,
        TimeProvider clock
    )
    {
        var club = await programmes.Newest(context.RequestAborted);
        var words = club.Wording(context.Wording().Persian);
        return (words, new Dates(words, club.Time, clock.GetUtcNow()));
    }
}
