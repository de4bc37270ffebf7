using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Ledger;

/// <summary>A unit of which full steps turn into another by themselves.</summary>
public readonly record struct DueUnit(string Code, long Per);

/// <summary>Finds members who hold at least a step of a unit that turns into another, in the order of ids.</summary>
public sealed class DueConversions(AppDb db)
{
    /// <summary>
    /// By what their wallets hold in all: of whom too much is pending there is nothing to do, and he comes again.
    /// </summary>
    public async Task<IReadOnlyList<Guid>> Of(Guid? after, IReadOnlyList<DueUnit> units, int most, CancellationToken ct)
    {
        var found = new SortedSet<Guid>(Comparer<Guid>.Create((a, b) => Compare(a, b)));
        foreach (var (code, per) in units)
        {
            var wallets = db.Wallets.AsNoTracking().Where(w => w.Unit == code && w.Balance >= per);
            wallets = after is { } last ? wallets.Where(w => w.MemberId.CompareTo(last) > 0) : wallets;
            found.UnionWith(await wallets.OrderBy(w => w.MemberId).Select(w => w.MemberId).Take(most).ToListAsync(ct));
        }

        return [.. found.Take(most)];
    }

    /// <summary>As both engines sort ids: by their bytes.</summary>
    private static int Compare(Guid a, Guid b) =>
        a.ToByteArray(bigEndian: true).AsSpan().SequenceCompareTo(b.ToByteArray(bigEndian: true));
}
