using System.Collections.Immutable;
using Vafa.Core.Sales;
using Vafa.Core.Values;
using Vafa.Features.Purchases;

namespace Vafa.Features.Demo;

/// <summary>One visit: who, when and what is on the tray.</summary>
internal sealed record DemoVisit(DemoPerson? Person, DateTimeOffset At, ImmutableArray<LineRequest> Lines);

/// <summary>The rhythm of a café: three peaks a day, full evenings before and on the weekend.</summary>
internal sealed class DemoSales(ClubTime time, Random chance)
{
    private static readonly (double Share, int From, int Hours)[] Peaks = [(0.3, 8, 3), (0.35, 15, 4), (0.35, 19, 4)];

    private readonly int weights = DemoMenu.Items.Sum(i => i.Weight);

    /// <summary>All visits of a day, in order of time, not after <paramref name="latest"/>.</summary>
    public List<DemoVisit> Of(DateOnly day, int number, IReadOnlyList<DemoPerson> people, DateTimeOffset latest)
    {
        var mood = Mood(day.DayOfWeek);
        var visits = new List<DemoVisit>();
        foreach (var person in people)
        {
            // Drawn for everybody, so that one visit more or less does not change the days that follow.
            var comes = chance.NextDouble() < person.PerDay * mood;
            var visit = Visit(day, person);
            if (comes && number >= person.From && number <= person.Until)
            {
                visits.Add(visit);
            }
        }

        var guests = (int)(people.Count * 0.02 * mood) + chance.Next(3);
        for (var i = 0; i < guests; i++)
        {
            visits.Add(Visit(day, null));
        }

        return [.. visits.Where(v => v.At <= latest).OrderBy(v => v.At)];
    }

    private static double Mood(DayOfWeek weekday) =>
        weekday switch
        {
            DayOfWeek.Thursday => 1.5,
            DayOfWeek.Friday => 1.7,
            DayOfWeek.Wednesday => 1.1,
            DayOfWeek.Saturday => 0.8,
            _ => 0.9,
        };

    private DemoVisit Visit(DateOnly day, DemoPerson? person)
    {
        var pick = chance.NextDouble();
        var peak = Peaks[0];
        foreach (var candidate in Peaks)
        {
            peak = candidate;
            if ((pick -= candidate.Share) < 0)
            {
                break;
            }
        }

        var wall = day.ToDateTime(new TimeOnly(peak.From, 0)).AddSeconds(chance.Next(peak.Hours * 3_600));
        var at = new DateTimeOffset(wall, time.Zone.GetUtcOffset(wall)).ToUniversalTime();
        var lines = ImmutableArray.CreateBuilder<LineRequest>();
        var kinds = 1 + (int)(chance.NextDouble() * chance.NextDouble() * 4);
        for (var i = 0; i < kinds; i++)
        {
            lines.Add(Line());
        }

        return new DemoVisit(person, at, lines.ToImmutable());
    }

    private LineRequest Line()
    {
        var pick = chance.Next(weights);
        var item = DemoMenu.Items.First(i => (pick -= i.Weight) < 0);
        var quantity = Quantity.Whole(chance.Next(5) == 0 ? 2 : 1);
        var price = new Money(item.Toman * 10L);
        return new LineRequest(item.Sku, item.Fa, item.Group, quantity, price, quantity.Times(price), LineKind.Goods);
    }
}
