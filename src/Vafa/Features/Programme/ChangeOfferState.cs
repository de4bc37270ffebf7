using System.Text.Json.Nodes;
using Vafa.Core.Offers;
using Vafa.Core.Values;
using Vafa.Web;

namespace Vafa.Features.Programme;

public enum OfferMove
{
    Pause,
    Resume,
    End,
}

public sealed record ChangeOfferStateRequest(string Code, OfferMove Move, Actor Actor);

/// <summary>
/// Pauses a live offer, resumes a paused one, ends any. Done again it changes nothing. Refused: offer.unknown (404),
/// offer.not-live and offer.not-paused (409). An ended offer comes back only by PUT.
/// </summary>
public sealed class ChangeOfferState(NextVersion next)
{
    public Task<Outcome<StoredDocument>> Run(ChangeOfferStateRequest request, CancellationToken ct) =>
        next.Write(
            new DocumentChange(
                DocumentKind.Offer,
                request.Code,
                request.Actor,
                ActionOf(request.Move),
                (place, running, _) => Task.FromResult(Make(place, running, request.Move))
            ),
            ct
        );

    /// <summary>What the audit log calls it.</summary>
    internal static string ActionOf(OfferMove move) => "offer." + move.ToString().ToLowerInvariant();

    private static Outcome<CheckedDocument> Make(DocumentPlace place, string? running, OfferMove move)
    {
        if (running is null)
        {
            return Refusal.NotFound("offer.unknown", place.Code);
        }

        var document = JsonNode.Parse(running)!.AsObject();
        var state = document["state"]!.GetValue<string>();
        var (from, to) = move switch
        {
            OfferMove.Pause => (OfferState.Live, OfferState.Paused),
            OfferMove.Resume => (OfferState.Paused, OfferState.Live),
            OfferMove.End => (OfferState.Live, OfferState.Ended),
            _ => throw new InvalidOperationException(move.ToString()),
        };
        var stays = state == OfferDocument.WordOf(to);
        if (move != OfferMove.End && !stays && state != OfferDocument.WordOf(from))
        {
            return Refusal.Conflict(move == OfferMove.Pause ? "offer.not-live" : "offer.not-paused", "", state);
        }

        document["state"] = OfferDocument.WordOf(to);
        return DocumentKind.Offer.Check(DocumentKind.Parse(document.ToJsonString()), place);
    }
}
