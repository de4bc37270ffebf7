using System.Collections.Immutable;
using Vafa.Core.Ledger;
using Vafa.Core.Sales;
using Vafa.Core.Tiers;
using Vafa.Core.Values;
using Vafa.Features.Purchases;

namespace Vafa.Features.Ledger.Lane;

/// <summary>One member while a batch decides: what was read under the lock, moved on by each work in turn.</summary>
internal sealed class MemberState(MemberRow row)
{
    private readonly Dictionary<DateOnly, DayState> days = [];
    private readonly Dictionary<(string Offer, string Period), long> uses = [];
    private readonly List<WalletBalance> balances = [];
    private readonly List<Lot> lots = [];
    private readonly List<Lot> sums = [];
    private readonly List<string> groups = [];
    private MemberLedger? ledger;
    private int collected;
    private long visits;
    private long spent;
    private DateTimeOffset? lastVisit = row.LastVisit;
    private DateOnly? lastVisitDay = row.LastVisitDay;

    public MemberRow Row => row;

    /// <summary>What he bought of each product.</summary>
    public BoughtGoods Bought { get; } = new(row.Id);

    /// <summary>What he earned of the units that were asked for.</summary>
    public EarnedPast Earned { get; } = new();

    /// <summary>Where he stands on the ladders.</summary>
    public MemberTiers Tiers { get; } = new(row.Id);

    /// <summary>What he did on each day that was read, and in this batch.</summary>
    public IReadOnlyList<TierDay> TierDays =>
        [
            .. days
                .Keys.Union(Tiers.DaysOfEarning)
                .Select(day =>
                {
                    var (count, sum) = days.TryGetValue(day, out var state)
                        ? (state.VisitsNow, state.SpentNow)
                        : (0, 0);
                    return new TierDay(day, new TierSums(new Money(sum), count, [.. Tiers.EarnedOn(day)]));
                }),
        ];

    public ImmutableArray<string> Groups => [.. groups];

    public Dictionary<string, string> Fields { get; } = new(StringComparer.Ordinal);

    public long Visits => row.Visits + visits;

    public Money Spent => new(row.Spent + spent);

    public DateTimeOffset? LastVisit => lastVisit;

    public DateOnly? LastVisitDay => lastVisitDay;

    public MemberLedger Ledger => ledger ??= new MemberLedger(row.LastNo, balances, lots);

    public void Read(WalletBalance balance) => balances.Add(balance);

    public void ReadGroup(string code) => groups.Add(code);

    /// <summary>A lot read one by one: a debt, or any when each lot was asked for.</summary>
    public void Read(Lot lot) => lots.Add(lot);

    /// <summary>Open and pending lots with the same dates, read as one sum.</summary>
    public void ReadSum(Lot sum) => sums.Add(sum);

    /// <summary>Lots a refund needs even when they are empty.</summary>
    public void ReadVeryLots(IEnumerable<Lot> very)
    {
        foreach (var lot in very)
        {
            if (!lots.Exists(l => l.No == lot.No))
            {
                lots.Add(lot);
                ledger?.Load(lot);
            }
        }
    }

    /// <summary>What was earned at an instant, or taken back of it; by days where ladders ask for that.</summary>
    public void ReadEarned((string Unit, DateTimeOffset At, long Amount) move, Func<DateTimeOffset, DateOnly>? dayOf)
    {
        Earned.Add(move.Unit, move.At, move.Amount);
        if (dayOf is not null)
        {
            Tiers.Earn(dayOf(move.At), move.Unit, move.Amount);
        }
    }

    /// <summary>A day comes once for each id that became this member.</summary>
    public void Read(DateOnly day, long dayVisits, long daySpent)
    {
        var (more, much) = days.TryGetValue(day, out var known) ? (known.VisitsNow, known.SpentNow) : (0, 0);
        days[day] = new DayState(more + dayVisits, much + daySpent);
    }

    public void Read(string offer, string period, long count) =>
        uses[(offer, period)] = uses.GetValueOrDefault((offer, period)) + count;

    public long UsesOf(string offer, string period) => uses.GetValueOrDefault((offer, period));

    public void Use(string offer, string period, int count) =>
        uses[(offer, period)] = uses.GetValueOrDefault((offer, period)) + count;

    /// <summary>The wallet of a unit as its owner sees it.</summary>
    public WalletView View(string unit, DateTimeOffset now) => WalletView.Of(unit, sums.Concat(Ledger.Lots), now);

    public WindowFact Window(DateOnly from, DateOnly to)
    {
        var (count, sum) = (0L, 0L);
        foreach (var (day, state) in days)
        {
            if (day >= from && day <= to)
            {
                count += state.VisitsNow;
                sum += state.SpentNow;
            }
        }

        return new WindowFact(count, new Money(sum));
    }

