using Shouldly;
using Vafa.Core.Ledger;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Values;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Sales;

/// <summary>How much of a unit pays at once, and where.</summary>
public sealed class SpendingRulesTests
{
    [Theory]
    [InlineData(0, 5_000, "")]
    [InlineData(999, 5_000, "spend.too-little")]
    [InlineData(1_000, 5_000, "")]
    [InlineData(1_250, 5_000, "")]
    [InlineData(1_300, 5_000, "spend.step")]
    [InlineData(2_000, 5_000, "")]
    [InlineData(2_001, 5_000, "spend.too-much")]
    [InlineData(1_750, 7_001, "")]
    [InlineData(2_000, 3_999, "spend.too-much")]
    public void Least_most_step_and_share_hold_each(long amount, long price, string code)
    {
        var shop = With(new SpendingRules(1_000, 2_000, 250, new Percent(50_00)));
        var sold = shop.TrySell(Asking(shop, amount, Shop.Goods(price)));
        sold.IsRefused.ShouldBe(code.Length > 0);
        if (code.Length > 0)
        {
            (sold.Refusals.Single().Code, sold.Refusals.Single().Pointer).ShouldBe((code, "/spend/0/amount"));
        }
    }

    [Theory]
    [InlineData(10_000, 2_000)]
    [InlineData(3_999, 1_750)]
    [InlineData(2_000, 1_000)]
    [InlineData(1_999, 0)]
    public void The_most_that_is_said_can_be_spent(long price, long most)
    {
        var shop = With(new SpendingRules(1_000, 2_000, 250, new Percent(50_00)));
        shop.Sell(Shop.Goods(price)).MaySpend.ShouldBe([new SpendLimit("credit", most)]);
        shop.Sell(Asking(shop, most, Shop.Goods(price))).Spent.ShouldBe(new Money(most));
        var over = shop.TrySell(Asking(shop, most + 250, Shop.Goods(price))).Refusals.Single();
        over.Code.ShouldBeOneOf("spend.too-much", "spend.too-little");
        over.Args.ShouldBe([new UnitAmount("credit", over.Code == "spend.too-much" ? most : 1_000)]);
    }

    [Fact]
    public void The_share_is_of_goods_and_shipping_after_discounts()
    {
        var shop = With(SpendingRules.None with { Share = new Percent(25_00) }).Offer("tenth", Gives.Off("10"));
        BasketLine[] lines = [Shop.Goods(1_000), Shop.Other(LineKind.Shipping, 100), Shop.Other(LineKind.Tip, 999)];
        shop.Sell(lines).MaySpend.ShouldBe([new SpendLimit("credit", 250)]);
    }

    [Fact]
    public void A_unit_pays_at_its_branches_and_on_its_weekdays_alone()
    {
        var rules = SpendingRules.None with { Branches = ["north"], Weekdays = [DayOfWeek.Sunday] };
        var shop = With(rules);
        var basket = Asking(shop, 100, Shop.Goods(1_000));
        var away = shop.TrySell(basket).Refusals.Single();
        (away.Code, away.Pointer).ShouldBe(("spend.not-here", "/spend/0/unit"));
        shop.Sell(Shop.Goods(1_000)).MaySpend.ShouldBeEmpty();
        shop.Sell(basket with { Branch = "north" }).Spent.ShouldBe(new Money(100));
        shop.Now = shop.Now.AddDays(1);
        shop.TrySell(basket with { Branch = "north" }).Refusals.Single().Code.ShouldBe("spend.not-today");
    }

    [Fact]
    public void A_weekday_is_that_of_the_business_day()
    {
        var shop = With(SpendingRules.None with { Weekdays = [DayOfWeek.Sunday] });
        shop.Time = Clubs.NightCafe;
        shop.Now = Clubs.At("2026-11-23T02:00:00+03:30");
        shop.Sell(Asking(shop, 100, Shop.Goods(1_000))).Spent.ShouldBe(new Money(100));
    }

    [Fact]
    public void What_is_for_some_groups_pays_their_lines_and_no_shipping()
    {
        var shop = With(SpendingRules.None with { ProductGroups = ["cake", "tea"] });
        BasketLine[] lines =
        [
            Shop.Goods(300, "cake"),
            Shop.Goods(1_000, "coffee"),
            Shop.Other(LineKind.Shipping, 50),
            Shop.Goods(100, "tea"),
        ];
        shop.Sell(lines).MaySpend.ShouldBe([new SpendLimit("credit", 400)]);
        var sold = shop.Sell(Asking(shop, 200, lines));
        sold.LineSpent.ShouldBe([new Money(150), Money.Zero, Money.Zero, new Money(50)]);
        shop.TrySell(Asking(shop, 401, lines)).Refusals.Single().Code.ShouldBe("spend.too-much");
        var none = shop.TrySell(Asking(shop, 1, Shop.Goods(9, "coffee"))).Refusals.Single();
        (none.Code, none.Pointer).ShouldBe(("spend.not-for-these", "/spend/0/unit"));
    }

    [Fact]
    public void Kept_money_pays_first_and_the_rest_what_is_left()
    {
        var shop = With(SpendingRules.None with { ProductGroups = ["cake"] });
        shop.Units.Add(Shop.Unit("gift", 1_0000, spends: 1_0000));
        shop.Member = Shop.Somebody(wallets: [("credit", 9_000), ("gift", 9_000)]);
        var basket = shop.Basket(Shop.Goods(300, "cake"), Shop.Goods(300, "coffee")) with
        {
            Spend = [new SpendRequest("gift", 200), new SpendRequest("credit", 250)],
        };
        var sold = shop.Sell(basket);
        sold.LineSpent.ShouldBe([new Money(279), new Money(171)]);
        sold.Payable.ShouldBe(new Money(150));
        shop.TrySell(basket with { Spend = [new SpendRequest("gift", 301), new SpendRequest("credit", 300)] })
            .Refusals.Single()
            .Pointer.ShouldBe("/spend/0/amount");
    }

    [Fact]
    public void Two_amounts_of_one_unit_share_what_there_is()
    {
        var shop = With(SpendingRules.None with { ProductGroups = ["cake"] });
        var basket = shop.Basket(Shop.Goods(300, "cake")) with
        {
            Spend = [new SpendRequest("credit", 200), new SpendRequest("credit", 101)],
        };
        var refusal = shop.TrySell(basket).Refusals.Single();
        (refusal.Pointer, refusal.Args[0]).ShouldBe(("/spend/1/amount", new UnitAmount("credit", 100)));
    }

    [Fact]
    public void A_concluded_sale_is_not_asked_where_and_how_much()
    {
        var rules = new SpendingRules(1_000, 2_000, 250, new Percent(1_00)) with
        {
            Branches = ["north"],
            Weekdays = [DayOfWeek.Friday],
            ProductGroups = ["cake"],
        };
        var shop = With(rules);
        var taken = new Taken(Money.Zero, new Money(4_300), []);
        var basket = Asking(shop, 700, Shop.Goods(5_000, "coffee"));
        Decide
            .Sale(shop.Programme, basket, shop.Member, [], shop.Now, taken)
            .Value.LineSpent.ShouldBe([new Money(700)]);
    }

    private static Shop With(SpendingRules rules)
    {
        var shop = new Shop { Member = Shop.Somebody(wallets: [("credit", 100_000)]) };
        shop.Units[0] = shop.Units[0] with { Spending = rules };
        return shop;
    }

    private static Basket Asking(Shop shop, long amount, params BasketLine[] lines) =>
        shop.Basket(lines) with
        {
            Spend = [new SpendRequest("credit", amount)],
        };
}
