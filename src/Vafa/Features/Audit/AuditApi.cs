using System.Text.Json;
using Vafa.Core.Values;
using Vafa.Features.Programme;
using Vafa.Ui;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Audit;

/// <summary>GET /audit.</summary>
internal static class AuditApi
{
    public static void Register(IServiceCollection services) => services.AddScoped<FindAudit>();

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/api/v1/audit", Find)
            .WithTags("audit")
            .Needs(Scopes.Audit)
            .Describe("listAudit", "Who changed what, newest first, each with a sentence in the caller's language.")
            .Asks("by", "Who: `staff:sara`, `key:till` or `system`.")
            .Asks("action", "What was done: `offer.put`.")
            .Asks("subject", "What it was done to: `offer/birthday`.")
            .Asks("from", "Not before this moment.", typeof(DateTimeOffset))
            .Asks("to", "Before this moment.", typeof(DateTimeOffset))
            .GivesList<AuditItem>();

    private static async Task<IResult> Find(
        HttpContext context,
        FindAudit find,
        ProgrammeStore programmes,
        TimeProvider clock
    )
    {
        var ct = context.RequestAborted;
        var paging = Paging.Read(context, FindAudit.CursorParts);
        var filter = AuditFilter.Read(context.Request.Query);
        if (paging.IsRefused || filter.IsRefused)
        {
            return Answers.Refused([.. paging.Refusals, .. filter.Refusals]);
        }

        var found = await find.Run(filter.Value, paging.Value, ct);
        var club = await programmes.Newest(ct);
        var words = club.Wording(context.Wording().Persian);
        var dates = new Dates(words, club.Time, clock.GetUtcNow());
        return Answers.Of(
            found,
            list => Answers.Value(new Listed<AuditItem>([.. list.Items.Select(e => Item(e, words, dates))], list.Next))
        );
    }

    private static AuditItem Item(AuditEntry entry, Wording words, Dates dates)
    {
        var told = AuditSentence.Of(entry, words, dates);
        return new AuditItem(
            entry.Id,
            entry.At,
            entry.By,
            entry.Action,
            entry.Subject,
            told.Sentence,
            told.Fields,
            Json(entry.Before),
            Json(entry.After)
        );
    }

    private static JsonElement? Json(string? text) =>
        text is null ? null : JsonSerializer.Deserialize<JsonElement>(text);

    /// <summary>A change in a list.</summary>
    /// <param name="Sentence">In the caller's language: who did what to what.</param>
    /// <param name="Fields">What is other than before, as it would be shown to a person.</param>
    internal sealed record AuditItem(
        Guid Id,
        DateTimeOffset At,
        string By,
        string Action,
        string Subject,
        string Sentence,
        IReadOnlyList<AuditField> Fields,
        JsonElement? Before,
        JsonElement? After
    );
}
