using Vafa.Core.Ledger;
using Vafa.Core.Values;
using Vafa.Features.Home;
using Vafa.Features.Programme;

namespace Vafa.Features.Liability;

/// <summary>Twelve whole months and the running one, from the roll-up of movements.</summary>
internal sealed class ReadLiabilityMonths(ReadMovements movements, ReadLots lots)
{
    private const int Shown = 13;

    /// <param name="now">What the branch's lots hold now; of the whole club the movements say it.</param>
    public async Task<IReadOnlyList<LiabilityMonth>> Run(
        ClubVersion club,
        DateOnly today,
        (string Branch, IReadOnlyDictionary<string, long> Held)? now,
        CancellationToken ct
    )
    {
        var starts = Starts(club.Time, today);
        var moved = await Moved(club.Time, (starts[0], today), now?.Branch, ct);
        var held = await movements.HeldBefore(starts[0], ct);
        var kept = now is { } asked ? await lots.Months(club.Time, starts[0], asked.Branch, ct) : null;
        var months = new List<LiabilityMonth>();
        foreach (var start in starts)
        {
            var units = new List<UnitMonth>();
            foreach (var unit in club.Programme.Units.Select(u => u.Code))
            {
                var movement = moved.GetValueOrDefault((start, unit));
                held[unit] = held.GetValueOrDefault(unit) + movement.Net;
                long? outstanding =
                    now is null ? held[unit]
                    : start == starts[^1] ? now.Value.Held.GetValueOrDefault(unit)
                    : kept!.Contains(start) ? kept[start].FirstOrDefault(k => k.Unit == unit).Amount
                    : null;
                units.Add(
                    new UnitMonth(
                        unit,
                        movement.Given,
                        movement.Other,
                        movement.Spent,
                        now is null ? movement.Expired : null,
                        outstanding
                    )
                );
            }

            months.Add(Month(club, start, units));
        }

        return months;
    }

    /// <summary>What moved of each unit since a day.</summary>
    public async Task<IReadOnlyDictionary<(DateOnly Month, string Unit), UnitMovement>> Moved(
        ClubTime time,
        (DateOnly First, DateOnly Last) days,
        string? branch,
        CancellationToken ct
    )
    {
        var moved = new Dictionary<(DateOnly, string), UnitMovement>();
        await foreach (var day in movements.Days(days.First, days.Last, branch, ct))
        {
            var key = (time.PeriodStart(day.Day, Period.Month), day.Unit);
            moved[key] = moved.GetValueOrDefault(key) + day.Movement;
        }

        return moved;
    }

    private static LiabilityMonth Month(ClubVersion club, DateOnly start, List<UnitMonth> units)
    {
        var isKnown = units.TrueForAll(u => u.Outstanding is not null);
        var held = units.Select(u => (u.Unit, u.Outstanding ?? 0)).ToList();
        return new LiabilityMonth(
            start,
            Valued.Worth(club, units.Select(u => (u.Unit, u.Given))),
            Valued.Worth(club, units.Select(u => (u.Unit, u.Other))),
            Valued.Worth(club, units.Select(u => (u.Unit, u.Spent))),
            units.TrueForAll(u => u.Expired is not null)
                ? Valued.Worth(club, units.Select(u => (u.Unit, u.Expired ?? 0)))
                : null,
            isKnown ? Valued.Worth(club, held) : null,
            isKnown ? Valued.Cost(club, held) : null,
            units
        );
    }

    private static List<DateOnly> Starts(ClubTime time, DateOnly today)
    {
        var starts = new List<DateOnly> { time.PeriodStart(today, Period.Month) };
        while (starts.Count < Shown)
        {
            starts.Insert(0, time.PeriodStart(starts[0].AddDays(-1), Period.Month));
        }

        return starts;
    }
}