    /// <summary>A sale or a refund moves the counters and the roll-up of its business day.</summary>
    public void Count(DateOnly day, long visitsBy, Money spentBy)
    {
        visits += visitsBy;
        spent += spentBy.Minor;
        if (!days.TryGetValue(day, out var state))
        {
            days[day] = state = new DayState(0, 0);
        }

        state.Move(visitsBy, spentBy.Minor);
    }

    /// <summary>Counters of an id that became this member, or is another again; its days stay with that id.</summary>
    public void Add(long visitsBy, long spentBy)
    {
        visits += visitsBy;
        spent += spentBy;
    }

    /// <summary>The last visit is an earlier one than it was; whoever says so writes it.</summary>
    public void LastVisitIs(DateTimeOffset? at, DateOnly? day) => (lastVisit, lastVisitDay) = (at, day);

    /// <summary>What a sale of this day is to the member, as far as is known when it is recorded.</summary>
    public VisitKind VisitOn(DateOnly day) => VisitKinds.Of(lastVisitDay, day);

    public void Visited(DateTimeOffset at, DateOnly day)
    {
        if (lastVisit is null || at > lastVisit)
        {
            lastVisit = at;
            lastVisitDay = day;
        }
    }

    /// <summary>Gives the entries made since the last call their cause and takes them along to be written.</summary>
    public void Collect(LaneRows rows, in EntryCause cause)
    {
        var entries = Ledger.NewEntries;
        for (; collected < entries.Count; collected++)
        {
            var entry = entries[collected];
            rows.Entries.Add(cause.Of(row.Id, entry));
            if (entry.Kind is EntryKind.Earned or EntryKind.Reversed)
            {
                Earned.Add(entry.Unit, cause.CountsAt ?? cause.At, entry.Amount);
            }

            rows.RollUps.Moved(new CountedAt(cause.Day, cause.Branch), entry.Unit, entry.Kind, entry.Amount);
            if (entry.Kind == EntryKind.Earned)
            {
                Tiers.Earn(cause.Day, entry.Unit, entry.Amount);
            }
        }
    }

    public void AddTo(LaneRows rows)
    {
        if (ledger is not null)
        {
            AddLedger(rows, ledger);
        }

        var no = ledger?.LastNo ?? row.LastNo;
        if (visits != 0 || spent != 0 || no != row.LastNo || lastVisit != row.LastVisit)
        {
            rows.Members.Add(new MemberChange(row.Id, visits, spent, lastVisit, lastVisitDay, row.LastNo, no));
        }

        Bought.AddTo(rows);
        Tiers.AddTo(rows);
        foreach (var (day, state) in days)
        {
            if (state.Visits != 0 || state.Spent != 0)
            {
                rows.Days.Add(
                    new MemberDay
                    {
                        MemberId = row.Id,
                        Day = day,
                        Visits = state.Visits,
                        Spent = state.Spent,
                    }
                );
            }
        }
    }

    private void AddLedger(LaneRows rows, MemberLedger moved)
    {
        foreach (var lot in moved.NewLots)
        {
            rows.RollUps.Due(lot.ExpiresAt, lot.Unit, lot.Remaining);
            rows.NewLots.Add(
                new LotRow
                {
                    MemberId = row.Id,
                    No = lot.No,
                    Unit = lot.Unit,
                    Amount = lot.Amount,
                    Remaining = lot.Remaining,
                    AvailableFrom = lot.AvailableFrom,
                    ExpiresAt = lot.ExpiresAt,
                    Awaits = lot.Awaits,
                    Slides = lot.Slides,
                    Day = lot.Day,
                    Branch = lot.Branch,
                }
            );
        }

        foreach (var change in moved.LotChanges)
        {
            rows.RollUps.Due(change.ExpiresAt, change.Unit, change.After - change.Before);
            rows.LotChanges.Add(new LotChange(row.Id, change.Lot, change.Before, change.After));
        }

        foreach (var change in moved.DatesChanges)
        {
            // What remains now was counted with the end it had before.
            rows.RollUps.Due(change.Before.ExpiresAt, change.Unit, -change.Remaining);
            rows.RollUps.Due(change.After.ExpiresAt, change.Unit, change.Remaining);
            rows.LotDates.Add(new MovedDates(row.Id, change.Lot, change.After));
        }

        foreach (var change in moved.BalanceChanges)
        {
            var isNew = !balances.Exists(b => string.Equals(b.Unit, change.Unit, StringComparison.Ordinal));
            (isNew ? rows.NewWallets : rows.WalletChanges).Add(
                new WalletChange(row.Id, change.Unit, change.Before, change.Delta)
            );
        }
    }

    private sealed class DayState(long visitsRead, long spentRead)
    {
        public long Visits { get; private set; }

        public long Spent { get; private set; }

        public long VisitsNow => visitsRead + Visits;

        public long SpentNow => spentRead + Spent;

        public void Move(long visitsBy, long spentBy)
        {
            Visits += visitsBy;
            Spent += spentBy;
        }
    }
}
