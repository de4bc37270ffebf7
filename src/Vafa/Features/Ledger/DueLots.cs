using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Ledger;

/// <summary>A lot whose date has come or comes soon, as it stood when it was read.</summary>
public readonly record struct DueLot(Guid Member, string Unit, long Remaining, DateTimeOffset At);

/// <summary>Instants after <paramref name="From"/> and not after <paramref name="Until"/>.</summary>
public readonly record struct DueSpan(DateTimeOffset From, DateTimeOffset Until)
{
    public bool IsEmpty => From >= Until;

    public bool Holds(DateTimeOffset at) => From < at && at <= Until;
}

/// <summary>
/// Finds lots by their dates, member after member in the order of ids, which is the order of their key: a walk over
/// many needs no index of dates, and ends after as many members as are asked for.
/// </summary>
public sealed class DueLots(AppDb db)
{
    /// <summary>More spans than this are not looked for at once.</summary>
    public const int Spans = 3;

    /// <summary>Members who still hold something of a lot that ended by <paramref name="until"/>.</summary>
    public async Task<IReadOnlyList<Guid>> Ended(Guid? after, DateTimeOffset until, int most, CancellationToken ct) =>
        await First(OfEnded(after, until), most, ct);

    /// <summary>Lots that waited and opened in this span, of the next members.</summary>
    public async Task<IReadOnlyList<DueLot>> Opened(Guid? after, DueSpan span, int most, CancellationToken ct)
    {
        var members = await First(OfOpened(after, span), most, ct);
        return members.Count == 0
            ? []
            : await Waited(LotsOf(members), span)
                .OrderBy(l => l.MemberId)
                .Select(l => new DueLot(l.MemberId, l.Unit, l.Remaining, l.AvailableFrom))
                .ToListAsync(ct);
    }

    /// <summary>Lots that end in one of these spans, of the next members.</summary>
    public async Task<IReadOnlyList<DueLot>> Ending(
        Guid? after,
        IReadOnlyList<DueSpan> spans,
        int most,
        CancellationToken ct
    )
    {
        var members = await First(OfEnding(after, spans), most, ct);
        return members.Count == 0
            ? []
            : await Within(LotsOf(members), spans)
                .OrderBy(l => l.MemberId)
                .Select(l => new DueLot(l.MemberId, l.Unit, l.Remaining, l.ExpiresAt!.Value))
                .ToListAsync(ct);
    }

    /// <summary>The same of these members alone, where somebody knows already who may have one.</summary>
    public async Task<IReadOnlyList<DueLot>> EndingOf(
        IReadOnlyCollection<Guid> members,
        IReadOnlyList<DueSpan> spans,
        CancellationToken ct
    ) =>
        await Within(db.Lots.AsNoTracking().Where(l => l.Remaining > 0 && members.Contains(l.MemberId)), spans)
            .OrderBy(l => l.MemberId)
            .Select(l => new DueLot(l.MemberId, l.Unit, l.Remaining, l.ExpiresAt!.Value))
            .ToListAsync(ct);

    internal IQueryable<Guid> OfEnded(Guid? after, DateTimeOffset until) =>
        LotsAfter(after).Where(l => l.ExpiresAt <= until).Select(l => l.MemberId);

    internal IQueryable<Guid> OfOpened(Guid? after, DueSpan span) =>
        Waited(LotsAfter(after), span).Select(l => l.MemberId);

    internal IQueryable<Guid> OfEnding(Guid? after, IReadOnlyList<DueSpan> spans) =>
        Within(LotsAfter(after), spans).Select(l => l.MemberId);

    internal static IQueryable<Guid> InOrder(IQueryable<Guid> members, int most) =>
        members.OrderBy(id => id).Take(most);

    /// <summary>
    /// A member with several such lots counts several times, so there may be fewer. The database does not make them
    /// distinct, for which it would look at all that are left before it gives the first.
    /// </summary>
    private static async Task<List<Guid>> First(IQueryable<Guid> members, int most, CancellationToken ct) =>
        [.. (await InOrder(members, most).ToListAsync(ct)).Distinct()];

    private IQueryable<LotRow> LotsAfter(Guid? after)
    {
        var lots = db.Lots.AsNoTracking().Where(l => l.Remaining > 0);
        return after is { } last ? lots.Where(l => l.MemberId.CompareTo(last) > 0) : lots;
    }

    /// <summary>Found as a stretch of ids, which holds nobody else who is looked for.</summary>
    private IQueryable<LotRow> LotsOf(List<Guid> members)
    {
        var (first, last) = (members[0], members[^1]);
        return db
            .Lots.AsNoTracking()
            .Where(l => l.Remaining > 0 && l.MemberId.CompareTo(first) >= 0 && l.MemberId.CompareTo(last) <= 0);
    }

    /// <summary>
    /// The entry that opened a lot has its number, and tells when that was. What was recorded later than it opened, as
    /// by a night that is late, could be spent at once.
    /// </summary>
    private IQueryable<LotRow> Waited(IQueryable<LotRow> lots, DueSpan span) =>
        lots.Where(l => l.AvailableFrom > span.From && l.AvailableFrom <= span.Until)
            .Where(l =>
                db.Entries.Any(e =>
                    e.MemberId == l.MemberId && e.No == l.No && e.At < l.AvailableFrom && e.RecordedAt < l.AvailableFrom
                )
            );

    private static IQueryable<LotRow> Within(IQueryable<LotRow> lots, IReadOnlyList<DueSpan> spans)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(spans.Count, Spans);
        var (a, b, c) = (spans.ElementAtOrDefault(0), spans.ElementAtOrDefault(1), spans.ElementAtOrDefault(2));
        return lots.Where(l =>
            (l.ExpiresAt > a.From && l.ExpiresAt <= a.Until)
            || (l.ExpiresAt > b.From && l.ExpiresAt <= b.Until)
            || (l.ExpiresAt > c.From && l.ExpiresAt <= c.Until)
        );
    }
}
