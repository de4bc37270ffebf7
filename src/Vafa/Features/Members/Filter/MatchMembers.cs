using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Programme;

namespace Vafa.Features.Members.Filter;

/// <param name="After">Where the page before stopped; null: from the beginning.</param>
/// <param name="Among">Only these members; null: all.</param>
internal sealed record MatchRequest(
    MemberFilter Filter,
    MemberOrder Order,
    int Limit,
    MemberPlace? After,
    IReadOnlyCollection<Guid>? Among = null
);

/// <summary>Members in their order and (null at the end) where the next page goes on.</summary>
internal sealed record Matched(IReadOnlyList<Guid> Ids, MemberPlace? Next);

/// <summary>
/// Finds the members a filter means. Where a term leads to few by its index, those few are read and sorted; else the
/// list is walked along the index of its order. How far one call walks is bounded: a page may hold fewer than asked,
/// even none, and still have a next.
/// </summary>
public sealed class MatchMembers(AppDb db, ProgrammeStore programmes, TimeProvider clock)
{
    internal const int MostOfRare = 5_000;

    /// <summary>Members walked in a call; the words of a name cost more for each than a column does.</summary>
    internal const int MostWalked = 20_000;
    internal const int MostWalkedByWords = 10_000;

    /// <summary>Further than this nobody is counted.</summary>
    public const int MostCounted = 10_000;

    private const int Chunk = 500;
    private const int FirstStep = 1_000;

    internal async Task<Matched> Run(MatchRequest request, CancellationToken ct)
    {
        var scene = await Scene(ct);
        var few = request.Among ?? await Few(request.Filter, scene, ct);
        return few is null ? await Walk(request, scene, ct) : await Gather(request, few, scene, ct);
    }

    /// <summary>How many there are; one more than <see cref="MostCounted"/> stands for "more".</summary>
    internal async Task<int> Count(MemberFilter filter, CancellationToken ct)
    {
        var scene = await Scene(ct);
        if (filter.Terms is [var only] && only.Exactly(scene) is { } exactly)
        {
            return await exactly.Distinct().Take(MostCounted + 1).CountAsync(ct);
        }

        return await Few(filter, scene, ct) is { } few
            ? (await Among(filter, few, scene, ct)).Count
            : await filter.Narrow(db.Members, scene).Select(m => m.Id).Take(MostCounted + 1).CountAsync(ct);
    }

    /// <summary>All whom the filter means today, for a query that goes on with them.</summary>
    /// <param name="within">The context that is asked; another than our own inside of its transaction.</param>
    internal IQueryable<Member> All(MemberFilter filter, ClubTime time, AppDb? within = null)
    {
        var scene = Scene(time, within ?? db);
        return filter.Narrow(scene.Db.Members, scene);
    }

    private async Task<FilterScene> Scene(CancellationToken ct) => Scene((await programmes.Newest(ct)).Time, db);

    private FilterScene Scene(ClubTime time, AppDb asked) => new(asked, time, time.DayOf(clock.GetUtcNow()));

    /// <summary>The fewest that the index of a term leads to; null where each leads to thousands.</summary>
    private static async Task<IReadOnlyCollection<Guid>?> Few(
        MemberFilter filter,
        FilterScene scene,
        CancellationToken ct
    )
    {
        IReadOnlyCollection<Guid>? fewest = null;
        foreach (var range in filter.Terms.SelectMany(t => t.Few(scene)))
        {
            var ids = await range.Take(MostOfRare + 1).ToListAsync(ct);
            if (ids.Count <= MostOfRare && (fewest is null || ids.Count < fewest.Count))
            {
                fewest = ids;
            }
        }

        return fewest is null ? null : [.. fewest.Distinct()];
    }

    private async Task<Matched> Gather(
        MatchRequest request,
        IReadOnlyCollection<Guid> few,
        FilterScene scene,
        CancellationToken ct
    )
    {
        var order = request.Order;
        var found = await Among(request.Filter, few, scene, ct);
        var places = found
            .Select(order.PlaceOf)
            .Where(p => request.After is null || order.Compare(p, request.After) > 0)
            .Order(Comparer<MemberPlace>.Create(order.Compare))
            .Take(request.Limit + 1)
            .ToList();
        return Cut(places, request.Limit);
    }

    private async Task<List<Ranked>> Among(
        MemberFilter filter,
        IReadOnlyCollection<Guid> few,
        FilterScene scene,
        CancellationToken ct
    )
    {
        var found = new List<Ranked>();
        foreach (var chunk in few.Chunk(Chunk))
        {
            var members = db.Members.Where(m => chunk.Contains(m.Id));
            found.AddRange(await Rows(filter.Narrow(members, scene)).ToListAsync(ct));
        }

        return found;
    }

    private async Task<Matched> Walk(MatchRequest request, FilterScene scene, CancellationToken ct)
    {
        var (order, found) = (request.Order, new List<MemberPlace>());
        var left = request.Filter.Terms.Any(t => t is NameWords) ? MostWalkedByWords : MostWalked;
        var inSteps = request.Filter.Terms.Count > 0 && (order.IsIndexed || db.IndexesEveryOrderOfMembers);
        var after = request.After;
        for (var at = after?.Stretch ?? 0; at < order.Stretches.Count; at++, after = null)
        {
            var stretch = order.Stretches[at];
            for (var step = Math.Max(FirstStep, request.Limit); ; step = Math.Min(step * 4, left))
            {
                // A list without a filter and an order without an index need no steps: the engine stops by itself.
                var end = inSteps ? await End(order, stretch, after, step, ct) : null;
                var part = request.Filter.Narrow(stretch.Part(db.Members, after, end), scene);
                var wanted = request.Limit + 1 - found.Count;
                var rows = await Rows(stretch.Sort(part)).Take(wanted).ToListAsync(ct);
                found.AddRange(rows.Select(order.PlaceOf));
                if (found.Count > request.Limit)
                {
                    return Cut(found, request.Limit);
                }

                if (end is null)
                {
                    break;
                }

                (after, left) = (end, left - step);
                if (left <= 0)
                {
                    return new Matched([.. found.Select(p => p.Id)], after);
                }
            }
        }

        return new Matched([.. found.Select(p => p.Id)], null);
    }

    /// <summary>Where a step along the index ends; null when the stretch ends before.</summary>
    private async Task<MemberPlace?> End(
        MemberOrder order,
        Stretch stretch,
        MemberPlace? after,
        int step,
        CancellationToken ct
    )
    {
        var rows = stretch.Sort(stretch.Part(db.Members, after, null));
        var last = await Rows(rows).Skip(step - 1).FirstOrDefaultAsync(ct);
        return last is null ? null : order.PlaceOf(last);
    }

    private static IQueryable<Ranked> Rows(IQueryable<Member> members) =>
        members.Select(m => new Ranked(m.Id, m.Since, m.LastVisit, m.Visits, m.Spent));

    private static Matched Cut(List<MemberPlace> places, int limit) =>
        new([.. places.Take(limit).Select(p => p.Id)], places.Count > limit ? places[limit - 1] : null);
}
