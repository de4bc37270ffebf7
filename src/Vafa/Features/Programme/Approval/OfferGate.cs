using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Offers;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Web;

namespace Vafa.Features.Programme.Approval;

/// <summary>
/// Where every change of an offer passes while the club wants a second person (approveOffers): what would be live
/// waits as a proposal. Free are drafts, pauses and ends, the program's own work, and resuming what is word for word
/// what was live last.
/// </summary>
public sealed class OfferGate(AppDb db, TimeProvider clock)
{
    private const int MostLookedBack = 50;

    /// <summary>Whether a change must wait. <paramref name="body"/> is what it would make.</summary>
    internal async Task<bool> Holds(DocumentChange change, ClubVersion club, string body, CancellationToken ct)
    {
        if (
            !club.Settings.ApproveOffers
            || change.Kind != DocumentKind.Offer
            || change.Approves is not null
            || change.Actor == Actor.System
            || StateOf(body) != OfferDocument.WordOf(OfferState.Live)
        )
        {
            return false;
        }

        return change.Action != ChangeOfferState.ActionOf(OfferMove.Resume) || await LastLive(change.Code, ct) != body;
    }

    /// <summary>Inside of a write: the proposal takes the place of an earlier one.</summary>
    internal async Task<OfferProposal> Propose(
        DocumentChange change,
        string body,
        string? running,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var proposal = new OfferProposal
        {
            Code = change.Code,
            Id = Guid.CreateVersion7(now),
            Body = body,
            By = change.Actor.By,
            At = now,
        };
        await db.OfferProposals.Where(p => p.Code == change.Code).ExecuteDeleteAsync(ct);
        db.OfferProposals.Add(proposal);
        AuditLog.Add(
            db,
            new Change(change.Actor.By, now, "offer.propose", "offer/" + change.Code)
            {
                Before = running is null ? null : DocumentKind.Parse(running),
                After = DocumentKind.Parse(body),
            }
        );
        return proposal;
    }

    /// <summary>
    /// Inside of a write that puts the offer: what waited is done with, or no longer what anybody wants. False when the
    /// proposal that is approved is no longer there. A pause changes nothing of what is proposed.
    /// </summary>
    internal async Task<bool> Settle(DocumentChange change, CancellationToken ct)
    {
        if (change.Kind != DocumentKind.Offer || change.Action == ChangeOfferState.ActionOf(OfferMove.Pause))
        {
            return true;
        }

        var waiting = db.OfferProposals.Where(p => p.Code == change.Code);
        if (change.Approves is not { } id)
        {
            await waiting.ExecuteDeleteAsync(ct);
            return true;
        }

        return await waiting.Where(p => p.Id == id).ExecuteDeleteAsync(ct) == 1;
    }

    /// <summary>An offer that is not live yet is kept as a draft while it waits.</summary>
    internal static string AsDraft(string body, DocumentPlace place)
    {
        var draft = JsonNode.Parse(body)!.AsObject();
        draft["state"] = OfferDocument.WordOf(OfferState.Draft);
        return DocumentKind.Offer.Check(DocumentKind.Parse(draft.ToJsonString()), place).Value.Body;
    }

    internal static string StateOf(string body) => DocumentKind.Parse(body).GetProperty("state").GetString()!;

    private async Task<string?> LastLive(string code, CancellationToken ct)
    {
        var earlier = await db
            .ProgrammeDocuments.AsNoTracking()
            .Where(d => d.Kind == DocumentKind.Offer.Name && d.Code == code)
            .OrderByDescending(d => d.Version)
            .Take(MostLookedBack)
            .Select(d => d.Body)
            .ToListAsync(ct);
        return earlier.Find(body => StateOf(body) == OfferDocument.WordOf(OfferState.Live));
    }
}
