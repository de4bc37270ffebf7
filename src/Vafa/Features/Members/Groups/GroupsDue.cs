using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Members.Filter;
using Vafa.Features.Programme;

namespace Vafa.Features.Members.Groups;

/// <summary>
/// Who is in a group by rule and should not be, or should be and is not. Members are looked through by ranges of their
/// ids, each once by every rule, so that however few move no query goes over everybody. Both lists of a range are read
/// and compared here: asked for the difference, the database joined each range with the whole group.
/// </summary>
internal sealed class GroupsDue(AppDb db, MatchMembers match)
{
    /// <summary>
    /// Ranges in which nobody moves are passed over, but no more at a time: a lease is renewed between.
    /// </summary>
    private const int MostRanges = 10;

    /// <summary>The next members by id, at most so many; none are left when the answer is empty.</summary>
    /// <param name="after">The last one of the chunk before; the empty id begins.</param>
    public async Task<IReadOnlyList<Guid>> Run(
        ClubTime time,
        IReadOnlyList<RuledGroup> groups,
        Guid after,
        int most,
        CancellationToken ct
    )
    {
        for (var range = 1; ; range++)
        {
            var end = await End(after, most, ct);
            var found = new SortedSet<Guid>();
            foreach (var group in groups)
            {
                found.UnionWith(await Differing(group, time, new IdRange(after, end), ct));
            }

            if (found.Count > 0 || end is null)
            {
                return [.. found];
            }

            if (range == MostRanges)
            {
                // Nothing is to be done with him; the step's place moves on.
                return [end.Value];
            }

            after = end.Value;
        }
    }

    private async Task<List<Guid>> Differing(RuledGroup group, ClubTime time, IdRange range, CancellationToken ct)
    {
        var differing = new HashSet<Guid>(await Meant(group, time, range).ToListAsync(ct));
        differing.SymmetricExceptWith(await Inside(group, range).ToListAsync(ct));
        return [.. differing];
    }

    /// <summary>Whom its rule means.</summary>
    internal IQueryable<Guid> Meant(RuledGroup group, ClubTime time, IdRange range)
    {
        var meant = match.All(group.Rule.Filter, time).Where(m => m.Id.CompareTo(range.After) > 0);
        return (range.Until is { } last ? meant.Where(m => m.Id.CompareTo(last) <= 0) : meant).Select(m => m.Id);
    }

    /// <summary>Who is in it.</summary>
    internal IQueryable<Guid> Inside(RuledGroup group, IdRange range)
    {
        var inside = db.MemberGroups.Where(g => g.Code == group.Code && g.MemberId.CompareTo(range.After) > 0);
        inside = range.Until is { } last ? inside.Where(g => g.MemberId.CompareTo(last) <= 0) : inside;
        return inside.Select(g => g.MemberId);
    }

    /// <summary>The last member of a range of so many; null where fewer are left.</summary>
    private async Task<Guid?> End(Guid after, int most, CancellationToken ct)
    {
        var ids = db.Members.Where(m => m.Id.CompareTo(after) > 0).OrderBy(m => m.Id).Select(m => (Guid?)m.Id);
        return await ids.Skip(most - 1).FirstOrDefaultAsync(ct);
    }
}

/// <summary>Members behind one id, until another; null: to the end.</summary>
internal readonly record struct IdRange(Guid After, Guid? Until);
