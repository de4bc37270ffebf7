using Vafa.Core.Ledger;

namespace Vafa.Features.Ledger;

/// <summary>Which lot of which member became which, read from the entries of merging.</summary>
internal static class MovedLots
{
    /// <summary>
    /// Where the lots of one id are now at another, whichever way they went: directly or over ids in between.
    /// </summary>
    /// <param name="moves">
    /// The entries of kind merged of all ids that became one member, each with its owner and cause, in the order of
    /// their numbers within each owner.
    /// </param>
    public static IReadOnlyList<LotLink> Between(Guid from, Guid to, IEnumerable<MergedMove> moves)
    {
        var next = Steps(moves).Distinct().ToLookup(s => s.Left, s => s.Came);
        var found = new List<LotLink>();
        foreach (var start in next.Select(n => n.Key).Where(at => at.Owner == from))
        {
            var (seen, open) = (new HashSet<LotOf> { start }, new Queue<LotOf>([start]));
            while (open.TryDequeue(out var at))
            {
                foreach (var reached in next[at].Where(seen.Add))
                {
                    open.Enqueue(reached);
                    if (reached.Owner == to)
                    {
                        found.Add(new LotLink(start.No, reached.No));
                    }
                }
            }
        }

        return found;
    }

    /// <summary>
    /// The entries of one cause stand on two ids in the same order: what left the one opened a lot at the other. What
    /// went back into a lot that stood before is no step of its own.
    /// </summary>
    private static IEnumerable<(LotOf Left, LotOf Came)> Steps(IEnumerable<MergedMove> moves)
    {
        foreach (var cause in moves.GroupBy(m => m.Cause))
        {
            var sides = cause.GroupBy(m => m.Owner).Select(s => s.ToList()).ToList();
            if (sides is not [var one, var other])
            {
                continue;
            }

            foreach (var (a, b) in one.Zip(other))
            {
                var (left, came) = a.No == a.Lot ? (b, a) : (a, b);
                if (came.No == came.Lot)
                {
                    yield return (new LotOf(left.Owner, left.Lot), new LotOf(came.Owner, came.Lot));
                }
            }
        }
    }

    private readonly record struct LotOf(Guid Owner, long No);
}

/// <summary>An entry of kind merged.</summary>
/// <param name="Cause">The merge, its undoing, or the refund that moved it.</param>
internal readonly record struct MergedMove(Guid Owner, Guid Cause, long No, long Lot);
