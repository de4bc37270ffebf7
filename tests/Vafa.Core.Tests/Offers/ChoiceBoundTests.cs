using Shouldly;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Offers;

/// <summary>
/// How far the choice looks (docs/decisions/0012): clubs as they are get the best there is, proven; only a made-up
/// tangle meets the bound, and then the decision says how far the choice may be from the best.
/// </summary>
public sealed class ChoiceBoundTests
{
    [Theory]
    [InlineData(60, "\"combine\": true")]
    [InlineData(28, "\"group\": \"g{0}\"")]
    public void Dozens_of_offers_are_proven_best(int count, string place)
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var random = new Random(seed);
            var shop = new Shop();
            shop.Units[0] = Shop.Unit("credit", 8_000, spends: 1_0000);
            for (var n = 0; n < count; n++)
            {
                shop.Offer($"o{n}", Give(random), rest: place.Replace("{0}", $"{random.Next(8)}"));
            }

            shop.Sell(Five(random)).Gap.ShouldBe(Money.Zero, $"seed {seed}");
        }
    }

    [Fact]
    public void Crosswise_exclusions_of_twenty_are_proven_best_too()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var random = new Random(seed);
            var shop = Entangled(random, 20);
            shop.Sell(Five(random)).Gap.ShouldBe(Money.Zero, $"seed {seed}");
        }
    }

    /// <summary>
    /// Amounts off one dear line, each excluding its neighbours: the best is known by going along the row.
    /// </summary>
    [Theory]
    [InlineData(12, true)]
    [InlineData(200, false)]
    public void In_a_row_that_excludes_its_neighbours_the_best_lies_within_the_gap(int count, bool isProven)
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var random = new Random(seed);
            var shop = new Shop();
            var (with, without) = (0L, 0L);
            for (var n = 0; n < count; n++)
            {
                var amount = random.Next(1_000, 2_000);
                shop.Offer($"o{n}", Gives.Amount(amount), rest: $"\"combine\": true, \"notWith\": [\"o{n + 1}\"]");
                (with, without) = (without + amount, Math.Max(with, without));
            }

            var best = Math.Max(with, without);
            var decision = shop.Sell(Shop.Goods(1_000_000_000));
            var found = decision.Discount.Minor;
            (decision.Gap == Money.Zero).ShouldBe(isProven, $"seed {seed}");
            found.ShouldBeInRange(isProven ? best : best * 8 / 10, best, $"seed {seed}");
            (found + decision.Gap.Minor).ShouldBeGreaterThanOrEqualTo(best, $"seed {seed}");
        }
    }

    [Fact]
    public void Of_many_as_good_combinations_the_older_offers_are_chosen()
    {
        var shop = new Shop();
        for (var n = 0; n < 12; n++)
        {
            shop.Offer($"o{n}", Gives.Amount(100), rest: $"\"combine\": true, \"notWith\": [\"o{n ^ 1}\"]");
        }

        var decision = shop.Sell(Shop.Goods(1_000_000));
        decision.Gap.ShouldBe(Money.Zero);
        shop.Applied(decision).ShouldBe([.. Enumerable.Range(0, 6).Select(n => $"o{2 * n}")]);
    }

    private static Shop Entangled(Random random, int count)
    {
        var shop = new Shop();
        shop.Units[0] = Shop.Unit("credit", 8_000, spends: 1_0000);
        for (var n = 0; n < count; n++)
        {
            var (a, b) = (random.Next(count), random.Next(count));
            var rest =
                random.Next(2) == 0
                    ? $"\"combine\": true, \"notWith\": [\"o{a}\", \"o{b}\"]"
                    : $"\"group\": \"g{random.Next(5)}\", \"notWith\": [\"o{a}\"]";
            shop.Offer($"o{n}", Give(random), rest: rest);
        }

        return shop;
    }

    private static string Give(Random random) =>
        random.Next(5) switch
        {
            0 => Gives.Off($"{random.Next(1, 20)}"),
            1 => Gives.OffGroup($"{random.Next(5, 40)}", $"g{random.Next(5)}"),
            2 => Gives.Amount(random.Next(1, 60) * 1_000),
            3 => Gives.Credit($"{random.Next(1, 30)}"),
            _ => Gives.Points(random.Next(1, 200)),
        };

    private static BasketLine[] Five(Random random) =>
        [.. Enumerable.Range(0, 5).Select(n => Shop.Goods(random.Next(20, 400) * 1_000, "g" + n))];
}
