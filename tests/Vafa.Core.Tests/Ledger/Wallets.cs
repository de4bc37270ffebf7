using Vafa.Core.Ledger;

namespace Vafa.Core.Tests.Ledger;

/// <summary>A member's stored wallets in memory: each transaction loads them, works and writes back.</summary>
internal sealed class Wallets
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    private readonly List<Lot> lots = [];
    private readonly Dictionary<string, long> balances = [];

    public List<Entry> Entries { get; } = [];

    public IReadOnlyList<Lot> Lots => lots;

    public long LastNo { get; private set; }

    public DateTimeOffset Now { get; set; } = Start;

    public long this[int lot] => lots.Single(l => l.No == lot).Remaining;

    public long Balance(string unit) => WalletView.Of(unit, lots, Now).Balance;

    public long Stored(string unit) => balances.GetValueOrDefault(unit);

    /// <summary>Loads copies, so that what is not written back is lost, as in a database.</summary>
    public MemberLedger Load() =>
        new(LastNo, balances.Select(b => new WalletBalance(b.Key, b.Value)), lots.Select(Copy));

    public IReadOnlyList<Entry> Write(MemberLedger ledger)
    {
        foreach (var change in ledger.LotChanges)
        {
            var lot = lots.Single(l => l.No == change.Lot);
            if (lot.Remaining != change.Before)
            {
                throw new InvalidOperationException("The lot was changed by another.");
            }

            lot.Remaining = change.After;
        }

        foreach (var change in ledger.DatesChanges)
        {
            var lot = lots.Single(l => l.No == change.Lot);
            if (lot.Dates != change.Before || lot.Remaining != change.Remaining)
            {
                throw new InvalidOperationException("The lot was changed by another.");
            }

            (lot.AvailableFrom, lot.ExpiresAt, lot.Awaits) = change.After;
        }

        lots.AddRange(ledger.NewLots.Select(Copy));
        foreach (var change in ledger.BalanceChanges)
        {
            balances[change.Unit] = balances.GetValueOrDefault(change.Unit) + change.Delta;
        }

        Entries.AddRange(ledger.NewEntries);
        LastNo = ledger.LastNo;
        return [.. ledger.NewEntries];
    }

    /// <summary>One transaction.</summary>
    public T Do<T>(Func<MemberLedger, T> work)
    {
        var ledger = Load();
        var result = work(ledger);
        Write(ledger);
        return result;
    }

    public IReadOnlyList<LedgerFault> Check() =>
        LedgerCheck.Of(LastNo, [.. balances.Select(b => new WalletBalance(b.Key, b.Value))], lots, Entries);

    /// <summary>Replaces one lot, as a corrupted row would.</summary>
    public void Corrupt(Func<Lot, Lot> change, long no)
    {
        var at = lots.FindIndex(l => l.No == no);
        lots[at] = change(lots[at]);
    }

    public void Corrupt(Func<Entry, Entry> change, int no) => Entries[no - 1] = change(Entries[no - 1]);

    public void CorruptBalance(string unit, long by) => balances[unit] += by;

    private static Lot Copy(Lot lot) =>
        new()
        {
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
        };
}
