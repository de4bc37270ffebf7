using Shouldly;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Tests.Values;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Offers;

/// <summary>Offers for given members, for segments, and with a percentage of each member's own.</summary>
public sealed class PersonalTests
{
    private const string Own = ", \"field\": \"own\"";
    private static readonly Guid Sara = Guid.Parse("01890000-0000-7000-8000-000000000001");

    private static MemberFacts With(string? own) =>
        new()
        {
            Id = new MemberId(Sara),
            Since = Clubs.Day("2026-01-01"),
            Fields = own is null ? null : new Dictionary<string, string> { ["own"] = own },
        };

    [Theory]
    [InlineData("12.5", 1_250)]
    [InlineData("0.01", 1)]
    [InlineData("20", 2_000)]
    [InlineData("35", 2_000)]
    [InlineData("99999999999999999999", 2_000)]
    public void A_percentage_of_the_members_own_counts_up_to_that_of_the_offer(string own, long off)
    {
        var shop = new Shop { Member = With(own) }.Offer("mine", Gives.Off("20", Own));
        shop.Sell(Shop.Goods(10_000)).Discount.Minor.ShouldBe(off);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("0.009")]
    [InlineData("نقره‌ای")]
    public void Who_has_no_number_above_nothing_gets_nothing(string? own)
    {
        var shop = new Shop { Member = With(own) }.Offer("mine", Gives.Off("20", Own));
        shop.Offer("back", Gives.Credit("20", Own), rest: "\"group\": \"other\"");
        var decision = shop.Sell(Shop.Goods(10_000));
        decision.Discount.Minor.ShouldBe(0);
        decision.Earned.ShouldBeEmpty();
        shop.Verdict(decision, "mine").Code.ShouldBe(VerdictCode.GivesNothing);
        shop.Verdict(decision, "back").Code.ShouldBe(VerdictCode.GivesNothing);
    }

    [Fact]
    public void A_guest_has_no_percentage_of_his_own()
    {
        var shop = new Shop { Member = null }.Offer("mine", Gives.Off("20", Own));
        shop.Verdict(shop.Sell(Shop.Goods(10_000)), "mine").Code.ShouldBe(VerdictCode.MembersOnly);
    }

    /// <summary>Among other offers, one's own percentage decides as if the offer had been written with it.</summary>
    [Fact]
    public void The_choice_is_that_of_the_same_offers_written_with_this_members_percentage()
    {
        var random = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var own = random.Next(1, 3_000) / 100m;
            var count = Math.Min(own, 25m);
            var basket = new[] { Shop.Goods(random.Next(1, 90_000)), Shop.Goods(random.Next(1, 90_000), "tea") };
            var (personal, plain) = (Both(Own, "25", "25"), Both("", Text(count), Text(count)));
            personal.Member = With(Text(own));
            plain.Member = With(null);
            var (a, b) = (personal.Sell(basket), plain.Sell(basket));
            a.Discount.ShouldBe(b.Discount);
            personal.Applied(a).ShouldBe(plain.Applied(b), $"{own}");
            Shop.Earned(a, "credit").ShouldBe(Shop.Earned(b, "credit"));
        }

