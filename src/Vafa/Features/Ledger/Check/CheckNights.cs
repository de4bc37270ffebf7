using System.Text.Json;
using Vafa.Core.Ledger;
using Vafa.Data.Copying;

namespace Vafa.Features.Ledger.Check;

/// <summary>
/// What the steps of nights say they moved, against the entries that name them; and on which business day those count.
/// </summary>
internal sealed class CheckNights
{
    private readonly Dictionary<Guid, Run> runs = [];

    public static async Task<CheckNights> Read(Snapshot snapshot, CancellationToken ct)
    {
        var nights = new CheckNights();
        const string sql = "SELECT id, job, business_day, step, lots, amounts FROM job_run";
        var rows = snapshot.Stream(
            sql,
            r =>
                (
                    Id: r.Id(0),
                    Day: r.Day(2),
                    Key: $"{r.Text(1)}/{r.Day(2):yyyy-MM-dd}/{r.Text(3)}",
                    r.Whole(4),
                    r.Text(5)
                ),
            ct
        );
        await foreach (var (id, day, key, lots, amounts) in rows)
        {
            nights.runs[id] = new Run(day, key, lots, JsonSerializer.Deserialize<Dictionary<string, long>>(amounts)!);
        }

        return nights;
    }

    public DateOnly? DayOf(Guid run) => runs.TryGetValue(run, out var found) ? found.Day : null;

    /// <summary>Counts a member's entries; names those whose night there is not.</summary>
    public IEnumerable<Difference> Add(Guid member, MemberRows rows, IReadOnlyList<LedgerFault> faults)
    {
        foreach (var (entry, kind, cause, _) in rows.Entries.Rows)
        {
            if (kind != CauseKind.Night)
            {
                continue;
            }

            if (!runs.TryGetValue(cause, out var run))
            {
                yield return new Difference(
                    "entry",
                    $"{member}/{entry.No}",
                    "cause_id",
                    $"{cause}",
                    "a run of a night"
                );
                continue;
            }

            var amount = faults.Where(f => f.What == "entry.amount" && f.No == entry.No).Select(f => f.Expected);
            run.Entries++;
            run.Moved[entry.Unit] = run.Moved.GetValueOrDefault(entry.Unit) - amount.FirstOrDefault(entry.Amount);
        }
    }

    /// <summary>Steps that moved wallets; what others count is told to members and moves nothing.</summary>
    public IEnumerable<Difference> Differences()
    {
        foreach (
            var run in runs.Values.Where(r => r.Entries > 0 || r.Key.EndsWith("/expire", StringComparison.Ordinal))
        )
        {
            if (run.Lots != run.Entries)
            {
                yield return Difference.Of("job_run", run.Key, "lots", run.Lots, run.Entries);
            }

            foreach (var unit in run.Amounts.Keys.Union(run.Moved.Keys, StringComparer.Ordinal))
            {
                var (told, moved) = (run.Amounts.GetValueOrDefault(unit), run.Moved.GetValueOrDefault(unit));
                if (told != moved)
                {
                    yield return Difference.Of("job_run", $"{run.Key}/{unit}", "amounts", told, moved);
                }
            }
        }
    }

    private sealed class Run(DateOnly day, string key, long lots, Dictionary<string, long> amounts)
    {
        public DateOnly Day { get; } = day;

        public string Key { get; } = key;

        public long Lots { get; } = lots;

        public Dictionary<string, long> Amounts { get; } = amounts;

        public long Entries { get; set; }

        public Dictionary<string, long> Moved { get; } = new(StringComparer.Ordinal);
    }
}
