using Shouldly;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Tests.Values;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Offers;

/// <summary>Each word of the vocabulary: when it is met, and how far it is when it is not.</summary>
public sealed class ConditionTests
{
    private static readonly MemberFacts Sara = new()
    {
        Id = new MemberId(Guid.Parse("01890000-0000-7000-8000-000000000002")),
        Visits = 10,
        Spent = new Money(5_000),
        LastVisit = Clubs.Day("2026-11-12"),
        Since = Clubs.Day("2026-11-02"),
        Groups = ["silver"],
        Fields = new Dictionary<string, string>
        {
            ["city"] = "قم",
            ["shoe"] = "42.5",
            ["pet"] = "true",
        },
        Wallets = [new WalletFact("credit", 70)],
        Windows = [new WindowFact(2, new Money(900))],
    };

    private static OfferVerdict Judge(string when, MemberFacts? member)
    {
        var shop = new Shop { Member = member }.Offer("o", Gives.Off("10"), when);
        var basket = shop.Basket(
            Shop.Goods(600, "cake", "brownie", 2),
            Shop.Goods(400, "tea", "green", 0.5m),
            Shop.Other(LineKind.Tip, 9_000)
        ) with
        {
            PaymentMethods = ["card", "cash"],
            Codes = ["nowruz"],
        };
        return shop.Sell(basket).Offers.Single();
    }

    [Theory]
    [InlineData("""{"basketTotal": {"atLeast": 1000}}""")]
    [InlineData("""{"basketTotal": {"moreThan": 999}}""")]
    [InlineData("""{"visits": {"atLeast": 10}}""")]
    [InlineData("""{"visits": {"moreThan": 9}}""")]
    [InlineData("""{"visits": {"atLeast": 2, "within": {"days": 30}}}""")]
    [InlineData("""{"spent": {"atLeast": 5000}}""")]
    [InlineData("""{"spent": {"atLeast": 900, "within": "month"}}""")]
    [InlineData("""{"group": {"in": ["gold", "silver"]}}""")]
    [InlineData("""{"productGroup": {"in": ["cake"]}}""")]
    [InlineData("""{"productGroup": {"in": ["cake", "tea"], "quantity": 2.5, "amount": 1000}}""")]
    [InlineData("""{"product": {"in": ["green"]}}""")]
    [InlineData("""{"product": {"in": ["brownie"], "quantity": 2}}""")]
    [InlineData("""{"branch": {"in": ["north", "main"]}}""")]
    [InlineData("""{"channel": {"in": ["store"]}}""")]
    [InlineData("""{"paymentMethod": {"in": ["cash"]}}""")]
    [InlineData("""{"daysSinceLastVisit": {"atLeast": 10}}""")]
    [InlineData("""{"memberFor": {"atLeast": 20}}""")]
    [InlineData("""{"wallet": {"unit": "credit", "atLeast": 70}}""")]
    [InlineData("""{"field": {"name": "city", "is": "قم"}}""")]
    [InlineData("""{"field": {"name": "shoe", "is": [41, 42.50]}}""")]
    [InlineData("""{"field": {"name": "pet", "is": true}}""")]
    [InlineData("""{"code": {"in": ["NOWRUZ"]}}""")]
    [InlineData("""{"not": {"firstPurchase": true}}""")]
    [InlineData("""{"any": [{"firstPurchase": true}, {"branch": {"in": ["main"]}}]}""")]
    public void It_is_met(string when) => Judge(when, Sara).Status.ShouldBe(OfferStatus.Applied);

