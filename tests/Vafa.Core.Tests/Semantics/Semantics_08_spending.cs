using Shouldly;
using Vafa.Core.Ledger;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Semantics;

/// <summary>
/// Offers first, then wallet money, exactly as asked: goods, then shipping, never tip or stored value.
/// </summary>
public sealed class Semantics_08_spending
{
    private static Shop Rich(long credit = 10_000) =>
        new() { Member = Shop.Somebody(wallets: [("credit", credit), ("points", 50)]) };

    private static Basket Asking(Shop shop, long amount, params BasketLine[] lines) =>
        shop.Basket(lines) with
        {
            Spend = [new SpendRequest("credit", amount)],
        };

    [Fact]
    public void Wallet_money_pays_goods_by_what_is_left_of_them_then_shipping()
    {
        var shop = Rich().Offer("cake", Gives.OffGroup("50", "cake"));
        BasketLine[] lines =
        [
            Shop.Goods(1_000, "cake"),
            Shop.Other(LineKind.Tip, 300),
            Shop.Other(LineKind.Shipping, 400),
            Shop.Goods(250, "tea"),
        ];
        var decision = shop.Sell(Asking(shop, 600, lines));
        decision.LineSpent.ShouldBe([new Money(400), Money.Zero, Money.Zero, new Money(200)]);
        decision = shop.Sell(Asking(shop, 1_000, lines));
        decision.LineSpent.ShouldBe([new Money(500), Money.Zero, new Money(250), new Money(250)]);
        decision.Payable.ShouldBe(new Money(300 + 150));
    }

    [Fact]
    public void The_most_that_may_be_spent_is_said_and_one_more_is_refused()
    {
        var shop = Rich().Offer("ten", Gives.Off("10"));
        BasketLine[] lines = [Shop.Goods(1_000), Shop.Other(LineKind.Tip, 500), Shop.Other(LineKind.Shipping, 100)];
        shop.Sell(lines).MaySpend.ShouldBe([new SpendLimit("credit", 1_000)]);
        shop.Sell(Asking(shop, 1_000, lines)).Payable.ShouldBe(new Money(500));
        var refusal = shop.TrySell(Asking(shop, 1_001, lines)).Refusals.Single();
        refusal.Code.ShouldBe("spend.too-much");
        refusal.Pointer.ShouldBe("/spend/0/amount");
        refusal.Args.ShouldBe([new UnitAmount("credit", 1_000)]);
    }

    [Fact]
    public void Not_more_than_the_wallet_holds_also_when_asked_twice()
    {
        var shop = Rich(credit: 300);
        var basket = shop.Basket(Shop.Goods(1_000)) with
        {
            Spend = [new SpendRequest("credit", 200), new SpendRequest("credit", 101)],
        };
        var refusal = shop.TrySell(basket).Refusals.Single();
        refusal.Pointer.ShouldBe("/spend/1/amount");
        refusal.Args.ShouldBe([new UnitAmount("credit", 100)]);
    }

    [Theory]
    [InlineData("gold", "spend.unknown-unit")]
    [InlineData("points", "spend.not-spendable")]
    public void Only_units_that_pay_may_be_spent(string unit, string code)
    {
        var shop = Rich();
        var basket = shop.Basket(Shop.Goods(1_000)) with { Spend = [new SpendRequest(unit, 1)] };
        shop.TrySell(basket).Refusals.Single().Code.ShouldBe(code);
    }

    [Fact]
    public void A_guest_has_nothing_to_spend()
    {
        var shop = Rich();
        shop.Member = null;
        shop.TrySell(Asking(shop, 1, Shop.Goods(1_000))).Refusals.Single().Code.ShouldBe("spend.members-only");
        shop.Sell(Shop.Goods(1_000)).MaySpend.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(4_000, 1_001, 2_503)]
    [InlineData(500_0000, 1_250, 2)]
    [InlineData(1_0000, 1_250, 1_250)]
    public void No_unit_is_spent_in_vain(long worth, long price, long most)
    {
        var shop = Rich();
        shop.Units[0] = Shop.Unit("credit", worth, spends: worth);
        shop.Sell(Shop.Goods(price)).MaySpend.ShouldBe([new SpendLimit("credit", most)]);
        var paid = shop.Sell(Asking(shop, most, Shop.Goods(price)));
        paid.Payable.Minor.ShouldBeInRange(0, worth / 10_000);
    }

    [Fact]
    public void Spending_changes_no_choice()
    {
        var shop = Rich().Offer("credit", Gives.Credit("11")).Offer("off", Gives.Off("10"));
        var decision = shop.Sell(Asking(shop, 1_000, Shop.Goods(1_000)));
        shop.Applied(decision).ShouldBe(["credit"]);
        decision.Earned.ShouldBeEmpty();
        decision.Payable.ShouldBe(Money.Zero);
    }
}
