using Vafa.Data.Copying;

namespace Vafa.Features.Ledger.Check;

/// <summary>What one id's own sales add up to.</summary>
internal readonly record struct CountedSales(long Visits, long Spent, long? LastVisit)
{
    public static CountedSales operator +(in CountedSales a, in CountedSales b) =>
        new(a.Visits + b.Visits, a.Spent + b.Spent, Later(a.LastVisit, b.LastVisit));

    private static long? Later(long? a, long? b) =>
        a is null ? b
        : b is null || a > b ? a
        : b;
}

/// <summary>
/// Members into whom others were merged: their counters are those of all these ids together, which are met one by one,
/// so they are compared at the end.
/// </summary>
internal sealed class MergedSums
{
    private readonly Dictionary<Guid, Guid> into = [];
    private readonly Dictionary<Guid, (CheckedMember? Row, CountedSales Sum)> held = [];

    public static async Task<MergedSums> Read(Snapshot snapshot, CancellationToken ct)
    {
        var sums = new MergedSums();
        const string sql = "SELECT id, merged_into FROM member WHERE merged_into IS NOT NULL";
        await foreach (var (id, member) in snapshot.Stream(sql, r => (r.Id(0), r.Id(1)), ct))
        {
            sums.into[id] = member;
            sums.held[member] = default;
        }

        return sums;
    }

    /// <summary>Whether the member is compared at the end.</summary>
    public bool Holds(Guid member, CheckedMember row, in CountedSales own)
    {
        if (into.TryGetValue(member, out var survivor))
        {
            var (known, sum) = held[survivor];
            held[survivor] = (known, sum + own);
        }

        if (!held.TryGetValue(member, out var all))
        {
            return false;
        }

        held[member] = (row, all.Sum + own);
        return true;
    }

    public IEnumerable<Difference> Differences() =>
        held.Where(h => h.Value.Row is not null)
            .SelectMany(h => CheckCounters.Compare(h.Key, h.Value.Row!, h.Value.Sum));
}
