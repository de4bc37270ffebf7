using System.Text.Json;
using System.Text.Json.Serialization;
using Vafa.Core.Values;
using Vafa.Features.Programme;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Members.Bulk;

/// <summary>Changes of many members at once: first said, then done.</summary>
internal static class BulkApi
{
    public static void Register(IServiceCollection services)
    {
        services.AddScoped<ChangeMany>();
        services.AddTexts(Sentences);
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        var bulk = app.MapGroup("/api/v1/members/bulk").WithTags("members").Needs(Scopes.Members);
        bulk.MapPost("/preview", Preview)
            .Describe("previewBulk", "How many members a change of many would meet; changes nothing.")
            .Takes<BulkShape>()
            .Gives<BulkPreview>();
        bulk.MapPost("", Run)
            .Describe("changeManyMembers", "Adds many members to a group, takes them out, or sets a field of theirs.")
            .Once()
            .Takes<BulkRunShape>()
            .Gives<BulkPreview>();
    }

    private static async Task<IResult> Preview(HttpContext context, ChangeMany change, ProgrammeStore programmes)
    {
        var ct = context.RequestAborted;
        var body = await Body.Read(context, ct);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var club = await programmes.Newest(ct);
        var read = BulkDocument.Read(body.Reader(), club, expect: false);
        return read.IsRefused
            ? Answers.Refused(read.Refusals)
            : Answers.Of(await change.Preview(read.Value.Request, club.Wording(context.Wording().Persian), ct));
    }

    private static async Task<IResult> Run(
        HttpContext context,
        ChangeMany change,
        ProgrammeStore programmes,
        Idempotency idempotency
    )
    {
        var ct = context.RequestAborted;
        var body = await Body.Read(context, ct);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var club = await programmes.Newest(ct);
        var read = BulkDocument.Read(body.Reader(), club, expect: true);
        if (read.IsRefused)
        {
            return Answers.Refused(read.Refusals);
        }

        var (request, expect) = read.Value;
        var words = club.Wording(context.Wording().Persian);
        BulkDone? done = null;
        return await idempotency.OnceAfter(
            context,
            async before =>
            {
                var ran = await change.Run(request, expect!.Value, before);
                done = ran.IsRefused ? null : ran.Value;
                return ran.Refusals;
            },
            _ =>
            {
                change.Record(request, done!, context.Actor());
                var sentence = request.Change.Sentence(done!.Changed, words);
                return Task.FromResult<Outcome<BulkPreview>>(new BulkPreview(done.Who.Count, done.Changed, sentence));
            },
            ct
        );
    }

    private static readonly Dictionary<string, (string Fa, string En)> Sentences = new(StringComparer.Ordinal)
    {
        ["bulk.who"] = ("یا ids بفرستید یا filter؛ یکی از این دو.", "Send either ids or filter, one of the two."),
        ["bulk.too-many"] = (
            "یک‌باره حداکثر {0} عضو را می‌توان تغییر داد؛ صافی را تنگ‌تر کنید.",
            "At most {0} members can be changed at once; narrow the filter."
        ),
        ["bulk.count-differs"] = (
            "در این میان شمار عضوها {0} شده است؛ دوباره ببینید و تأیید کنید.",
            "Meanwhile there are {0} members; look again and confirm."
        ),
    };
}

/// <summary>A change of many members: ids or filter, one of the two.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal record BulkShape
{
    /// <summary>At most 20,000.</summary>
    public IReadOnlyList<Guid>? Ids { get; init; }

    /// <summary>The list's address behind "?"; empty means everybody.</summary>
    public string? Filter { get; init; }

    public required BulkAction Action { get; init; }

    /// <summary>Code of the field, with setField.</summary>
    public string? Field { get; init; }

    /// <summary>Code of the group; or the field's value in its type, null to clear it.</summary>
    public JsonElement? Value { get; init; }
}

internal sealed record BulkRunShape : BulkShape
{
    /// <summary>The count that the preview told; another count by now is 409.</summary>
    public required int Expect { get; init; }
}
