using Vafa.Core.Values;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;
using Vafa.Web;

namespace Vafa.Features.Purchases;

/// <summary>A sale to be recorded under a key.</summary>
internal sealed record RecordCall(PurchaseRequest Sale, IdempotencyKey Key, Actor By)
{
    /// <summary>Who takes off what is taken off by hand.</summary>
    public HandWord Word { get; init; } = HandWord.Of(By);
}

/// <summary>
/// The recorded sale; with <see cref="Changed"/> nothing was written, and it is what the sale would come to.
/// </summary>
internal sealed record RecordedAnswer(RecordedSale Sale, bool IsReplay, Refusal? Changed);

/// <summary>
/// Records a sale: through the lane, durable before it is answered. The same key or id again gives the receipt of the
/// first.
/// </summary>
/// <param name="receipts">Made only for a repeat, which has to be read back.</param>
internal sealed class RecordPurchase(SaleLane lane, ProgrammeStore programmes, Lazy<ReceiptReader> receipts)
{
    public async Task<Outcome<RecordedAnswer>> Run(RecordCall call, CancellationToken ct)
    {
        var done = await lane.Run(new SaleWork(call, programmes));
        if (done.IsRefused)
        {
            return Outcome<RecordedAnswer>.Refused(done.Refusals);
        }

        var answer = done.Value;
        var sale = answer.Sale ?? await receipts.Value.Read(answer.Purchase, ct);
        return new RecordedAnswer(sale!, answer.IsReplay, answer.Changed);
    }
}

/// <summary>Refunds a sale in whole or in part, by what was recorded.</summary>
internal sealed class RefundPurchase(SaleLane lane, ProgrammeStore programmes, ReceiptReader receipts)
{
    public async Task<Outcome<StoredAnswer>> Run(RefundCall call, IdempotencyKey key, Actor by, CancellationToken ct)
    {
        var owner = await receipts.OwnerOf(call.Purchase, ct);
        return owner is { } of
            ? await lane.Run(new RefundWork(call, of.Member, of.IsGuest, key, by, programmes))
            : Refusal.NotFound("purchase.unknown");
    }
}