    [Theory]
    [InlineData("""{"basketTotal": {"atLeast": 1001}}""", 0, 1)]
    [InlineData("""{"basketTotal": {"moreThan": 1000}}""", 0, 1)]
    [InlineData("""{"visits": {"moreThan": 10}}""", 0, 1)]
    [InlineData("""{"visits": {"atLeast": 5, "within": "year"}}""", 0, 3)]
    [InlineData("""{"spent": {"atLeast": 5600}}""", 0, 600)]
    [InlineData("""{"birthday": {"daysBefore": 180, "daysAfter": 180}}""", 0, 0)]
    [InlineData("""{"group": {"in": ["gold"]}}""", 0, 0)]
    [InlineData("""{"productGroup": {"in": ["lunch"]}}""", 0, 0)]
    [InlineData("""{"productGroup": {"in": ["cake"], "quantity": 5}}""", 0, -3_000)]
    [InlineData("""{"productGroup": {"in": ["cake"], "amount": 700}}""", 0, 100)]
    [InlineData("""{"product": {"in": ["green"], "quantity": 1}}""", 0, 500)]
    [InlineData("""{"branch": {"in": ["north"]}}""", 0, 0)]
    [InlineData("""{"channel": {"in": ["online", "phone"]}}""", 0, 0)]
    [InlineData("""{"paymentMethod": {"in": ["gift"]}}""", 0, 0)]
    [InlineData("""{"firstPurchase": true}""", 0, 0)]
    [InlineData("""{"daysSinceLastVisit": {"atLeast": 11}}""", 0, 0)]
    [InlineData("""{"memberFor": {"atLeast": 21}}""", 0, 1)]
    [InlineData("""{"wallet": {"unit": "credit", "atLeast": 100}}""", 0, 30)]
    [InlineData("""{"wallet": {"unit": "points", "atLeast": 5}}""", 0, 5)]
    [InlineData("""{"field": {"name": "city", "is": ["ساری"]}}""", 0, 0)]
    [InlineData("""{"code": {"in": ["YALDA"]}}""", 0, 0)]
    [InlineData("""{"not": {"branch": {"in": ["main"]}}}""", 0, 0)]
    [InlineData("""{"all": [{"branch": {"in": ["main"]}}, {"basketTotal": {"atLeast": 1200}}]}""", 2, 200)]
    public void It_is_not_met_by_so_much(string when, int node, long missing)
    {
        var verdict = Judge(when, Sara);
        verdict.Status.ShouldBe(OfferStatus.NotEligible);
        verdict.Code.ShouldBe(VerdictCode.Condition);
        (verdict.Node, verdict.Missing).ShouldBe((node, missing));
    }

    [Fact]
    public void Of_several_that_fail_the_one_that_buying_cannot_mend_is_named()
    {
        var verdict = Judge("""{"all": [{"basketTotal": {"atLeast": 2000}}, {"group": {"in": ["gold"]}}]}""", Sara);
        (verdict.Node, verdict.Missing).ShouldBe((2, 0));
    }

    [Fact]
    public void Of_alternatives_the_one_within_reach_is_named()
    {
        var verdict = Judge("""{"any": [{"group": {"in": ["gold"]}}, {"basketTotal": {"atLeast": 2000}}]}""", Sara);
        (verdict.Node, verdict.Missing).ShouldBe((2, 1_000));
    }

    [Theory]
    [InlineData("""{"visits": {"atLeast": 0}}""")]
    [InlineData("""{"not": {"group": {"in": ["gold"]}}}""")]
    [InlineData("""{"all": [{"basketTotal": {"atLeast": 1}}, {"memberFor": {"atLeast": 0}}]}""")]
    [InlineData("""{"any": [{"firstPurchase": true}, {"wallet": {"unit": "credit", "atLeast": 0}}]}""")]
    public void What_needs_a_member_is_not_for_guests(string when)
    {
        var verdict = Judge(when, member: null);
        verdict.Status.ShouldBe(OfferStatus.NotEligible);
        verdict.Code.ShouldBe(VerdictCode.MembersOnly);
    }

    [Fact]
    public void A_guest_may_meet_the_other_alternative() =>
        Judge("""{"any": [{"firstPurchase": true}, {"basketTotal": {"atLeast": 1}}]}""", member: null)
            .Status.ShouldBe(OfferStatus.Applied);

    [Fact]
    public void The_hold_out_takes_about_its_share_always_the_same_and_no_guest()
    {
        var shop = new Shop()
            .Offer("o", Gives.Off("10"), rest: "\"holdout\": 20")
            .Offer("p", Gives.Off("5"), rest: "\"holdout\": 20");
        var (first, both) = (0, 0);
        for (var n = 1; n <= 2_000; n++)
        {
            shop.Member = new MemberFacts { Id = new MemberId(new Guid(n, 7, 7, new byte[8])), Since = Sara.Since };
            var held = shop.Sell(Shop.Goods(1_000)).Offers.Select(v => v.Status == OfferStatus.HeldOut).ToArray();
            shop.Sell(Shop.Goods(9)).Offers.Select(v => v.Status == OfferStatus.HeldOut).ShouldBe(held);
            first += held[0] ? 1 : 0;
            both += held[0] && held[1] ? 1 : 0;
        }

        first.ShouldBeInRange(330, 470);
        both.ShouldBeInRange(45, 120);
        shop.Member = null;
        shop.Sell(Shop.Goods(1_000)).Offers.ShouldNotContain(v => v.Status == OfferStatus.HeldOut);
    }
}
