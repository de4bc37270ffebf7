using Microsoft.EntityFrameworkCore;
using Vafa.Core.Ledger;
using Vafa.Core.Tiers;
using Vafa.Data;
using Vafa.Features.Ledger;
using Vafa.Features.Night;
using Vafa.Features.Programme;

namespace Vafa.Travel;

/// <summary>What a night must do, reckoned from the lots alone, in the plainest way there is.</summary>
internal sealed record Expected(
    SortedDictionary<string, long> Opened,
    SortedDictionary<string, long> Converted,
    SortedDictionary<string, long> Expired,
    long Warnings,
    Dictionary<(Guid, long), long> LotsAfter
);

/// <summary>The lots as they stood before a night.</summary>
internal sealed record NightFacts(IReadOnlyList<LotRow> Lots, HashSet<(Guid, long)> Waited)
{
    private static readonly int[] Distances = [1, 7, 30];

    public static async Task<NightFacts> Read(AppDb db)
    {
        var lots = await db.Lots.AsNoTracking().Where(l => l.Remaining != 0).ToListAsync();
        var waited = await db
            .Lots.Where(l => l.Remaining > 0)
            .Where(l => db.Entries.Any(e => e.MemberId == l.MemberId && e.No == l.No && e.At < l.AvailableFrom))
            .Select(l => new { l.MemberId, l.No })
            .ToListAsync();
        return new NightFacts(lots, [.. waited.Select(w => (w.MemberId, w.No))]);
    }

    public Expected Expect(ClubVersion club, DateOnly day, DateTimeOffset now)
    {
        var time = club.Time;
        var (from, until) = (time.StartOf(day), time.StartOf(day.AddDays(1)));
        var left = Lots.ToDictionary(l => (l.MemberId, l.No), l => l.Remaining);
        var opened = Sums(
            Lots.Where(l => l.Remaining > 0 && Waited.Contains((l.MemberId, l.No)))
                .Where(l => l.AvailableFrom > from && l.AvailableFrom <= until)
                .Select(l => (l.Unit, l.Remaining))
        );
        var converted = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var unit in club.Programme.Units.Where(u => u.Into is { Nightly: true }))
        {
            foreach (var wallet in Lots.Where(l => l.Unit == unit.Code).GroupBy(l => l.MemberId))
            {
                var turned =
                    Turn(wallet, left, unit.Into!.Per, until.AddTicks(-10)) + Turn(wallet, left, unit.Into.Per, until);
                if (turned > 0)
                {
                    converted[unit.Code] = converted.GetValueOrDefault(unit.Code) + turned;
                }
            }
        }

        var ended = Lots.Where(l => l.ExpiresAt <= until && left[(l.MemberId, l.No)] > 0).ToList();
        var expired = Sums(ended.Select(l => (l.Unit, left[(l.MemberId, l.No)])));
        ended.ForEach(l => left[(l.MemberId, l.No)] = 0);
        var warnings = 0L;
        var nearer = now;
        foreach (var distance in Distances)
        {
            var begin = time.StartOf(day.AddDays(distance));
            var (after, to) = (begin > nearer ? begin : nearer, time.StartOf(day.AddDays(distance + 1)));
            warnings += Lots.Where(l => left[(l.MemberId, l.No)] > 0 && l.ExpiresAt > after && l.ExpiresAt <= to)
                .Select(l => l.MemberId)
                .Distinct()
                .Count();
            nearer = time.StartOf(day.AddDays(distance + 1));
        }