        static Shop Both(string more, string off, string back) =>
            new Shop()
                .Offer("off", Gives.Off(off, more))
                .Offer("tea", Gives.OffGroup("30", "tea"), rest: "\"combine\": true")
                .Offer("back", Gives.Credit(back, more), rest: "\"group\": \"back\"")
                .Offer("other", Gives.Credit("11"), rest: "\"group\": \"back\"")
                .Offer("amount", Gives.Amount(4_000));
    }

    [Fact]
    public void It_says_that_each_member_has_his_own()
    {
        var sentence = Told(Gives.Off("20", Own));
        sentence.ShouldContain("تا ۲۰٪");
        sentence.ShouldContain("own");
    }

    [Theory]
    [InlineData("\"field\": \"nothing\"", "offer.unknown-field", "/give/0/discountPercent/field")]
    public void Its_field_must_be_one_of_the_club(string field, string code, string pointer)
    {
        var refused = Read(Gives.Off("20", ", " + field), "null").Refusals.ShouldHaveSingleItem();
        (refused.Code, refused.Pointer).ShouldBe((code, pointer));
    }

    [Fact]
    public void An_offer_for_given_members_is_for_them_alone()
    {
        var when = $$$"""{"member": {"in": ["{{{Guid.NewGuid()}}}", "{{{Sara}}}", "{{{Sara}}}"]}}""";
        var shop = new Shop().Offer("hers", Gives.Off("20"), when);
        shop.Applied(shop.Sell(Shop.Goods(100))).ShouldBe(["hers"]);
        shop.Member = new MemberFacts { Id = new MemberId(Guid.NewGuid()), Since = Clubs.Day("2026-01-01") };
        shop.Verdict(shop.Sell(Shop.Goods(100)), "hers").Code.ShouldBe(VerdictCode.Condition);
        shop.Member = null;
        shop.Verdict(shop.Sell(Shop.Goods(100)), "hers").Code.ShouldBe(VerdictCode.MembersOnly);
        Told(Gives.Off("20"), when).ShouldContain("برای ۲ عضو معین");
    }

    [Theory]
    [InlineData("[]", "json.length", "/when/member/in")]
    [InlineData("[\"0912\"]", "offer.member-id", "/when/member/in/0")]
    public void A_list_of_members_holds_ids(string list, string code, string pointer)
    {
        var refused = Read(Gives.Off("5"), $$$"""{"member": {"in": {{{list}}}}}""").Refusals.ShouldHaveSingleItem();
        (refused.Code, refused.Pointer).ShouldBe((code, pointer));
    }

    [Fact]
    public void A_segment_holds_for_whoever_meets_one_of_those_named()
    {
        var shop = new Shop().Offer("s", Gives.Off("5"), """{"segment": {"in": ["sleeping", "regulars"]}}""");
        shop.Programme.Needs.Facts.ShouldBe(AskedFacts.Visits | AskedFacts.LastVisit);
        shop.Programme.Needs.Windows.ShouldHaveSingleItem();
        shop.Member = Shop.Somebody(visits: 9);
        shop.Verdict(shop.Sell(Shop.Goods(100)), "s").Code.ShouldBe(VerdictCode.Condition);
        shop.Member = Past(9, "2026-09-23");
        shop.Applied(shop.Sell(Shop.Goods(100))).ShouldBe(["s"]);
        shop.Member = Past(10, "2026-11-21");
        shop.Applied(shop.Sell(Shop.Goods(100))).ShouldBe(["s"]);

        static MemberFacts Past(long visits, string last) =>
            new()
            {
                Id = new MemberId(Sara),
                Since = Clubs.Day("2026-01-01"),
                Visits = visits,
                LastVisit = Clubs.Day(last),
                Windows = [new WindowFact(visits, new Money(100))],
            };
    }

    [Fact]
    public void A_guest_is_in_no_segment_nor_outside_of_one()
    {
        var shop = new Shop { Member = null }
            .Offer("in", Gives.Off("5"), """{"segment": {"in": ["not-silver"]}}""")
            .Offer("out", Gives.Off("5"), """{"not": {"segment": {"in": ["sleeping"]}}}""");
        var decision = shop.Sell(Shop.Goods(100));
        decision.Offers.ShouldAllBe(v => v.Code == VerdictCode.MembersOnly);
        shop.Member = Shop.Somebody();
        shop.Verdict(shop.Sell(Shop.Goods(100)), "in").Status.ShouldBe(OfferStatus.Applied);
    }

    [Fact]
    public void An_unknown_segment_is_refused_at_its_place()
    {
        var refused = Read(Gives.Off("5"), """{"segment": {"in": ["sleeping", "gone"]}}""").Refusals;
        (refused.ShouldHaveSingleItem().Code, refused[0].Pointer).ShouldBe(
            ("offer.unknown-segment", "/when/segment/in/1")
        );
    }

    [Fact]
    public void What_is_recorded_of_a_personal_offer_decides_the_same_again()
    {
        var shop = new Shop { Member = With("12.5") }
            .Offer("mine", Gives.Off("20", Own))
            .Offer("hers", Gives.Credit("5"), $$$"""{"member": {"in": ["{{{Sara}}}"]}}""", "\"group\": \"b\"");
        var basket = shop.Basket(Shop.Goods(10_000));
        var decision = shop.Sell(basket);
        var record = DecisionRecord.Write(decision, shop.Programme, basket, shop.Member, shop.Counts, shop.Now);
        var again = DecisionRecord.ReadAll(record, shop.Programme, basket, shop.Member!.Id).Replay(shop.Programme);
        shop.Applied(decision).ShouldBe(["mine", "hers"]);
        again.Value.Discount.ShouldBe(new Money(1_250));
        again.Value.Offers.ShouldBe(decision.Offers);
    }

    private static string Text(decimal number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Outcome<Offer> Read(string give, string when) =>
        OfferDocument.Read(
            Shop.Json($$"""{"title": {"fa": "x"}, "give": [{{give}}], "when": {{when}}}"""),
            "x",
            1,
            Shop.Known
        );

    private static string Told(string give, string when = "null")
    {
        var offer = Read(give, when).Value;
        var words = new Wording(Persian: true, Toman: true);
        return $"{offer.Give[0].Sentence(words)} {offer.When?.Sentence(words)}";
    }
}
