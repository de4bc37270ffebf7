using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Xunit;

namespace Vafa.Core.Tests.Offers;

/// <summary>Of all the offers a club keeps, a sale looks at those of its time.</summary>
public sealed class TimetableTests
{
    private static readonly DateTimeOffset Noon = new Shop().Now;

    [Fact]
    public void Exactly_the_offers_between_their_start_and_end_are_looked_at() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), Same).Check(Cases.UpTo(500));

    private static void Same(int seed)
    {
        var random = new Random(seed);
        var shop = new Shop();
        var spans = new List<(string Code, DateTimeOffset? From, DateTimeOffset? To)>();
        for (var n = random.Next(1, 12); n > 0; n--)
        {
            var from = random.Next(3) == 0 ? null : (DateTimeOffset?)Noon.AddHours(random.Next(10));
            var to = random.Next(3) == 0 ? null : (DateTimeOffset?)(from ?? Noon).AddHours(random.Next(1, 10));
            spans.Add(($"o{n}", from, to));
            var bounds = string.Join(", ", new[] { Bound("from", from), Bound("to", to) }.Where(b => b.Length > 0));
            shop.Offer($"o{n}", Gives.Off("10"), rest: $"\"combine\": true, \"schedule\": {{{bounds}}}");
        }

        for (var asked = 0; asked < 20; asked++)
        {
            shop.Now = Noon.AddMinutes(30 * random.Next(-2, 45));
            var open = spans.Where(s => !(s.From > shop.Now) && !(s.To <= shop.Now)).Select(s => s.Code);
            var told = shop.Sell(Shop.Goods(1_000)).Offers.Select(v => shop.Programme.Offers[v.Offer].Code);
            told.ShouldBe(open, ignoreOrder: true, $"seed {seed}");
        }
    }

    private static string Bound(string name, DateTimeOffset? at) => at is null ? "" : $"\"{name}\": \"{at:O}\"";
}
