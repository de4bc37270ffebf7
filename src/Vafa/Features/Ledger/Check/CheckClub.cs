using Vafa.Data;
using Vafa.Data.Copying;
using Vafa.Features.Programme;

namespace Vafa.Features.Ledger.Check;

/// <summary>
/// Re-adds everything that is stored twice: ledger, lots, balances, counters, limits, roll-ups, sums of sales, tiers,
/// look-up keys, merges, and what is left of members who are gone. Reads one moment of the running club and holds one
/// member at a time, and the sums of the roll-ups.
/// </summary>
public sealed class CheckClub(Database database)
{
    /// <summary>Tells each difference to <paramref name="found"/> as it is met.</summary>
    public async Task<CheckTally> Run(Func<Difference, Task> found, CancellationToken ct)
    {
        await using var snapshot = await Snapshot.Open(database, ct);
        await using var rows = new MemberRows(snapshot, ct);
        var tally = new CheckTally(0, 0, 0, 0);
        var nights = await CheckNights.Read(snapshot, ct);
        var rollUps = new RollUpWalk(await ClubTimes.Read(snapshot, ct), nights);
        var merged = await MergedSums.Read(snapshot, ct);
        await rows.Start();
        while (await rows.Advance() is { } member)
        {
            tally = tally with
            {
                Wallets = tally.Wallets + rows.Wallets.Rows.Count,
                Entries = tally.Entries + rows.Entries.Rows.Count,
                Purchases = tally.Purchases + rows.Purchases.Rows.Count,
            };
            var sales = SaleAdded.Of(rows);
            var faults = CheckLedger.Faults(rows);
            rollUps.Add(rows, sales, faults);
            var differences = CheckLedger
                .Of(member, rows, faults)
                .Concat(CheckSales.Of(member, rows, sales))
                .Concat(CheckCounters.Of(member, rows, sales, merged))
                .Concat(nights.Add(member, rows, faults))
                .Concat(CheckTiers.Of(member, rows))
                .Concat(CheckAllowances.Of(member, rows, faults));
            foreach (var difference in differences)
            {
                tally = tally with { Differences = tally.Differences + 1 };
                await found(difference);
            }
        }

        foreach (var difference in nights.Differences().Concat(merged.Differences()))
        {
            tally = tally with { Differences = tally.Differences + 1 };
            await found(difference);
        }

        IAsyncEnumerable<Difference>[] outside =
        [
            CheckKeys.Of(snapshot, ct),
            CheckEmails.Of(snapshot, ct),
            CheckMerges.Of(snapshot, ct),
            CheckGone.Of(snapshot, ct),
            CheckRollUps.Of(snapshot, rollUps.Sums, ct),
        ];
        foreach (var differences in outside)
        {
            await foreach (var difference in differences)
            {
                tally = tally with { Differences = tally.Differences + 1 };
                await found(difference);
            }
        }

        return tally;
    }
}

public sealed record CheckTally(long Wallets, long Entries, long Purchases, long Differences);
