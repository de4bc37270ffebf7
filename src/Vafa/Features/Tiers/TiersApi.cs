using System.Text.Json;
using Vafa.Core.Values;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;
using Vafa.Features.Programme.Shapes;
using Vafa.Features.Timeline;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Tiers;

/// <summary>Members' tiers, and what a ladder would make of the club's members.</summary>
internal static class TiersApi
{
    public static void Register(IServiceCollection services)
    {
        services.AddTexts(TierTexts.All);
        services.AddScoped<ReadTiers>();
        services.AddScoped<PreviewLadder>();
        services.AddScoped<CountTiers>();
        services.AddScoped<TiersDue>();
        services.AddScoped<ITimelineSource, TiersOnTimeline>();
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        var member = app.MapGroup("/api/v1/members/{id:guid}").WithTags("members");
        member
            .MapGet("/tiers", Read)
            .Needs(Scopes.Members)
            .Describe(
                "getTiers",
                "Where a member stands on each ladder, what is missing to the next tier, and services."
            )
            .Gives<Listed<TierTold>>();
        member
            .MapPost("/tier", Place)
            .Needs(Scopes.Ledger)
            .Describe("placeInTier", "A person gives a tier, as a floor; also one by invitation.")
            .Once()
            .Takes<PlaceBody>()
            .Gives<TierOfMember>(StatusCodes.Status201Created);
        member
            .MapDelete("/tier", Unplace)
            .Needs(Scopes.Ledger)
            .Describe("unplaceFromTier", "Ends a tier that a person gave; what purchases gave stays.")
            .Asks("ladder", "Of which ladder; the club's first one unless said.")
            .Gives<TierOfMember>();
        app.MapPost("/api/v1/ladders/preview", Preview)
            .WithTags(DocumentKind.Ladder.Address)
            .Needs(Scopes.Offers)
            .Describe("previewLadder", "How many members each tier of a ladder would have today; writes nothing.")
            .Takes<PreviewBody>()
            .Gives<LadderPreview>();
    }

    private static async Task<IResult> Read(
        Guid id,
        HttpContext context,
        ReadTiers read,
        ProgrammeStore programmes,
        Members.ReadMembers members
    )
    {
        var ct = context.RequestAborted;
        var member = await members.Run(id, ct);
        if (member.IsRefused)
        {
            return Answers.Refused(member.Refusals);
        }

        var club = await programmes.Newest(ct);
        var words = club.Wording(context.Wording().Persian);
        var tiers = await read.WithProgress(id, club, ct);
        var told = tiers.Zip(club.Programme.Ladders, (t, l) => TierTold.Of(t, l, read.Today(club), words));
        return Answers.Value(new Listed<TierTold>([.. told], null));
    }

    private static async Task<IResult> Place(
        Guid id,
        HttpContext context,
        SaleLane lane,
        ProgrammeStore programmes,
        CancellationToken ct
    )
    {
        var body = await Body.Read(context, ct);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var call = ReadCall(id, body.Reader());
        var key = IdempotencyKey.Read(context);
        if (key.IsRefused || call.IsRefused)
        {
            return Answers.Refused(key.IsRefused ? key.Refusals : call.Refusals);
        }

        var done = await lane.Run(new PlaceTier(call.Value, key.Value, context.Actor(), programmes));
        return Answers.Of(done, answer => answer.ToResult(context));
    }

    private static async Task<IResult> Unplace(
        Guid id,
        string? ladder,
        HttpContext context,
        SaleLane lane,
        ProgrammeStore programmes
    ) => Answers.Of(await lane.Run(new UnplaceTier(id, ladder, context.Actor(), programmes)));

    private static async Task<IResult> Preview(HttpContext context, PreviewLadder preview, CancellationToken ct)
    {
        var body = await Body.Read(context, ct);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var fields = body.Reader();
        var code = fields.Code("code");
        var document = fields.Any("document", required: true);
        fields.Done();
        return fields.IsClean
            ? Answers.Of(await preview.Run(document!.Value, code ?? "", context.Wording().Persian, ct))
            : Answers.Refused(fields.Refusals);
    }

    private static Outcome<PlaceCall> ReadCall(Guid member, DocumentReader body)
    {
        var ladder = body.Code("ladder");
        var tier = body.Code("tier", required: true);
        var until = body.Day("until");
        var reason = body.Text("reason", 500, required: true);
        body.Done();
        return body.IsClean ? new PlaceCall(member, ladder, tier!, until, reason!) : body.Refusals;
    }

    /// <summary>The body, for the API's description.</summary>
    /// <param name="Ladder">Left out: the ladder that the tier is on.</param>
    /// <param name="Until">Its last day, like 2026-12-20 or 1405/09/29; left out: until somebody ends it.</param>
    internal sealed record PlaceBody(string? Ladder, string Tier, string? Until, string Reason);

    /// <summary>The body, for the API's description.</summary>
    /// <param name="Code">Of a ladder that is to change: its own tiers may keep their codes.</param>
    internal sealed record PreviewBody(string? Code, LadderShape Document);
}
