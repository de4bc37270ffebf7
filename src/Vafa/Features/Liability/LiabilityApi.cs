using Vafa.Core.Values;
using Vafa.Features.Export;
using Vafa.Features.Home;
using Vafa.Features.Ledger;
using Vafa.Features.Programme;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Liability;

/// <summary>What the club owes, as figures and as a file for the general ledger.</summary>
internal static class LiabilityApi
{
    private const string Csv = "text/csv";

    public static void Register(IServiceCollection services)
    {
        services.AddScoped<ReadMovements>();
        services.AddScoped<ReadUnitPast>();
        services.AddScoped<SumLots>();
        services.AddScoped<ReadLots>();
        services.AddScoped<ReadLiabilityMonths>();
        services.AddScoped<ReadPlanUse>();
        services.AddScoped<ReadLiability>();
        services.AddScoped<ReadBook>();
        services.AddScoped<TakeLiability>();
        services.AddHostedService<LiabilityEachDay>();
        services.AddTexts(
            new Dictionary<string, (string Fa, string En)>(StringComparer.Ordinal)
            {
                ["ledger.period-backwards"] = ("روز پایان پیش از روز آغاز است.", "The last day lies before the first."),
                ["ledger.period-ahead"] = (
                    "روز پایان هنوز نیامده است؛ تا امروز را بگیرید.",
                    "The last day is yet to come; take it until today."
                ),
                ["ledger.period-too-long"] = (
                    "این فایل حداکثر {0} روز را می‌گیرد؛ بازهٔ کوتاه‌تری بخواهید.",
                    "This file holds at most {0} days; ask for fewer."
                ),
            }
        );
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/liability", Read)
            .WithTags("reports")
            .Needs(Scopes.Reports)
            .Describe("getLiability", "What the club owes its members: by unit, age, end, branch and month, and plans.")
            .Asks("branch", "Only what this branch gave; plans stay the whole club's.")
            .Gives<LiabilityFigures>();
        app.MapGet("/api/v1/ledger/export", Export)
            .WithTags("reports")
            .Needs(Scopes.Reports)
            .Describe(
                "exportLedger",
                "The ledger of some days as double entries for the general ledger, a CSV file: of each period what the "
                    + "wallets held, what moved against which account, and what they hold then, in amounts and money."
            )
            .Asks("from", "The first business day, 2026-03-21.")
            .Asks("to", "The last business day, itself included; not after today.")
            .Asks("by", "What a period is: month of the club's calendar, or day. Left out: month.")
            .Produces<byte[]>(StatusCodes.Status200OK, Csv);
    }

    private static async Task<IResult> Read(HttpContext context, ReadLiability read, CancellationToken ct)
    {
        var branch = context.Request.Query["branch"].ToString().Trim();
        return Answers.Of(await read.Run(new LiabilityRequest(branch.Length == 0 ? null : branch), ct));
    }

    private static async Task<IResult> Export(
        HttpContext context,
        ReadBook read,
        RecordExport record,
        ProgrammeStore programmes,
        TimeProvider clock
    )
    {
        var ct = context.RequestAborted;
        var club = await programmes.Newest(ct);
        var asked = BookRequest.Read(context.Request.Query, club.Time.DayOf(clock.GetUtcNow()));
        if (asked.IsRefused)
        {
            return Answers.Refused(asked.Refusals);
        }

        var query = context.Request.QueryString.Value?.TrimStart('?') ?? "";
        await record.Run(context.Actor(), "ledger.export", query, ct);
        var file = new BookCsv(club, club.Wording(context.Wording().Persian));
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(
            to => file.Write(read.Run(asked.Value, club.Time, ct), to, ct),
            Csv + "; charset=utf-8",
            $"ledger-{asked.Value.From:yyyy-MM-dd}-{asked.Value.To:yyyy-MM-dd}.csv"
        );
    }
}
