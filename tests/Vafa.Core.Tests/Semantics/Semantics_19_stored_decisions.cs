using Shouldly;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Semantics;

/// <summary>
/// A decision keeps what it was made from; replay uses that alone, and sentences are made when it is read.
/// </summary>
public sealed class Semantics_19_stored_decisions
{
    [Fact]
    public void A_replay_does_not_see_what_the_member_has_become()
    {
        var shop = new Shop { Member = Shop.Somebody(visits: 11, groups: ["silver"]) }
            .Offer("often", Gives.Off("10"), """{"visits": {"moreThan": 10}}""")
            .Offer("silver", Gives.Off("20"), """{"group": {"in": ["silver"]}}""");
        var basket = shop.Basket(Shop.Goods(1_000));
        var record = DecisionRecord.Write(shop.Sell(basket), shop.Programme, basket, shop.Member, [], shop.Now);
        var id = shop.Member!.Id;
        shop.Member = Shop.Somebody();
        shop.Applied(shop.Sell(basket)).ShouldBeEmpty();

        var read = DecisionRecord.ReadAll(record, shop.Programme, basket, id);
        shop.Applied(read.Replay(shop.Programme).Value).ShouldBe(["silver"]);
        read.Facts.Member!.Visits.ShouldBe(11);
        record.ShouldNotContain("تخفیف");
    }

    [Fact]
    public void Facts_that_no_live_condition_asks_for_are_not_kept()
    {
        var shop = new Shop { Member = Shop.Somebody(visits: 777_777, groups: ["silver"]) }.Offer("o", Gives.Off("10"));
        var basket = shop.Basket(Shop.Goods(1_000));
        var record = DecisionRecord.Write(shop.Sell(basket), shop.Programme, basket, shop.Member, [], shop.Now);
        record.ShouldNotContain("777777");
        record.ShouldNotContain("silver");
    }

    [Fact]
    public void Read_with_another_version_it_throws()
    {
        var shop = new Shop();
        var basket = shop.Basket(Shop.Goods(1_000));
        var record = DecisionRecord.Write(shop.Sell(basket), shop.Programme, basket, null, [], shop.Now);
        var other = new Programme(2, shop.Programme.Club, shop.Programme.Units, [], []);
        Should.Throw<InvalidDataException>(() => DecisionRecord.Read(record, other, [new Money(1_000)]));
    }
}
