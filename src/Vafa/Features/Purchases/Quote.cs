using Vafa.Core.Values;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;

namespace Vafa.Features.Purchases;

/// <summary>What a sale would come to now; reads without lock and writes nothing.</summary>
internal sealed class Quote(LaneStore store, ProgrammeStore programmes, TimeProvider clock)
{
    public async Task<Outcome<RecordedSale>> Run(
        PurchaseRequest sale,
        bool mayWriteHistory,
        HandWord word,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var desk = new SaleDesk(sale, programmes, mayWriteHistory);
        var newest = (await programmes.Newest(ct)).Programme.Version;
        var reads = new LaneReads { Now = now, Lock = false };
        await desk.Ask(reads, newest, ct);
        var state = await store.Look(reads, ct);
        var priced = desk.Price(state, now);
        if (priced.IsRefused)
        {
            return Outcome<RecordedSale>.Refused(priced.Refusals);
        }

        var nothing = new LaneScene(state, new LaneRows(), null!, now);
        return new SaleWriter(priced.Value with { Word = word }, sale.Id ?? Guid.Empty, nothing).Preview();
    }
}
