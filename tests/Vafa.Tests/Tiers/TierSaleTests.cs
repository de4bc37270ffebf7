using System.Text.Json;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Tiers;

/// <summary>Sales that reach a tier, and sales of members who hold one.</summary>
public sealed class TierSaleTests
{
    [Theory, BothDatabases]
    public async Task A_tier_is_reached_at_once_and_counts_from_the_next_sale(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetPointFor(1_000);
        await club.SetLadder();
        await club.SetDiscount("gold", 10, """, "when": {"tier": {"atLeast": "gold"}}""");
        var member = await club.Join();
        (await club.Tier(member)).ShouldBeNull();

        var quote = (await club.Api.Post("/purchases/quote", SaleBody.Of(member, LineBody.One(60_000)))).MustBe(200);
        quote["tier"].ValueKind.ShouldBe(JsonValueKind.Null);
        quote.Long("tierProgress/0/missing/spent").ShouldBe(40_000);
        quote.String("tierProgress/0/message").ShouldBe("۴٬۰۰۰ تومان تا نقره‌ای");

        var below = await club.Buy(member, 99_999);
        below.Long("tierProgress/0/missing/spent").ShouldBe(1);
        below.Text.ShouldNotContain("reached");
        (await club.Moves(member)).ShouldBeEmpty();

        var border = await club.Buy(member, 1);
        border["tier"].ValueKind.ShouldBe(JsonValueKind.Null);
        border.String("reached/tier").ShouldBe("silver-tier");
        border.String("reached/title").ShouldBe("نقره‌ای");
        border.String("reached/message").ShouldBe("سطح نقره‌ای به دست آمد و از خرید بعدی به شمار می‌آید.");
        border.String("tierProgress/0/tier").ShouldBe("silver-tier");
        border.String("tierProgress/0/next").ShouldBe("gold");
        border.Long("tierProgress/0/percent").ShouldBe(33);
        (await club.Tier(member)).ShouldBe("silver-tier");

        // Gold comes with this sale: no discount yet, no points on top.
        var reaching = await club.Buy(member, 200_000);
        reaching.Applied().ShouldBeEmpty();
        reaching.NotApplied("gold").GetProperty("missing").GetInt64().ShouldBe(1);
        reaching.NotApplied("gold").GetProperty("measure").GetString().ShouldBe("tiers");
        reaching.Earned().ShouldBe("200 points");
        reaching.String("tier").ShouldBe("silver-tier");
        reaching.String("reached/tier").ShouldBe("gold");
        reaching["tierProgress/0/next"].ValueKind.ShouldBe(JsonValueKind.Null);

        var after = await club.Buy(member, 10_000);
        after.String("tier").ShouldBe("gold");
        after.Applied().ShouldBe(["gold"]);
        after.Earned().ShouldBe("9 points, 4 points");
        after.String("earned/1/cause/kind").ShouldBe("tier");
        after.String("earned/1/cause/code").ShouldBe("gold");
        after.String("earned/1/cause/title").ShouldBe("طلایی");
        (await club.Moves(member)).ShouldBe(["Rose - silver-tier", "Rose silver-tier gold"]);

        var read = (await club.Api.Get($"/purchases/{reaching.Id()}")).MustBe(200);
        read["tierProgress"].GetRawText().ShouldBe(reaching["tierProgress"].GetRawText());
        read["reached"].GetRawText().ShouldBe(reaching["reached"].GetRawText());
        await club.MustBeConsistent();
        await using var replay = await VafaProcess.Run(club.Database, "replay");
        replay.ExitCode.ShouldBe(0, replay.Output + replay.Error);
    }

