namespace Vafa.Core.Ledger;

/// <summary>
/// Re-adds the ledger of one member and names what does not agree. Nothing is mended: the entries are the truth, and
/// what was derived from them is compared.
/// </summary>
public static class LedgerCheck
{
    /// <param name="lastNo">The last entry number the member's row holds.</param>
    /// <param name="entries">All entries of the member in order of their numbers.</param>
    public static IReadOnlyList<LedgerFault> Of(
        long lastNo,
        IReadOnlyCollection<WalletBalance> balances,
        IReadOnlyCollection<Lot> lots,
        IReadOnlyList<Entry> entries
    )
    {
        var faults = new List<LedgerFault>();
        var byNo = new Dictionary<long, Lot>();
        foreach (var lot in lots)
        {
            byNo[lot.No] = lot;
        }

        var stored = balances.ToDictionary(b => b.Unit, b => b.Stored, StringComparer.Ordinal);
        var sums = CheckEntries(entries, stored, byNo, faults);
        Compare("member.last-no", "", 0, entries.Count == 0 ? 0 : entries[^1].No, lastNo, faults);
        foreach (var lot in lots)
        {
            CheckLot(lot, sums.Lots.GetValueOrDefault(lot.No), faults);
        }

        foreach (var unit in sums.Units.Keys.Union(stored.Keys, StringComparer.Ordinal))
        {
            var sum = sums.Units.GetValueOrDefault(unit);
            Compare("wallet.balance", unit, 0, sum, stored.GetValueOrDefault(unit), faults);
        }

        return faults;
    }

    /// <summary>The club account that an entry of this kind moves against.</summary>
    public static ClubAccount AccountOf(EntryKind kind) =>
        kind switch
        {
            EntryKind.Earned or EntryKind.Reversed => ClubAccount.Issued,
            EntryKind.Spent or EntryKind.Returned => ClubAccount.Spent,
            EntryKind.Expired or EntryKind.Reinstated => ClubAccount.Expired,
            EntryKind.Adjusted or EntryKind.Extended => ClubAccount.Adjusted,
            EntryKind.Imported => ClubAccount.Imported,
            EntryKind.Converted => ClubAccount.Converted,
            EntryKind.Transferred => ClubAccount.Transferred,
            EntryKind.Merged => ClubAccount.Merged,
            EntryKind.SetApart => ClubAccount.SetApart,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    private static Sums CheckEntries(
        IReadOnlyList<Entry> entries,
        Dictionary<string, long> stored,
        Dictionary<long, Lot> lots,
        List<LedgerFault> faults
    )
    {
        var sums = new Sums([], new Dictionary<string, long>(StringComparer.Ordinal));
        var running = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            Compare("entry.no", entry.Unit, entry.No, i == 0 ? 1 : entries[i - 1].No + 1, entry.No, faults);
            Compare("entry.account", entry.Unit, entry.No, (long)AccountOf(entry.Kind), (long)entry.Account, faults);
            CheckPosting(entry, i == 0 ? null : entries[i - 1], faults);
            CheckOpening(entry, lots.GetValueOrDefault(entry.Lot), faults);

            var before = running.GetValueOrDefault(entry.Unit);
            var amount = entry.Amount;
            if (entry.Balance != before + amount && entry.Balance != sums.Units.GetValueOrDefault(entry.Unit) + amount)
            {
                amount = BlameAmountOrBalance(entries, i, before, stored, faults);
            }

            running[entry.Unit] = entry.Balance;
            sums.Units[entry.Unit] = sums.Units.GetValueOrDefault(entry.Unit) + amount;
            var lot = sums.Lots.GetValueOrDefault(entry.Lot);
            sums.Lots[entry.Lot] = new LotSum(entry.No == entry.Lot ? amount : lot.Opening, lot.All + amount);
        }

        return sums;
    }

