using Vafa.Core.Offers.Offline;
using Vafa.Core.Sales;
using Vafa.Core.Values;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;

namespace Vafa.Features.Purchases;

/// <param name="Plan">What the tills of the branch preview by.</param>
/// <param name="Members">Of each that was asked for and is a member: what is known of him.</param>
internal sealed record PreviewRead(OfflinePlan Plan, IReadOnlyDictionary<Guid, OfflineStanding> Members);

/// <summary>
/// Reads what a till of a branch must know to preview sales without network: the programme, and members' answers to
/// its questions. Reads without lock and writes nothing.
/// </summary>
internal sealed class ReadPreview(LaneStore store, ProgrammeStore programmes, TimeProvider clock)
{
    public async Task<PreviewRead> Run(
        string branch,
        IReadOnlyCollection<Guid> members,
        bool persian,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var newest = (await programmes.Newest(ct)).Programme.Version;
        var reads = new LaneReads { Now = now, Lock = false };
        var nobody = new SaleDesk(Nothing(branch, null), programmes, mayWriteHistory: false);
        await nobody.Ask(reads, newest, ct);
        var desks = new Dictionary<Guid, SaleDesk>();
        foreach (var id in members)
        {
            desks[id] = new SaleDesk(Nothing(branch, id), programmes, mayWriteHistory: false);
            await desks[id].Ask(reads, newest, ct);
        }

        var state = await store.Look(reads, ct);
        var (facts, basket) = nobody.Before(state, now);
        var place = new OfflinePlan.Place(
            branch,
            nobody.At,
            basket.Prices ?? new Dictionary<string, Money>(),
            basket.Gone,
            facts.Counts
        );
        var plan = OfflinePlan.Of(nobody.Club.Programme, place, nobody.Club.Wording(persian));
        var known = desks
            .Select(desk => (desk.Key, desk.Value.Before(state, now).Facts.Member))
            .Where(m => m.Member is not null);
        return new PreviewRead(plan, known.ToDictionary(m => m.Key, m => plan.Of(m.Member!)));
    }

    private static PurchaseRequest Nothing(string branch, Guid? member) =>
        new(
            null,
            member is { } id ? new BuyerRef(id, null, null) : null,
            branch,
            null,
            null,
            null,
            Channel.Store,
            null,
            [],
            [],
            [],
            [],
            null,
            null
        );
}
