using Vafa.Features.Night;
using Vafa.Features.Programme.Shapes;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Programme;

/// <summary>PUT and GET of every kind of document, and what else is done to an offer.</summary>
internal static class ProgrammeApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        Map<UnitShape, StoredUnitShape>(app, DocumentKind.Unit, "Unit");
        Map<EarningRuleShape, StoredEarningRuleShape>(app, DocumentKind.EarningRule, "EarningRule");
        Map<EngagementShape, StoredEngagementShape>(app, DocumentKind.Engagement, "Engagement");
        Map<OfferShape, StoredOfferShape>(app, DocumentKind.Offer, "Offer");
        Map<GroupShape, StoredGroupShape>(app, DocumentKind.Group, "Group");
        Map<TitledShape, StoredTitledShape>(app, DocumentKind.Branch, "Branch");
        Map<FieldShape, StoredFieldShape>(app, DocumentKind.Field, "Field");
        Map<FestivalShape, StoredFestivalShape>(app, DocumentKind.Festival, "Festival");
        Map<SegmentShape, StoredSegmentShape>(app, DocumentKind.Segment, "Segment");
        Map<TillShape, StoredTillShape>(app, DocumentKind.Till, "Till");
        Map<LadderShape, StoredLadderShape>(app, DocumentKind.Ladder, "Ladder");
        Map<PlanShape, StoredPlanShape>(app, DocumentKind.Plan, "Plan");
        FieldsApi.Map(app);

        var offers = app.MapGroup("/api/v1/offers/{code}").WithTags(DocumentKind.Offer.Address).Needs(Scopes.Offers);
        offers
            .MapPost(
                "/pause",
                (HttpContext context, ChangeOfferState change, CancellationToken ct) =>
                    Move(OfferMove.Pause, context, change, ct)
            )
            .Describe("pauseOffer", "Takes a live offer out of sales until it is resumed.")
            .Gives<StoredOfferShape>();
        offers
            .MapPost(
                "/resume",
                (HttpContext context, ChangeOfferState change, CancellationToken ct) =>
                    Move(OfferMove.Resume, context, change, ct)
            )
            .Describe("resumeOffer", "Makes a paused offer live again.")
            .Gives<StoredOfferShape>()
            .Gives<WaitingOfferShape>(StatusCodes.Status202Accepted);
        offers
            .MapPost(
                "/end",
                (HttpContext context, ChangeOfferState change, CancellationToken ct) =>
                    Move(OfferMove.End, context, change, ct)
            )
            .Describe("endOffer", "Ends an offer; only PUT brings it back.")
            .Gives<StoredOfferShape>();
    }

    private static void Map<TShape, TStored>(IEndpointRouteBuilder app, DocumentKind kind, string name)
        where TShape : notnull
    {
        var group = app.MapGroup("/api/v1/" + kind.Address).WithTags(kind.Address).Needs(Scopes.Offers);
        group
            .MapGet(
                "",
                (HttpContext context, ListDocuments list, CancellationToken ct) => List(kind, context, list, ct)
            )
            .Describe($"list{Plural(name)}", "As they are in force now, in the order they were first made.")
            .GivesList<TStored>();
        group
            .MapGet(
                "/{code}",
                (HttpContext context, GetDocument get, CancellationToken ct) => Get(kind, context, get, ct)
            )
            .Describe("get" + name, "As it is in force now.")
            .Gives<TStored>();
        var put = group
            .MapPut(
                "/{code}",
                (HttpContext context, PutDocument put, NightCall call, CancellationToken ct) =>
                    Put(new(kind, context, put, call), ct)
            )
            .Describe(
                "put" + name,
                "Replaces it as a whole, or makes it; in force for every sale that starts later. "
                    + "With `If-None-Match: *` it is only made, never replaced."
            )
            .Takes<TShape>()
            .Gives<TStored>()
            .MayConflict();
        if (kind == DocumentKind.Offer)
        {
            put.Gives<WaitingOfferShape>(StatusCodes.Status202Accepted);
        }
    }

    private static string Plural(string name) =>
        name.EndsWith("ch", StringComparison.Ordinal) ? name + "es" : name + "s";

    private static async Task<IResult> List(
        DocumentKind kind,
        HttpContext context,
        ListDocuments list,
        CancellationToken ct
    )
    {
        var paging = Paging.Read(context, ListDocuments.CursorParts);
        return paging.IsRefused
            ? Answers.Refused(paging.Refusals)
            : Answers.Of(await list.Run(kind, paging.Value, ct), DocumentAnswer.List);
    }

    private static async Task<IResult> Get(
        DocumentKind kind,
        HttpContext context,
        GetDocument get,
        CancellationToken ct
    )
    {
        var code = PathCode.Read(context);
        return code.IsRefused
            ? Answers.Refused(code.Refusals)
            : Answers.Of(await get.Run(kind, code.Value, ct), DocumentAnswer.Read);
    }

    private static async Task<IResult> Put(PutCall call, CancellationToken ct)
    {
        var (kind, context, put, night) = call;
        var code = PathCode.Read(context);
        if (code.IsRefused)
        {
            return Answers.Refused(code.Refusals);
        }

        var body = await Body.Read(context, ct);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var request = new PutDocumentRequest(kind, code.Value, body.Json, context.Actor())
        {
            OnlyNew = context.Request.Headers.IfNoneMatch == "*",
        };
        var answer = await put.Run(request, ct);
        if (kind == DocumentKind.Group && !answer.IsRefused && GroupDocument.HasRule(answer.Value.Body))
        {
            // Its rule moves members from now on, not only from the next night.
            night.Now();
        }

        return Answers.Of(answer, d => DocumentAnswer.Changed(d, context.Wording()));
    }

    private static async Task<IResult> Move(
        OfferMove move,
        HttpContext context,
        ChangeOfferState change,
        CancellationToken ct
    )
    {
        var named = PathCode.Read(context);
        if (named.IsRefused)
        {
            return Answers.Refused(named.Refusals);
        }

        var request = new ChangeOfferStateRequest(named.Value, move, context.Actor());
        return Answers.Of(await change.Run(request, ct), d => DocumentAnswer.Changed(d, context.Wording()));
    }

    private sealed record PutCall(DocumentKind Kind, HttpContext Context, PutDocument Put, NightCall Night);
}