        return new Expected(opened, converted, expired, warnings, left);
    }

    public static async Task<IReadOnlyList<string>> Compare(
        AppDb db,
        ClubVersion club,
        DateOnly day,
        Expected expected,
        MonthTally month
    )
    {
        var wrong = new List<string>();
        var nights = db.JobRuns.AsNoTracking().Where(r => r.Job == NightSteps.Job);
        var runs = await nights.Where(r => r.BusinessDay == day).ToListAsync();
        if (runs.Count != NightSteps.Order.Count || runs.Exists(r => r.State != JobState.Done || r.Skipped > 0))
        {
            wrong.Add("not every step is done");
            return wrong;
        }

        Is("activate", expected.Opened);
        Is("convert", expected.Converted);
        Is("expire", expected.Expired);
        var warned = runs.Single(r => r.Step == "warn").Messages;
        if (warned != expected.Warnings)
        {
            wrong.Add($"warn: {warned} messages, expected {expected.Warnings}");
        }

        var lots = await db.Lots.AsNoTracking().ToDictionaryAsync(l => (l.MemberId, l.No), l => l.Remaining);
        wrong.AddRange(
            expected
                .LotsAfter.Where(l => lots[l.Key] != l.Value)
                .Select(l => $"lot {l.Key}: {lots[l.Key]} left, expected {l.Value}")
        );
        month.Opened += expected.Opened.Values.Sum();
        month.Converted += expected.Converted.Values.Sum();
        month.Expired += expected.Expired.Values.Sum();
        month.Warned += warned;
        var tiers = Amounts(runs.Single(r => r.Step == "tiers"));
        month.Rose += await db.MemberTierMoves.LongCountAsync(m => m.Day == day && m.Why == TierEvent.Rose);
        month.Fell += tiers.GetValueOrDefault("fell");
        foreach (var (moved, amount) in Amounts(runs.Single(r => r.Step == GroupStep.Word)))
        {
            month.Came += moved.EndsWith("came", StringComparison.Ordinal) ? amount : 0;
            month.Went += moved.EndsWith("went", StringComparison.Ordinal) ? amount : 0;
        }

        wrong.AddRange((await MemberFacts.Read(db)).Wrong(club, day.AddDays(1)));
        return wrong;

        void Is(string step, SortedDictionary<string, long> sums)
        {
            var did = Amounts(runs.Single(r => r.Step == step));
            if (!did.SequenceEqual(sums))
            {
                wrong.Add($"{step}: {string.Join(", ", did)}, expected {string.Join(", ", sums)}");
            }
        }
    }

    /// <summary>What the picture of a day says, in money by worth.</summary>
    public static async Task<long> Owed(AppDb db, ClubVersion club, DateOnly day)
    {
        var rows = await db.LiabilityDays.AsNoTracking().Where(d => d.Day == day).ToListAsync();
        return rows.Sum(r => r.Remaining * (club.Programme.UnitOf(r.Unit)?.Worth.TenThousandths ?? 0) / 10_000);
    }

    /// <summary>Full steps of what may be spent at a moment leave the lots, the first end first.</summary>
    private static long Turn(
        IEnumerable<LotRow> wallet,
        Dictionary<(Guid, long), long> left,
        long per,
        DateTimeOffset at
    )
    {
        var open = wallet
            .Where(l => l.AvailableFrom <= at && !(l.ExpiresAt <= at))
            .OrderBy(l => l.ExpiresAt ?? DateTimeOffset.MaxValue)
            .ThenBy(l => l.No)
            .ToList();
        var turned = Math.Max(0, open.Sum(l => left[(l.MemberId, l.No)]) / per * per);
        var rest = turned;
        foreach (var lot in open.Where(l => left[(l.MemberId, l.No)] > 0))
        {
            var taken = Math.Min(rest, left[(lot.MemberId, lot.No)]);
            left[(lot.MemberId, lot.No)] -= taken;
            rest -= taken;
        }

        return turned;
    }

    private static SortedDictionary<string, long> Amounts(JobRun run) =>
        new(StepTally.AmountsOf(run).ToDictionary(a => a.Unit, a => a.Amount), StringComparer.Ordinal);

    private static SortedDictionary<string, long> Sums(IEnumerable<(string Unit, long Amount)> amounts) =>
        new(amounts.GroupBy(a => a.Unit).ToDictionary(g => g.Key, g => g.Sum(a => a.Amount)), StringComparer.Ordinal);
}