    /// <summary>
    /// Entry <paramref name="i"/> does not lead from the balance before it to its own. Where the next entry of the unit
    /// (or the wallet, after the last) goes on from its balance, its amount is wrong, else its balance. So that one
    /// wrong number is named once, the amount that should stand there is the one to go on with.
    /// </summary>
    private static long BlameAmountOrBalance(
        IReadOnlyList<Entry> entries,
        int i,
        long before,
        Dictionary<string, long> stored,
        List<LedgerFault> faults
    )
    {
        var entry = entries[i];
        var goesOnFrom = stored.GetValueOrDefault(entry.Unit);
        for (var j = i + 1; j < entries.Count; j++)
        {
            if (string.Equals(entries[j].Unit, entry.Unit, StringComparison.Ordinal))
            {
                goesOnFrom = entries[j].Balance - entries[j].Amount;
                break;
            }
        }

        if (goesOnFrom == entry.Balance)
        {
            Compare("entry.amount", entry.Unit, entry.No, entry.Balance - before, entry.Amount, faults);
            return entry.Balance - before;
        }

        Compare("entry.balance", entry.Unit, entry.No, before + entry.Amount, entry.Balance, faults);
        return entry.Amount;
    }

    /// <summary>An entry begins a posting or goes on with that of the entry before it, of its unit and kind.</summary>
    private static void CheckPosting(in Entry entry, Entry? before, List<LedgerFault> faults)
    {
        var goesOn =
            before is { } last
            && entry.Posting == last.Posting
            && entry.Kind == last.Kind
            && string.Equals(entry.Unit, last.Unit, StringComparison.Ordinal);
        if (!goesOn)
        {
            Compare("entry.posting", entry.Unit, entry.No, entry.No, entry.Posting, faults);
        }
    }

    private static void CheckOpening(in Entry entry, Lot? lot, List<LedgerFault> faults)
    {
        if (lot is null || !string.Equals(lot.Unit, entry.Unit, StringComparison.Ordinal))
        {
            faults.Add(new LedgerFault("entry.lot", entry.Unit, entry.No, 0, entry.Lot));
        }
    }

    /// <summary>
    /// A lot holds what its entries add up to; nothing is below zero but a debt, and no lot holds more than it brought.
    /// </summary>
    private static void CheckLot(Lot lot, LotSum sum, List<LedgerFault> faults)
    {
        var before = faults.Count;
        Compare("lot.amount", lot.Unit, lot.No, sum.Opening, lot.Amount, faults);
        Compare("lot.remaining", lot.Unit, lot.No, sum.All, lot.Remaining, faults);
        if (faults.Count > before)
        {
            return;
        }

        if (lot.Remaining < Math.Min(0, lot.Amount) || lot.Remaining > Math.Max(0, lot.Amount))
        {
            faults.Add(new LedgerFault("lot.bounds", lot.Unit, lot.No, lot.Amount, lot.Remaining));
        }

        if (lot.Amount < 0 && lot.ExpiresAt is not null)
        {
            faults.Add(new LedgerFault("lot.debt-expires", lot.Unit, lot.No, lot.Amount, lot.Remaining));
        }
    }

    private static void Compare(string what, string unit, long no, long expected, long found, List<LedgerFault> faults)
    {
        if (expected != found)
        {
            faults.Add(new LedgerFault(what, unit, no, expected, found));
        }
    }

    private readonly record struct LotSum(long Opening, long All);

    private readonly record struct Sums(Dictionary<long, LotSum> Lots, Dictionary<string, long> Units);
}

/// <summary>One thing that does not agree.</summary>
/// <param name="What">Stable code: lot.remaining, wallet.balance, entry.balance, …</param>
/// <param name="No">The entry or lot it is about; 0 for a wallet.</param>
/// <param name="Expected">What the entries say.</param>
/// <param name="Found">What is stored.</param>
public readonly record struct LedgerFault(string What, string Unit, long No, long Expected, long Found);
