using Vafa.Core.Ledger;
using Vafa.Core.Values;
using Vafa.Features.Home;
using Vafa.Features.Programme;

namespace Vafa.Features.Liability;

/// <summary>How far the club's plans are used; reads nothing where there is none.</summary>
internal sealed class ReadPlanUse(ReadMovements movements)
{
    private const int Hundred = 100;

    public async Task<IReadOnlyList<PlanUse>> Run(ClubVersion club, DateOnly today, CancellationToken ct)
    {
        var planned = club.Programme.Units.Where(u => club.Plans.ContainsKey(u.Code)).ToList();
        if (planned.Count == 0)
        {
            return [];
        }

        var given = new Dictionary<string, long>(StringComparer.Ordinal);
        var first = club.Time.PeriodStart(today, Period.Month);
        await foreach (var day in movements.Days(first, today, null, ct))
        {
            given[day.Unit] = given.GetValueOrDefault(day.Unit) + day.Movement.Given;
        }

        var asksHeld = planned.Exists(u => club.Plans[u.Code].Outstanding is not null);
        var held = asksHeld ? await movements.Held(ct) : [];
        return planned.ConvertAll(unit =>
            Of(unit, club.Plans[unit.Code], given.GetValueOrDefault(unit.Code), held.GetValueOrDefault(unit.Code))
        );
    }

    private static PlanUse Of(Unit unit, Plan plan, long given, long held)
    {
        var (issued, owed) = (UnitPeriod.Value(given, unit.Worth).Minor, UnitPeriod.Value(held, unit.Worth).Minor);
        return new PlanUse(
            unit.Code,
            unit.Title,
            plan.Issue?.Minor,
            issued,
            Share(issued, plan.Issue),
            plan.Outstanding?.Minor,
            plan.Outstanding is null ? null : owed,
            Share(owed, plan.Outstanding)
        );
    }

    /// <summary>Of a hundred, rounded down; nothing below 0.</summary>
    private static long? Share(long used, Money? most) =>
        most is { } bound ? (long)((Int128)Math.Max(0, used) * Hundred / bound.Minor) : null;
}
