using Vafa.Core.Sales;
using Vafa.Features.Ledger.Lane;

namespace Vafa.Features.Purchases;

/// <summary>
/// What expired of the lots that a sale brought of a unit, less what its refunds have counted as taken back because it
/// had expired: so much of them may stand again.
/// </summary>
internal static class ExpiredOfSale
{
    public static async Task<long> Of(
        LaneScene scene,
        Guid member,
        (Guid Purchase, string Unit) of,
        CancellationToken ct
    )
    {
        var past = await RefundPast.Read(scene, member, of.Purchase, ct);
        return RefundMoves.ExpiredUncounted(past.Moves, past.SoldLines, past.RefundedLines, of.Unit);
    }
}
