using System.Collections.Immutable;
using Vafa.Core.Sales;
using Vafa.Core.Values;
using Vafa.Features.Purchases;

namespace Vafa.Features.Demo;

/// <summary>
/// What is put on a tray on one day: breakfast until noon, food from then on, cold drinks in the heat.
/// </summary>
internal sealed class DemoTray(DateOnly day, Random chance)
{
    private const int Noon = 12 * 3_600;
    private const double Favourite = 0.45;

    private readonly Shelf morning = new(i => Weight(i, day, isMorning: true));
    private readonly Shelf later = new(i => Weight(i, day, isMorning: false));

    public ImmutableArray<LineRequest> Fill(DemoPerson? person, int second)
    {
        var shelf = second < Noon ? morning : later;
        var kinds = 1 + (int)(chance.NextDouble() * chance.NextDouble() * 4.4);
        var lines = ImmutableArray.CreateBuilder<LineRequest>(kinds);
        for (var i = 0; i < kinds; i++)
        {
            var item = shelf.Pick(chance);
            if (i == 0 && person is not null && chance.NextDouble() < Favourite)
            {
                item = FavouriteOf(person, shelf) ?? item;
            }

            lines.Add(Line(item));
        }

        return lines.ToImmutable();
    }

    private DemoMenu.Item? FavouriteOf(DemoPerson person, Shelf shelf)
    {
        var group = DemoPeople.Drinks.First(d => d.Answer == person.Drink).Group;
        for (var tried = 0; tried < 8; tried++)
        {
            var item = shelf.Pick(chance);
            if (item.Group == group)
            {
                return item;
            }
        }

        return null;
    }

    private LineRequest Line(DemoMenu.Item item)
    {
        var quantity = Quantity.Whole(
            chance.NextDouble() switch
            {
                < 0.76 => 1,
                < 0.96 => 2,
                _ => 3,
            }
        );
        var price = new Money(item.Price * DemoMenu.Unit);
        return new LineRequest(item.Sku, item.Fa, item.Group, quantity, price, quantity.Times(price), LineKind.Goods);
    }

    private static int Weight(DemoMenu.Item item, DateOnly day, bool isMorning) =>
        item.Group switch
        {
            DemoMenu.Breakfast => isMorning ? item.Weight * 50 : 0,
            DemoMenu.Food => isMorning ? item.Weight * 2 : item.Weight * 13,
            DemoMenu.Cold => item.Weight * (DemoSeason.IsWarm(day) ? 18 : 7),
            DemoMenu.Tea => item.Weight * (DemoSeason.IsWarm(day) ? 7 : 12),
            DemoMenu.Coffee or DemoMenu.Cake => item.Weight * 10,
            _ => item.Weight * 3,
        };

    /// <summary>Items by how often they are taken.</summary>
    private sealed class Shelf
    {
        private readonly int[] sums = new int[DemoMenu.Items.Length];

        public Shelf(Func<DemoMenu.Item, int> weight)
        {
            var sum = 0;
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] = sum += weight(DemoMenu.Items[i]);
            }
        }

        public DemoMenu.Item Pick(Random chance)
        {
            var found = Array.BinarySearch(sums, chance.Next(sums[^1]));
            if (found < 0)
            {
                return DemoMenu.Items[~found];
            }

            // Exactly at a border: the next one, past those that nobody takes now.
            var next = found + 1;
            while (sums[next] == sums[found])
            {
                next++;
            }

            return DemoMenu.Items[next];
        }
    }
}