    [Theory, BothDatabases]
    public async Task What_a_tier_earns_stands_in_the_statement_and_goes_back_with_a_refund(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetPointFor(1_000);
        await club.SetLadder();
        var member = await club.Join();
        await club.Buy(member, 300_000);
        var sale = await club.Buy(member, 20_000);
        sale.Earned().ShouldBe("20 points, 10 points");
        var statement = (await club.Api.Get($"/members/{member}/statement?unit=points")).MustBe(200);
        statement.Long("items/0/amount").ShouldBe(10);
        statement.String("items/0/cause/kind").ShouldBe("tier");
        statement.String("items/0/cause/title").ShouldBe("سطح طلایی");
        var refund = await club.Api.Post($"/purchases/{sale.Id()}/refunds", """{"reason": "x"}""");
        Shop.Amounts(refund.MustBe(201)["reversed"]).ShouldBe("30 points");
        (await club.Wallet(member, "points")).Balance.ShouldBe(300);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Paying_with_a_wallet_is_no_part_of_the_sums_and_never_lowers(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetLadder();
        var member = await club.Join();
        await club.Give(member, "credit", 100_000);
        var paid = await club.Sell(SaleBody.Of(member, LineBody.One(100_000)).Spending("credit", 1));
        paid.Long("tierProgress/0/missing/spent").ShouldBe(1);
        await club.Buy(member, 1);
        (await club.Tier(member)).ShouldBe("silver-tier");
        await club.Sell(SaleBody.Of(member, LineBody.One(99_999)).Spending("credit", 99_999));
        (await club.Tier(member)).ShouldBe("silver-tier");
        (await club.Moves(member)).ShouldBe(["Rose - silver-tier"]);
    }

    [Theory, BothDatabases]
    public async Task Visits_and_what_was_earned_lift_as_well(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetPointFor(1_000);
        const string tiers = """
            {"code": "a", "title": {"en": "A"}, "from": {"visits": 2, "earned": {"unit": "points", "amount": 5}},
             "match": "any"},
            {"code": "b", "title": {"en": "B"}, "from": {"visits": 3, "earned": {"unit": "points", "amount": 5}}}
            """;
        await club.Set("/ladders/club", TierClub.Ladder(tiers: tiers));
        var member = await club.Join();
        var first = await club.Buy(member, 500);
        first.Long("tierProgress/0/missing/visits").ShouldBe(1);
        first.Long("tierProgress/0/missing/earned/amount").ShouldBe(5);
        (await club.Buy(member, 500)).String("reached/tier").ShouldBe("a");
        var third = await club.Buy(member, 4_000);
        third.Long("tierProgress/0/missing/earned/amount").ShouldBe(1);
        (await club.Buy(member, 1_000)).String("reached/tier").ShouldBe("b");
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_refund_lowers_only_with_the_night(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetPointFor(1_000);
        const string tiers = """
            {"code": "a", "title": {"en": "A"}, "from": {"earned": {"unit": "points", "amount": 100}}}
            """;
        await club.Set("/ladders/club", TierClub.Ladder("{\"days\": 90}", tiers: tiers));
        var member = await club.Join();
        await club.Buy(member, 60_000);
        var sale = await club.Buy(member, 50_000);
        (await club.Review()).Reviewed.ShouldBe(1);
        (await club.Review()).Reviewed.ShouldBe(0);
        club.Clock.Advance(TimeSpan.FromDays(9));
        (await club.Api.Post($"/purchases/{sale.Id()}/refunds", """{"reason": "x"}""")).MustBe(201);
        (await club.Tier(member)).ShouldBe("a");
        var tally = await club.Review();
        (tally.Reviewed, tally.Fell).ShouldBe((1, 1));
        (await club.Tier(member)).ShouldBeNull();
        (await club.Moves(member)).ShouldBe(["Rose - a", "Fell a -"]);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Guests_and_clubs_without_ladders_have_no_tier(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await club.Join();
        (await club.Buy(member, 100_000)).Text.ShouldNotContain("tierProgress");
        await club.SetLadder();
        var guest = await club.Sell(SaleBody.Guest(LineBody.One(500_000)));
        guest["tier"].ValueKind.ShouldBe(JsonValueKind.Null);
        guest.Text.ShouldNotContain("tierProgress");
        // What he paid before there was a ladder counts with his next sale.
        (await club.Buy(member, 1_000))
            .String("reached/tier")
            .ShouldBe("silver-tier");
    }

    [Theory, BothDatabases]
    public async Task Many_sales_of_one_member_at_once_reach_each_tier_once(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetLadder();
        var member = await club.Join();
        var sales = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => club.Buy(member, 10_000)));
        sales.Count(s => s.Json.TryGetProperty("reached", out _)).ShouldBe(2);
        (await club.Moves(member)).ShouldBe(["Rose - silver-tier", "Rose silver-tier gold"]);
        await club.MustBeConsistent();
    }
}
