using System.Text.Json;
using System.Text.Json.Serialization;
using Vafa.Core.Values;
using Vafa.Features.Programme.Shapes;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Programme.Approval;

/// <summary>An offer that waits for a second person.</summary>
/// <param name="Offer">Its code.</param>
/// <param name="Document">What would be live.</param>
internal sealed record ProposalShape(string Offer, Guid Proposal, string By, DateTimeOffset At, OfferShape Document);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record DecideProposalShape
{
    /// <summary>What was seen; a proposal that has changed since is not meant.</summary>
    public required Guid Proposal { get; init; }
}

/// <summary>The calls about offers that wait for a second person.</summary>
internal static class ApprovalApi
{
    public static void Register(IServiceCollection services)
    {
        services.AddTexts(ApprovalTexts.All);
        services.AddScoped<OfferGate>();
        services.AddScoped<ReadProposals>();
        services.AddScoped<ApproveOffer>();
        services.AddScoped<RejectOffer>();
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        var all = app.MapGroup("/api/v1/offer-proposals").WithTags("offers").Needs(Scopes.Offers);
        all.MapGet("", List)
            .Describe("listOfferProposals", "Offers that wait for a second person, the oldest first.")
            .GivesList<ProposalShape>();
        all.MapGet("/{code}", One).Describe("getOfferProposal", "What waits of one offer.").Gives<ProposalShape>();
        var offer = app.MapGroup("/api/v1/offers/{code}").WithTags("offers").Needs(Scopes.Offers);
        offer
            .MapPost("/approve", Approve)
            .Describe("approveOffer", "A second person, signed in, makes a proposed offer live.")
            .Takes<DecideProposalShape>()
            .Gives<StoredOfferShape>();
        offer
            .MapPost("/reject", Reject)
            .Describe("rejectOffer", "Takes a proposal away; what is in force stays.")
            .Takes<DecideProposalShape>()
            .Gives<ProposalShape>();
    }

    private static async Task<IResult> List(ReadProposals read, CancellationToken ct) =>
        Answers.Value(new { items = (await read.All(ct)).Select(Shown), next = (string?)null });

    private static async Task<IResult> One(HttpContext context, ReadProposals read, CancellationToken ct)
    {
        var code = PathCode.Read(context);
        return code.IsRefused
            ? Answers.Refused(code.Refusals)
            : Answers.Of(await read.One(code.Value, ct), p => Answers.Value(Shown(p)));
    }

    private static async Task<IResult> Approve(HttpContext context, ApproveOffer approve, CancellationToken ct)
    {
        var read = await Read(context, ct);
        return read.Problem
            ?? Answers.Of(await approve.Run(read.Request!, ct), d => DocumentAnswer.Changed(d, context.Wording()));
    }

    private static async Task<IResult> Reject(HttpContext context, RejectOffer reject, CancellationToken ct)
    {
        var read = await Read(context, ct);
        return read.Problem ?? Answers.Of(await reject.Run(read.Request!, ct), p => Answers.Value(Shown(p)));
    }

    private static async Task<(DecideProposalRequest? Request, IResult? Problem)> Read(
        HttpContext context,
        CancellationToken ct
    )
    {
        var code = PathCode.Read(context);
        if (code.IsRefused)
        {
            return (null, Answers.Refused(code.Refusals));
        }

        var body = await Body.Read(context, ct);
        if (body.Problem is { } problem)
        {
            return (null, problem);
        }

        var fields = body.Reader();
        var text = fields.Text("proposal", required: true);
        if (!Guid.TryParseExact(text, "D", out var proposal) && text is not null)
        {
            fields.Refuse("json.uuid", "proposal");
        }

        fields.Done();
        return fields.IsClean
            ? (new DecideProposalRequest(code.Value, proposal, context.Actor()), null)
            : (null, Answers.Refused(fields.Refusals));
    }

    private static object Shown(OfferProposal proposal) =>
        new
        {
            offer = proposal.Code,
            proposal = proposal.Id,
            by = proposal.By,
            at = proposal.At,
            document = DocumentKind.Parse(proposal.Body),
        };
}
