using System.Globalization;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Peers;

/// <summary>Faults of rounding and currency that hurt users of other products, by their reports, at the till.</summary>
public sealed class RoundingFaults
{
    /// <summary>-1e-14 refused a coupon; a customer had 268.28000000000003 points.</summary>
    [Theory, BothDatabases]
    public async Task Odoo_111670_and_153541_every_amount_that_is_told_is_a_whole_number(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetPointFor(7);
        await club.SetCreditBack(3.33m);
        await club.SetDiscount("third", 33);
        var member = await club.Join();
        var sale = await club.Sell(SaleBody.Of(member, LineBody.Some(0.333m, 10_001), LineBody.Some(3, 3_333)));
        foreach (var path in new[] { $"/purchases/{sale.Id()}", $"/members/{member}", $"/members/{member}/statement" })
        {
            var told = (await club.Api.Get(path)).MustBe(200);
            PeerShop
                .Fractions(told.Json)
                .ShouldBe(path.StartsWith("/purchases", StringComparison.Ordinal) ? ["/lines/0/quantity 0.333"] : []);
        }

        await club.MustBeConsistent();
    }

    /// <summary>At 0.03 a point too many points were burnt for 3,000.</summary>
    [Theory, BothDatabases]
    public async Task Odoo_219640_no_more_is_burnt_than_it_pays(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set(
            "/units/points",
            """{"title": {"en": "Points"}, "worth": 0.07, "maySpend": true, "spendValue": 0.07}"""
        );
        var member = await club.Join();
        await club.Give(member, "points", 1_000_000);
        var sale = SaleBody.Of(member, LineBody.One(3_000));
        var quote = (await club.Api.Post("/purchases/quote", sale)).MustBe(200);
        Shop.Amounts(quote["maySpend"]).ShouldBe("42858 points");
        (await club.Api.Post("/purchases", sale.Spending("points", 42_859))).MustBeProblem(
            422,
            "spend.too-much",
            "/spend/0/amount"
        );
        (await club.Sell(sale.Spending("points", 42_858))).Long("payable").ShouldBe(0);
        (await club.Wallet(member, "points")).Balance.ShouldBe(1_000_000 - 42_858);
        await club.MustBeConsistent();
    }

    /// <summary>A currency rounded to tens turned one point into none.</summary>
    [Theory, BothDatabases]
    public async Task Odoo_259660_a_club_that_writes_toman_counts_single_points(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set(
            "/offers/one",
            """{"title": {"en": "One"}, "give": [{"points": {"unit": "points", "amount": 1}}]}"""
        );
        var member = await club.Join();
        var sale = await club.Sell(SaleBody.Of(member, LineBody.One(10)));
        (sale.Earned(), sale.Long("payable")).ShouldBe(("1 points", 10));
        (await club.Wallet(member, "points")).Balance.ShouldBe(1);
    }

    /// <summary>100 % off left 0.01 or -1.6e-14 to pay.</summary>
    [Theory, BothDatabases]
    public async Task Odoo_156897_271032_237624_and_medusa_12226_a_hundred_percent_leaves_nothing(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetDiscount("all", 100);
        LineBody[] lines = [LineBody.Some(0.001m, 999), LineBody.Some(3, 3_333), LineBody.One(1), LineBody.One(0)];
        var sale = await club.Sell(SaleBody.Guest(lines));
        (sale.Long("payable"), sale.Long("discount")).ShouldBe((0, sale.Long("total")));
    }

    /// <summary>A fixed 50,000 of a currency without decimals was taken for 50,000 %.</summary>
    [Theory]
    [BothDatabases("""{"discountAmount": {"amount": 50000}}""", 150_000, "-")]
    [BothDatabases("""{"fixedPrice": {"price": 50000, "on": "productGroup", "in": ["cake"]}}""", 50_000, "-")]
    [BothDatabases("""{"points": {"unit": "credit", "amount": 50000}}""", 200_000, "50000 credit")]
    [BothDatabases("""{"gift": {"unit": "credit", "amount": 50000, "expiresAfterDays": 9}}""", 200_000, "50000 credit")]
    public async Task Medusa_14934_a_fixed_amount_is_money_in_every_effect(
        Engine engine,
        string give,
        long payable,
        string earned
    )
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/offers/fixed", $$"""{"title": {"en": "Fixed"}, "give": [{{give}}]}""");
        var sale = await club.Sell(SaleBody.Of(await club.Join(), LineBody.One(200_000, "cake")));
        (sale.Long("payable"), sale.Earned()).ShouldBe((payable, earned));
    }

    /// <summary>A percentage of the cart differed from the sum of its lines.</summary>
    [Theory]
    [BothDatabases("12.5")]
    [BothDatabases("33.33")]
    [BothDatabases("99.99")]
    public async Task VirtoCommerce_122_the_shares_of_the_lines_are_the_discount_to_the_rial(
        Engine engine,
        string percent
    )
    {
        await using var club = await TestClub.Start(engine);
        await club.Set(
            "/offers/some",
            $$$"""{"title": {"en": "Some"}, "give": [{"discountPercent": {"percent": {{{percent}}}}}]}"""
        );
        long[] prices = [9_999, 1, 3_337, 70_001, 13, 999_983];
        var sale = await club.Sell(SaleBody.Guest([.. prices.Select(p => LineBody.One(p))]));
        var whole = (long)(prices.Sum() * decimal.Parse(percent, CultureInfo.InvariantCulture) / 100);
        sale.Long("discount").ShouldBe(whole);
        sale["lines"].EnumerateArray().Sum(l => l.GetProperty("discount").GetInt64()).ShouldBe(whole);
    }
}
