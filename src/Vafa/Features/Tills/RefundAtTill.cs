using Vafa.Core.Values;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Purchases;
using Vafa.Web;

namespace Vafa.Features.Tills;

/// <param name="Approval">A manager's, where whoever stands at the till needs one.</param>
internal sealed record RefundAsked(TillStand Stand, RefundCall Call, Guid? Approval, IdempotencyKey Key, Actor By);

/// <summary>
/// Takes goods of this till's own sale back. Refused: purchase.unknown (also for another till's), till.approval-needed,
/// and what a refund refuses.
/// </summary>
internal sealed class RefundAtTill(ReadPurchase read, RefundPurchase refund, UseApproval approvals)
{
    public async Task<Outcome<StoredAnswer>> Run(RefundAsked asked, CancellationToken ct)
    {
        var (stand, call) = (asked.Stand, asked.Call);
        var sale = await read.Run(call.Purchase, ct);
        if (sale.IsRefused || !stand.Sold(sale.Value.Sale.Purchase.Till))
        {
            return Refusal.NotFound("purchase.unknown");
        }

        var wants = new ApprovalAsked(ApprovalKind.Refund, call.Purchase, asked.Approval, asked.Key.Key);
        return await approvals.Run(stand, wants, ct) is { } refusal
            ? refusal
            : await refund.Run(call, asked.Key, asked.By, ct);
    }
}
