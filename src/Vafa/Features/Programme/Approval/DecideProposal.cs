using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Web;

namespace Vafa.Features.Programme.Approval;

/// <param name="Proposal">What the person saw; another one that has taken its place is not meant.</param>
public sealed record DecideProposalRequest(string Code, Guid Proposal, Actor Actor);

/// <summary>
/// A second person makes a proposed offer live. Refused: offer.nothing-waits (404); offer.proposal-changed (409) for
/// another proposal than the one named; offer.own-proposal and offer.approve-by-person (403) for who proposed it and
/// for machines; and at their pointers what the document refuses as the club now is.
/// </summary>
public sealed class ApproveOffer(NextVersion next, AppDb db)
{
    public Task<Outcome<StoredDocument>> Run(DecideProposalRequest request, CancellationToken ct) =>
        next.Write(
            new DocumentChange(
                DocumentKind.Offer,
                request.Code,
                request.Actor,
                "offer.approve",
                (place, _, inside) => Make(place, request, inside)
            )
            {
                Approves = request.Proposal,
            },
            ct
        );

    private async Task<Outcome<CheckedDocument>> Make(
        DocumentPlace place,
        DecideProposalRequest request,
        CancellationToken ct
    )
    {
        var waiting = await db.OfferProposals.AsNoTracking().FirstOrDefaultAsync(p => p.Code == request.Code, ct);
        return ProposalRules.WhyNot(waiting, request) is { } no ? no
            : request.Actor.Role is null ? Forbidden("offer.approve-by-person")
            : waiting!.By == request.Actor.By ? Forbidden("offer.own-proposal")
            : DocumentKind.Offer.Check(DocumentKind.Parse(waiting.Body), place);
    }

    private static Refusal Forbidden(string code) => new(code) { Kind = RefusalKind.Forbidden };
}

/// <summary>
/// Takes a proposal away: by a second person who does not want it, or by who proposed it. What is in force stays.
/// Refused as <see cref="ApproveOffer"/>, but open to everybody who may change offers.
/// </summary>
public sealed class RejectOffer(AppDb db, TimeProvider clock)
{
    public async Task<Outcome<OfferProposal>> Run(DecideProposalRequest request, CancellationToken ct)
    {
        var waiting = await db.OfferProposals.AsNoTracking().FirstOrDefaultAsync(p => p.Code == request.Code, ct);
        if (ProposalRules.WhyNot(waiting, request) is { } no)
        {
            return no;
        }

        var done = await db.Write(inside => TakeAway(waiting!, request.Actor, inside), ct);
        return done ? waiting! : ProposalRules.Changed;
    }

    private async Task<bool> TakeAway(OfferProposal waiting, Actor actor, CancellationToken ct)
    {
        var gone = await db
            .OfferProposals.Where(p => p.Code == waiting.Code && p.Id == waiting.Id)
            .ExecuteDeleteAsync(ct);
        AuditLog.Add(
            db,
            new Change(actor.By, clock.GetUtcNow(), "offer.reject", "offer/" + waiting.Code)
            {
                Before = DocumentKind.Parse(waiting.Body),
            }
        );
        return gone == 1;
    }
}

internal static class ProposalRules
{
    public static readonly Refusal Changed = Refusal.Conflict("offer.proposal-changed", "/proposal");

    public static Refusal? WhyNot(OfferProposal? waiting, DecideProposalRequest request) =>
        waiting is null ? Refusal.NotFound("offer.nothing-waits", request.Code)
        : waiting.Id != request.Proposal ? Changed
        : null;
}
