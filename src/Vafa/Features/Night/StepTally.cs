using System.Text.Json;
using Vafa.Core.Ledger;
using Vafa.Web;

namespace Vafa.Features.Night;

/// <summary>A member whom a step could not do, and why.</summary>
/// <param name="Fault">rows: what is stored of the member does not agree; else the kind of fault, which the log tells
/// more of.</param>
public sealed record SkippedMember(Guid Member, string Fault)
{
    public const string Rows = "rows";
}

/// <summary>What a step has done so far, all its chunks and rounds together.</summary>
internal sealed class StepTally
{
    /// <summary>So many skipped members are named; the rest are counted.</summary>
    private const int MostNamed = 20;

    private readonly SortedDictionary<string, long> amounts = new(StringComparer.Ordinal);
    private readonly List<SkippedMember> skips = [];

    public long Members { get; private set; }

    public long Lots { get; private set; }

    public long Messages { get; private set; }

    public long Skipped { get; private set; }

    public string AmountsAsJson => JsonSerializer.Serialize(amounts, Answers.Json);

    public string? SkipsAsJson => skips.Count == 0 ? null : JsonSerializer.Serialize(skips, Answers.Json);

    public static StepTally Of(JobRun run)
    {
        var tally = new StepTally
        {
            Members = run.Members,
            Lots = run.Lots,
            Messages = run.Messages,
            Skipped = run.Skipped,
        };
        foreach (var (unit, amount) in AmountsOf(run))
        {
            tally.amounts[unit] = amount;
        }

        tally.skips.AddRange(SkipsOf(run));
        return tally;
    }

    public static IReadOnlyList<UnitAmount> AmountsOf(JobRun run) =>
        [
            .. JsonSerializer
                .Deserialize<SortedDictionary<string, long>>(run.Amounts)!
                .Select(a => new UnitAmount(a.Key, a.Value)),
        ];

    public static IReadOnlyList<SkippedMember> SkipsOf(JobRun run) =>
        run.Skips is null ? [] : JsonSerializer.Deserialize<List<SkippedMember>>(run.Skips, Answers.Json)!;

    public void Lot(string unit, long amount)
    {
        Lots++;
        amounts[unit] = checked(amounts.GetValueOrDefault(unit) + amount);
    }

    /// <summary>What a step counts that is no amount of a unit.</summary>
    public void Count(string what, long by)
    {
        if (by > 0)
        {
            amounts[what] = amounts.GetValueOrDefault(what) + by;
        }
    }

    public void Member() => Members++;

    public void Message() => Messages++;

    public void Skip(Guid member, string fault)
    {
        Skipped++;
        if (skips.Count < MostNamed)
        {
            skips.Add(new SkippedMember(member, fault));
        }
    }

    /// <summary>What was done goes into the row as it is kept in memory, after the commit.</summary>
    public void WriteTo(JobRun run) =>
        (run.Members, run.Lots, run.Messages, run.Amounts, run.Skipped, run.Skips) = (
            Members,
            Lots,
            Messages,
            AmountsAsJson,
            Skipped,
            SkipsAsJson
        );
}
