using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Peers;

/// <summary>Faults of rounding and currency that hurt users of other products, each by its report.</summary>
public sealed class RoundingFaults
{
    private static readonly Config Many = Cases.UpTo(2_000);

    private static void Always(Action<Random> claim) =>
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), seed => claim(new Random(seed))).Check(Many);

    /// <summary>-1e-14 refused a coupon; a customer had 268.28000000000003 points.</summary>
    [Fact]
    public void Odoo_111670_and_153541_no_amount_is_a_float()
    {
        const BindingFlags all =
            BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        typeof(Decision)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetFields(all))
            .Where(f => f.FieldType == typeof(double) || f.FieldType == typeof(float))
            .Select(f => $"{f.DeclaringType}.{f.Name}")
            .ShouldBeEmpty();
    }

    /// <summary>At 0.03 a point too many points were burnt for 3,000.</summary>
    [Theory]
    [InlineData(3_000, 300, 100_000)]
    [InlineData(3_000, 700, 42_858)]
    [InlineData(1, 300, 34)]
    public void Odoo_219640_no_more_is_burnt_than_it_pays(long price, long tenThousandths, long most)
    {
        var shop = new Shop { Member = Shop.Somebody(wallets: [("points", 1_000_000)]) };
        shop.Units[1] = Shop.Unit("points", tenThousandths, spends: tenThousandths);
        var may = shop.Sell(Shop.Goods(price)).MaySpend.Where(m => m.Unit == "points");
        may.Sum(m => m.Amount).ShouldBe(most);
    }

    /// <summary>A currency rounded to tens turned one point into none.</summary>
    [Fact]
    public void Odoo_259660_writing_money_in_toman_leaves_points_alone()
    {
        var shop = new Shop().Offer("one", Gives.Points(1));
        Shop.Earned(shop.Sell(Shop.Goods(10)), "points").ShouldBe(1);
        Explain
            .Of(shop.Sell(Shop.Goods(10)), shop.Programme, new Wording(Persian: false, Toman: true))
            .Applied.Single()
            .Sentence.ShouldContain("1 points");
    }

    /// <summary>100 % off left 0.01 or -1.6e-14 to pay.</summary>
    [Fact]
    public void Odoo_156897_271032_237624_and_medusa_12226_a_hundred_percent_leaves_nothing() =>
        Always(random =>
        {
            var shop = new Shop().Offer("all", Gives.Off("100"));
            var lines = Enumerable.Range(0, random.Next(1, 8)).Select(_ => Shop.Goods(random.Next(0, 99_999_999)));
            var decision = shop.Sell([.. lines]);
            decision.Payable.ShouldBe(Money.Zero);
            decision.LineDiscounts.Sum(d => d.Minor).ShouldBe(decision.Total.Minor);
        });

    /// <summary>A fixed 50,000 of a currency without decimals was taken for 50,000 %.</summary>
    [Fact]
    public void Medusa_14934_a_fixed_amount_is_money_in_every_effect_and_a_percentage_has_its_bound()
    {
        var shop = new Shop().Offer("fixed", Gives.Amount(50_000));
        shop.Sell(Shop.Goods(200_000)).Payable.Minor.ShouldBe(150_000);
        shop = new Shop().Offer("price", """{"fixedPrice": {"price": 50000, "on": "productGroup", "in": ["cake"]}}""");
        shop.Sell(Shop.Goods(200_000, "cake")).Payable.Minor.ShouldBe(50_000);
        var wrong = Shop.Json("""{"title": {"fa": "x"}, "give": [{"discountPercent": {"percent": 50000}}]}""");
        OfferDocument
            .Read(wrong, "x", 1, Shop.Known)
            .Refusals.Single()
            .Pointer.ShouldBe("/give/0/discountPercent/percent");
    }

    /// <summary>A percentage of the cart differed from the sum of its lines.</summary>
    [Fact]
    public void VirtoCommerce_122_the_shares_of_the_lines_are_the_discount_to_the_rial() =>
        Always(random =>
        {
            var shop = new Shop().Offer("some", Gives.Off($"{random.Next(1, 10_000) / 100m}"));
            var lines = Enumerable.Range(0, random.Next(1, 12)).Select(_ => Shop.Goods(random.Next(0, 9_999)));
            var decision = shop.Sell([.. lines]);
            decision.LineDiscounts.Sum(d => d.Minor).ShouldBe(decision.Discount.Minor);
            decision.Discount.Minor.ShouldBe(shop.Verdict(decision, "some").Value.Minor);
        });
}
