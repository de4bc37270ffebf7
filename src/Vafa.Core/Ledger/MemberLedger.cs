namespace Vafa.Core.Ledger;

/// <summary>
/// The wallets of one member while a transaction decides: numbers the entries, keeps the running balances and collects
/// what must be written. An entry moves exactly one lot; the entries of one act share the number of the first as
/// posting.
/// </summary>
/// <remarks>
/// The caller loads the lots that the work needs: for an earning those in debt, for a spending and a negative
/// adjustment all with a remainder, for a reversal besides them the very lots, for a return the lots that were drawn
/// on, each also when empty. Operations that are refused change nothing.
/// </remarks>
public sealed partial class MemberLedger
{
    private readonly List<Wallet> wallets = new(2);
    private readonly List<Loaded> loaded = [];
    private readonly List<Lot> newLots = [];
    private readonly List<Entry> newEntries = [];

    /// <param name="lastNo">Number of the member's last entry; 0 for a new member.</param>
    /// <param name="balances">Stored balances; a unit that is not named has 0.</param>
    public MemberLedger(long lastNo, IEnumerable<WalletBalance> balances, IEnumerable<Lot> lots)
    {
        LastNo = lastNo;
        foreach (var balance in balances)
        {
            wallets.Add(new Wallet(balance.Unit, balance.Stored));
        }

        foreach (var lot in lots)
        {
            loaded.Add(new Loaded(lot, lot.Remaining, lot.Dates));
        }
    }

    /// <summary>
    /// A lot that is needed although it is empty, read later than the others; a lot at hand stays as it is.
    /// </summary>
    public void Load(Lot lot)
    {
        if (Lots.All(l => l.No != lot.No))
        {
            loaded.Add(new Loaded(lot, lot.Remaining, lot.Dates));
        }
    }

    /// <summary>The wallets of a member who has none yet.</summary>
    public static MemberLedger Empty() => new(0, [], []);

    /// <summary>Number of the last entry, the new ones included.</summary>
    public long LastNo { get; private set; }

    /// <summary>Entries to be added, in order.</summary>
    public IReadOnlyList<Entry> NewEntries => newEntries;

    /// <summary>Lots to be added, with what remains of them now.</summary>
    public IReadOnlyList<Lot> NewLots => newLots;

    /// <summary>All lots at hand, loaded and new.</summary>
    public IEnumerable<Lot> Lots => loaded.Select(l => l.Lot).Concat(newLots);

    /// <summary>The loaded lots whose remainder differs from what was read.</summary>
    public IReadOnlyList<LotChange> LotChanges =>
        [
            .. loaded
                .Where(l => l.Lot.Remaining != l.Before)
                .Select(l => new LotChange(l.Lot.No, l.Lot.Unit, l.Before, l.Lot.Remaining, l.Dates.ExpiresAt)),
        ];

    /// <summary>The loaded lots whose dates differ from what was read.</summary>
    public IReadOnlyList<LotDatesChange> DatesChanges =>
        [
            .. loaded
                .Where(l => l.Lot.Dates != l.Dates)
                .Select(l => new LotDatesChange(l.Lot.No, l.Lot.Unit, l.Dates, l.Lot.Dates, l.Lot.Remaining)),
        ];

    /// <summary>The stored balances that differ from what was read.</summary>
    public IReadOnlyList<BalanceChange> BalanceChanges =>
        [.. wallets.Where(w => w.Now != w.Before).Select(w => new BalanceChange(w.Unit, w.Before, w.Now))];

    /// <summary>Σ of all entries of a unit, the new ones included.</summary>
    public long StoredBalance(string unit) => WalletOf(unit).Now;

    /// <summary>What may be spent at <paramref name="now"/>: open lots less debt, never below 0.</summary>
    public long Available(string unit, DateTimeOffset now) => Math.Max(0, WalletView.Of(unit, Lots, now).Balance);

    /// <summary>
    /// Takes back everything after entry <paramref name="no"/>, as if it had not been asked for: for a work that is
    /// refused after some of its moves. Only what is new in this ledger can be forgotten.
    /// </summary>
    public void ForgetAfter(long no)
    {
        while (newEntries.Count > 0 && newEntries[^1].No > no)
        {
            var entry = newEntries[^1];
            var lot = LotOf(entry.Lot);
            lot.Remaining -= entry.Amount;
            WalletOf(entry.Unit).Now -= entry.Amount;
            if (entry.Lot == entry.No)
            {
                newLots.Remove(lot);
            }

            newEntries.RemoveAt(newEntries.Count - 1);
            LastNo = entry.No - 1;
        }
    }

    /// <summary>Opens a lot; its number is that of the entry which brings its amount.</summary>
    private void Open(Act act, string unit, long amount, LotTerms terms)
    {
        var lot = new Lot
        {
            No = LastNo + 1,
            Unit = unit,
            Amount = amount,
            AvailableFrom = terms.AvailableFrom,
            ExpiresAt = terms.ExpiresAt,
            Awaits = terms.Awaits,
            Slides = terms.Slides,
            Day = terms.Day,
            Branch = terms.Branch,
        };
        newLots.Add(lot);
        Move(act, lot, amount);
    }

    /// <summary>Writes one entry.</summary>
    private void Move(Act act, Lot lot, long amount)
    {
        var wallet = WalletOf(lot.Unit);
        LastNo++;
        lot.Remaining = checked(lot.Remaining + amount);
        wallet.Now = checked(wallet.Now + amount);
        newEntries.Add(new Entry(LastNo, act.Posting, lot.Unit, lot.No, amount, wallet.Now, act.Account, act.Kind));
    }

    /// <summary>
    /// Takes from the lots in turn until nothing is left to take; what could not be taken is returned.
    /// </summary>
    private long TakeFrom(Act act, IEnumerable<Lot> lots, long amount, List<Draw>? draws = null)
    {
        foreach (var lot in lots)
        {
            if (amount == 0)
            {
                break;
            }

            var part = Math.Min(amount, lot.Remaining);
            Move(act, lot, -part);
            draws?.Add(new Draw(lot.No, part));
            amount -= part;
        }

        return amount;
    }

    /// <summary>Lots with a positive remainder in the order of spending: by expiry (never last), then age.</summary>
    private List<Lot> InSpendingOrder(Func<Lot, bool> which) =>
        [
            .. Lots.Where(l => l.Remaining > 0 && which(l))
                .OrderBy(l => l.ExpiresAt ?? DateTimeOffset.MaxValue)
                .ThenBy(l => l.No),
        ];

    private Act Begin(EntryKind kind, ClubAccount account) => new(LastNo + 1, kind, account);

    private Lot LotOf(long no) =>
        Lots.FirstOrDefault(l => l.No == no)
        ?? throw new InvalidOperationException($"Lot {no} of this member was not loaded.");

    private Wallet WalletOf(string unit)
    {
        foreach (var wallet in wallets)
        {
            if (string.Equals(wallet.Unit, unit, StringComparison.Ordinal))
            {
                return wallet;
            }
        }

        var empty = new Wallet(unit, 0);
        wallets.Add(empty);
        return empty;
    }

    /// <summary>One business act: what its entries have in common.</summary>
    private readonly record struct Act(long Posting, EntryKind Kind, ClubAccount Account);

    private readonly record struct Loaded(Lot Lot, long Before, LotDates Dates);

    private sealed class Wallet(string unit, long before)
    {
        public string Unit { get; } = unit;

        public long Before { get; } = before;

        public long Now { get; set; } = before;
    }
}
