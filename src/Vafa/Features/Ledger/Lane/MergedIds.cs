using System.Collections.Concurrent;

namespace Vafa.Features.Ledger.Lane;

/// <summary>
/// Old ids that callers still use, each with the member it was merged into, as far as was met: so that both are read at
/// once. What it says may be old; what was read decides.
/// </summary>
internal sealed class MergedIds
{
    private readonly ConcurrentDictionary<Guid, Guid> into = [];

    /// <summary>The members that old ids became are read with them.</summary>
    /// <param name="also">Those that were met just now.</param>
    public void AddTo(LaneReads reads, HashSet<Guid> also)
    {
        reads.MemberIds.UnionWith(also);
        if (into.IsEmpty)
        {
            return;
        }

        foreach (var id in reads.MemberIds.ToList())
        {
            if (into.TryGetValue(id, out var member))
            {
                reads.MemberIds.Add(member);
            }
        }
    }

    /// <summary>
    /// Whether somebody was read under an old id without the member he is now, who goes to <paramref name="also"/>.
    /// </summary>
    public bool Learn(LaneState state, HashSet<Guid> also)
    {
        var any = false;
        foreach (var (old, member) in state.Astray)
        {
            into[old] = member;
            any |= also.Add(member);
        }

        return any;
    }
}
