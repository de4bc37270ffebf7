using Shouldly;
using Vafa.Core.Earning;
using Vafa.Core.Ledger;
using Vafa.Core.Sales;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Sales;

/// <summary>Caps cut what rules bring and say so; what offers give is a promise and stays whole.</summary>
public sealed class CapTests
{
    [Theory]
    [InlineData(null, null, 100, 0)]
    [InlineData(100L, null, 100, 0)]
    [InlineData(99L, null, 99, 1)]
    [InlineData(1L, null, 1, 99)]
    [InlineData(null, 0L, 0, 100)]
    [InlineData(null, 40L, 40, 60)]
    [InlineData(30L, 40L, 30, 70)]
    [InlineData(50L, 40L, 40, 60)]
    public void The_narrower_of_sale_and_room_cuts(long? sale, long? room, long earned, long cut)
    {
        var decision = With(new EarningCaps(sale, null, null, null), room).Sell(Shop.Goods(1_000));
        decision.Earned.Sum(e => e.Amount).ShouldBe(earned);
        decision.Capped.Sum(c => c.Amount).ShouldBe(cut);
        decision.Capped.ShouldAllBe(c => c.Unit == "credit");
    }

    [Fact]
    public void Rules_are_cut_in_their_order_and_the_others_left_alone()
    {
        var shop = With(new EarningCaps(120, null, null, null), null)
            .Rule("more", "\"unit\": \"credit\", \"percent\": 5")
            .Rule("points", "\"unit\": \"points\", \"perVisit\": 7");
        var decision = shop.Sell(Shop.Goods(1_000));
        decision
            .Earned.Select(e => (e.Unit, e.Rule, e.Amount))
            .ShouldBe([("credit", 0, 100), ("credit", 1, 20), ("points", 2, 7)]);
        decision.Capped.ShouldBe([new UnitAmount("credit", 30)]);
    }

    [Fact]
    public void What_an_offer_gives_is_not_cut_and_multiplies_what_is_left()
    {
        var shop = With(new EarningCaps(60, null, null, null), null)
            .Offer(
                "gift",
                """{"gift": {"unit": "credit", "amount": 500, "expiresAfterDays": 9}}""",
                rest: "\"combine\": true"
            )
            .Offer("double", """{"pointsMultiplier": {"unit": "credit", "times": 2}}""", rest: "\"combine\": true");
        var decision = shop.Sell(Shop.Goods(1_000));
        decision.Earned.Where(e => e.Rule >= 0).Sum(e => e.Amount).ShouldBe(60);
        decision.Earned.Where(e => e.Offer >= 0).Select(e => e.Amount).Order().ShouldBe([60, 500]);
    }

    [Fact]
    public void A_stored_decision_knows_its_room()
    {
        var shop = With(new EarningCaps(null, 100, null, null), 40);
        var basket = shop.Basket(Shop.Goods(1_000));
        var decision = shop.Sell(basket);
        var record = DecisionRecord.Write(decision, shop.Programme, basket, shop.Member, [], shop.Now);
        var read = DecisionRecord.ReadAll(record, shop.Programme, basket, shop.Member!.Id);
        read.Decision.Capped.ShouldBe([new UnitAmount("credit", 60)]);
        var again = read.Replay(shop.Programme).Value;
        DecisionRecord.Write(again, shop.Programme, basket, read.Facts.Member, [], shop.Now).ShouldBe(record);
    }

    [Theory]
    [InlineData(0, 0, 0, 10)]
    [InlineData(4, 0, 0, 6)]
    [InlineData(10, 10, 10, 0)]
    [InlineData(15, 0, 0, 0)]
    [InlineData(-5, 0, 0, 10)]
    [InlineData(0, 25, 0, 5)]
    [InlineData(0, 0, 98, 2)]
    public void The_room_is_what_the_tightest_period_leaves(long day, long month, long ever, long room) =>
        new EarnedBefore(day, month, ever).Room(new EarningCaps(50, 10, 30, 100)).ShouldBe(room);

    private static Shop With(EarningCaps caps, long? room)
    {
        var shop = new Shop().Rule("back", "\"unit\": \"credit\", \"percent\": 10");
        shop.Units[0] = shop.Units[0] with { Caps = caps };
        if (room is { } left)
        {
            shop.Member = new MemberFacts
            {
                Id = shop.Member!.Id,
                Since = shop.Member.Since,
                Rooms = [new UnitRoom("credit", left)],
            };
        }

        return shop;
    }
}
