using System.Text.Json.Serialization;
using Vafa.Core.Values;
using Vafa.Features.Ledger;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;
using Vafa.Features.Timeline;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Members.Merging;

/// <summary>The calls that make one member of two, and two again.</summary>
internal static class MergesApi
{
    public static void Register(IServiceCollection services)
    {
        services.AddScoped<PreviewMerge>();
        services.AddScoped<ReadMerges>();
        services.AddScoped<ITimelineSource, MergesOnTimeline>();
        services.AddTexts(MergeTexts.All);
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/v1/members/{id:guid}/merge/preview", Preview)
            .WithTags("members")
            .Needs(Scopes.Ledger)
            .Describe("previewMerge", "What merging another member into this one would come to; writes nothing.")
            .Takes<MergeBody>()
            .Gives<MergePreview>();
        app.MapPost("/api/v1/members/{id:guid}/merge", Merge)
            .WithTags("members")
            .Needs(Scopes.Ledger)
            .Describe("mergeMembers", "Merges another member into this one; can be undone within 24 hours.")
            .Once()
            .Takes<MergeBody>()
            .Gives<MergeAnswer>(StatusCodes.Status201Created);
        app.MapPost("/api/v1/merges/{id:guid}/undo", Undo)
            .WithTags("members")
            .Needs(Scopes.Ledger)
            .Describe("undoMerge", "Makes two members of one again; what was spent meanwhile stays spent.")
            .Once()
            .Gives<UndoMergeAnswer>();
    }

    private static async Task<IResult> Preview(Guid id, HttpContext context, PreviewMerge preview, CancellationToken ct)
    {
        var body = await Body.Read(context, ct);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var fields = body.Reader();
        var call = Read(id, fields);
        fields.Done();
        return fields.IsClean
            ? Answers.Of(await preview.Run(call, context.Wording(), ct))
            : Answers.Refused(fields.Refusals);
    }

    private static Task<IResult> Merge(Guid id, HttpContext context, WalletCalls calls, CancellationToken ct) =>
        calls.Run(
            context,
            body => Read(id, body),
            (call, key, by, programmes) => new MergeWork(call, key, by, programmes),
            ct
        );

    private static async Task<IResult> Undo(
        Guid id,
        HttpContext context,
        WalletCalls calls,
        ReadMerges read,
        CancellationToken ct
    ) =>
        await read.Find(id, ct) is { } merge
            ? await calls.Run(
                context,
                new UndoMergeCall(id, merge.Into, merge.Merged),
                (call, key, by, programmes) => new UndoMergeWork(call, key, by, programmes)
            )
            : Answers.Refused(Refusal.NotFound("merge.unknown-merge"));

    private static MergeCall Read(Guid id, DocumentReader body) =>
        new(id, OtherMember.Read(body.Text("other", 60, required: true) ?? ""));

    /// <param name="Other">Id, mobile or card of the member who is merged into the one of the address.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record MergeBody(string Other);
}
