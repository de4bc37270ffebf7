using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Members;
using Vafa.Features.Programme;

namespace Vafa.Features.Ledger;

/// <param name="Unit">Only this unit; null: all.</param>
/// <param name="From">Where the page before stopped.</param>
public sealed record StatementRequest(Guid MemberId, string? Unit, int Limit, bool Persian, StatementFrom? From = null);

/// <summary>A page of a statement and (null at the end) where the next one goes on.</summary>
public sealed record Statement(IReadOnlyList<StatementItem> Items, StatementFrom? Next);

/// <summary>One act in one unit.</summary>
/// <param name="At">When it counts from; <paramref name="RecordedAt"/> is when Vafa heard of it.</param>
/// <param name="Amount">+ into the wallet, − out of it.</param>
/// <param name="Balance">The stored balance after it: pending and expired-but-unswept included.</param>
public sealed record StatementItem(
    DateTimeOffset At,
    DateTimeOffset RecordedAt,
    string Unit,
    long Amount,
    long Balance,
    CauseOfItem Cause
)
{
    /// <summary>The id it is booked under, where that was merged into the member.</summary>
    public Guid? Of { get; init; }
}

/// <param name="Kind">
/// purchase, offer, tier, refund, adjustment, import, expiry, night, event, conversion, transfer or merge.
/// </param>
/// <param name="Id">Of the purchase, refund or adjustment.</param>
/// <param name="Title">In the reader's language.</param>
public sealed record CauseOfItem(string Kind, Guid Id, string Title);

/// <summary>
/// What came into a member's wallets and went out of them, newest first. Entries of one posting and unit are one item,
/// and an item never falls apart over two pages. Refused: member.unknown, statement.unit-unknown.
/// </summary>
public sealed class ReadStatement(AppDb db, ProgrammeStore programmes)
{
    private const int Chunk = 500;

    public async Task<Outcome<Statement>> Run(StatementRequest request, CancellationToken ct)
    {
        if (!await MemberLookup.Exists(db, request.MemberId, ct))
        {
            return Refusal.NotFound("member.unknown");
        }

        var club = await programmes.Newest(ct);
        if (request.Unit is { } unit && club.Programme.UnitOf(unit) is null)
        {
            return new Refusal("statement.unit-unknown", "/unit", unit);
        }

        var ids = await MemberLookup.Under(db, request.MemberId, ct);
        var (acts, places) = (new List<Queue<Act>>(ids.Count), new List<StatementPlace?>(ids.Count));
        foreach (var id in ids)
        {
            var from = request.From?.Of(places.Count);
            acts.Add(new Queue<Act>(await Acts(request with { MemberId = id }, from, ct)));
            places.Add(from);
        }

        return Page(request, (acts, places), new CauseTitles(club, request.Persian));
    }

    /// <summary>The newest of what the ids of a member have, each in its own order.</summary>
    private static Statement Page(
        StatementRequest request,
        (List<Queue<Act>> Acts, List<StatementPlace?> Places) of,
        CauseTitles titles
    )
    {
        var items = new List<StatementItem>();
        while (Newest(of.Acts) is { } at)
        {
            if (items.Count == request.Limit)
            {
                return new Statement(items, new StatementFrom(of.Places));
            }

            var act = of.Acts[at].Dequeue();
            of.Places[at] = act.Place;
            items.Add(act.Show(titles, request.MemberId));
        }

        return new Statement(items, null);
    }

    /// <summary>Which id's next act is the newest; null when none has any.</summary>
    private static int? Newest(List<Queue<Act>> acts)
    {
        int? newest = null;
        for (var i = 0; i < acts.Count; i++)
        {
            if (
                acts[i].TryPeek(out var act)
                && (newest is not { } best || act.Newest.RecordedAt > acts[best].Peek().Newest.RecordedAt)
            )
            {
                newest = i;
            }
        }

        return newest;
    }

    /// <summary>
    /// One more than the page holds, where there are so many; read in chunks, because an act may be long.
    /// </summary>
    private async Task<List<Act>> Acts(StatementRequest request, StatementPlace? from, CancellationToken ct)
    {
        var (acts, below, posting) = (new List<Act>(), from?.No ?? long.MaxValue, 0L);
        var ofPosting = new SortedDictionary<string, Act>(StringComparer.Ordinal);
        while (true)
        {
            var chunk = await Entries(request, below).OrderByDescending(e => e.No).Take(Chunk).ToListAsync(ct);
            foreach (var entry in chunk)
            {
                if (entry.Posting != posting)
                {
                    acts.AddRange(Unshown(ofPosting, from));
                    ofPosting.Clear();
                    if (acts.Count > request.Limit)
                    {
                        return acts;
                    }

                    posting = entry.Posting;
                }

                ofPosting.TryAdd(
                    entry.Unit,
                    new Act(entry, ofPosting.Count == 0 ? entry.No : ofPosting.First().Value.Last)
                );
                ofPosting[entry.Unit].Amount += entry.Amount;
            }

            if (chunk.Count < Chunk)
            {
                acts.AddRange(Unshown(ofPosting, from));
                return acts;
            }

            below = chunk[^1].No - 1;
        }
    }

    private IQueryable<EntryRow> Entries(StatementRequest request, long highest)
    {
        var entries = db.Entries.AsNoTracking().Where(e => e.MemberId == request.MemberId && e.No <= highest);
        return request.Unit is { } unit ? entries.Where(e => e.Unit == unit) : entries;
    }

    /// <summary>Units of the posting at which the page before stopped are shown once.</summary>
    private static IEnumerable<Act> Unshown(SortedDictionary<string, Act> ofPosting, StatementPlace? from) =>
        ofPosting.Values.Where(a =>
            from is null || a.Last != from.No || string.CompareOrdinal(a.Newest.Unit, from.Unit) > 0
        );

    /// <summary>The entries of one posting and unit, while they are gathered.</summary>
    /// <param name="newest">The last of them, which says the balance after all.</param>
    /// <param name="last">The last entry of the whole posting.</param>
    private sealed class Act(EntryRow newest, long last)
    {
        public EntryRow Newest { get; } = newest;

        public long Last { get; } = last;

        public long Amount { get; set; }

        public StatementPlace Place => new(Last, Newest.Unit);

        public StatementItem Show(CauseTitles titles, Guid member) =>
            new(Newest.At, Newest.RecordedAt, Newest.Unit, Amount, Newest.Balance, titles.Of(Newest))
            {
                Of = Newest.MemberId == member ? null : Newest.MemberId,
            };
    }
}
