using System.Text.Json;
using Vafa.Core.Ledger;
using Vafa.Data.Copying;
using Vafa.Features.Night;

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
        const string sql = "SELECT id, job, business_day, step, members, rounds, lots, amounts FROM job_run";
        await foreach (var (id, run) in snapshot.Stream(sql, r => (r.Id(0), RunOf(r)), ct))
        {
            nights.runs[id] = run;
        }

        return nights;
    }

    public DateOnly? DayOf(Guid run) => runs.TryGetValue(run, out var found) ? found.Day : null;

    /// <summary>Counts a member's entries; names those whose night there is not.</summary>
    public IEnumerable<Difference> Add(Guid member, MemberRows rows, IReadOnlyList<LedgerFault> faults)
    {
        var mine = new HashSet<Run>();
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
            run.MembersFound += mine.Add(run) ? 1 : 0;
            if (entry.Kind == EntryKind.Converted && entry.Amount > 0)
            {
                // A step tells what it turned, not what came of it.
                continue;
            }

            run.Moved[entry.Unit] = run.Moved.GetValueOrDefault(entry.Unit) - amount.FirstOrDefault(entry.Amount);
        }
    }

    /// <summary>Of what ended every lot is one entry; what is told has no entries.</summary>
    public IEnumerable<Difference> Differences()
    {
        foreach (var run in runs.Values.Where(r => r.Step is ExpireStep.Word or ConvertStep.Word))
        {
            // A step that ran again counts a member for each time it did something.
            if (run.Rounds == 1 && run.Members != run.MembersFound)
            {
                yield return Difference.Of("job_run", run.Key, "members", run.Members, run.MembersFound);
            }

            if (run.Step == ExpireStep.Word && run.Lots != run.Entries)
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

    private static Run RunOf(StoredRow row) =>
        new()
        {
            Key = $"{row.Text(1)}/{row.Day(2):yyyy-MM-dd}/{row.Text(3)}",
            Day = row.Day(2),
            Step = row.Text(3),
            Members = row.Whole(4),
            Rounds = row.Whole(5),
            Lots = row.Whole(6),
            Amounts = JsonSerializer.Deserialize<Dictionary<string, long>>(row.Text(7))!,
        };

    private sealed class Run
    {
        public required string Key { get; init; }

        public required DateOnly Day { get; init; }

        public required string Step { get; init; }

        public required long Members { get; init; }

        public required long Rounds { get; init; }

        public required long Lots { get; init; }

        public required Dictionary<string, long> Amounts { get; init; }

        public long MembersFound { get; set; }

        public long Entries { get; set; }

        public Dictionary<string, long> Moved { get; } = new(StringComparer.Ordinal);
    }
}
