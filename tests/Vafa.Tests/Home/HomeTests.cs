using System.Text.Json;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Home;

/// <summary>The figures behind the home page after known sales; the clock stands on Wednesday, 12:30.</summary>
public sealed class HomeTests
{
    [Theory, BothDatabases]
    public async Task Today_stands_beside_the_same_weekday_until_the_same_minute(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await club.Join();
        var now = club.Clock.Now;
        await Sold(club, now.AddDays(-7).AddHours(-3), 100_000, member);
        await Sold(club, now.AddDays(-7).AddMinutes(-10), 200_000);
        await Sold(club, now.AddDays(-7).AddMinutes(10), 400_000);
        await Sold(club, now.AddHours(-2), 1_000_000, member);
        await Sold(club, now.AddMinutes(-5), 500_001);
        var home = (await club.Api.Get("/home")).MustBe(200);
        Sales(home["today/now"]).ShouldBe((2, 1, 1_500_001));
        home["today/now/averageBasket"].GetInt64().ShouldBe(750_000);
        home["today/now/memberPercent"].GetInt32().ShouldBe(50);
        Sales(home["today/before"]).ShouldBe((2, 1, 300_000));
        home["today/beforeDay"].GetString().ShouldBe("2026-03-18");
        Sales(home["week/now"]).ShouldBe((3, 1, 700_000));
        Sales(home["month/now"]).ShouldBe((3, 1, 700_000));
        home["days"].GetArrayLength().ShouldBe(61);
        Sales(home["days/60/sum"]).ShouldBe((2, 1, 1_500_001));
        home["days/60/day"].GetString().ShouldBe("2026-03-25");
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_refund_counts_in_its_own_hour_and_leaves_the_sale_where_it_was(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetPointFor(10_000);
        var member = await club.Join();
        var sale = await club.Sell(SaleBody.Of(member, LineBody.One(300_000)));
        club.Clock.Advance(TimeSpan.FromDays(1));
        var refund = new { reason = "cold" };
        (await club.Api.Post($"/purchases/{sale.Id()}/refunds", refund)).MustBe(201);
        var home = (await club.Api.Get("/home")).MustBe(200);
        Sales(home["today/now"]).ShouldBe((0, 0, 0));
        home["today/refunds"].GetInt64().ShouldBe(1);
        home["today/refunded"].GetInt64().ShouldBe(300_000);
        Sales(home["week/now"]).ShouldBe((1, 1, 300_000));
        var points = Unit(home["given/units"], "points").GetProperty("now");
        points.GetProperty("earned").GetInt64().ShouldBe(30);
        points.GetProperty("reversed").GetInt64().ShouldBe(30);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Who_came_is_told_by_visits_and_who_stayed_away_by_members(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var back = await club.Join("09121111111");
        var silent = await club.Join("09122222222");
        var usual = await club.Join("09123333333");
        await club.Sell(SaleBody.Of(back, LineBody.One(10_000)));
        await club.Sell(SaleBody.Of(silent, LineBody.One(10_000)));
        club.Clock.Advance(TimeSpan.FromDays(61));
        await club.Sell(SaleBody.Of(back, LineBody.One(10_000)));
        await club.Sell(SaleBody.Of(usual, LineBody.One(10_000)));
        await club.Sell(SaleBody.Of(usual, LineBody.One(10_000)));
        await club.Sell(SaleBody.Guest(LineBody.One(10_000)));
        var home = (await club.Api.Get("/home")).MustBe(200);
        Visits(home["visitors/today"]).ShouldBe((1, 1, 1, 1));
        Visits(home["visitors/week"]).ShouldBe((1, 1, 1, 1));
        home["visitors/fellSilent"].GetInt32().ShouldBe(1);
        club.Clock.Advance(TimeSpan.FromDays(7));
        home = (await club.Api.Get("/home")).MustBe(200);
        Visits(home["visitors/before"]).ShouldBe((1, 1, 1, 1));
        home["visitors/fellSilent"].GetInt32().ShouldBe(0);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task What_expires_soon_follows_the_lots(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await club.Join();
        await club.Give(member, "credit", 500, club.Clock.Now.AddDays(5));
        await club.Give(member, "credit", 300, club.Clock.Now.AddDays(20));
        await club.Give(member, "credit", 100, club.Clock.Now.AddDays(90));
        await club.Sell(SaleBody.Of(member, LineBody.One(10_000)).Spending("credit", 200));
        var home = (await club.Api.Get("/home")).MustBe(200);
        var credit = Unit(home["next/expiring"], "credit");
        credit.GetProperty("within7").GetInt64().ShouldBe(300);
        credit.GetProperty("within30").GetInt64().ShouldBe(600);
        var given = Unit(home["given/units"], "credit").GetProperty("now");
        given.GetProperty("spent").GetInt64().ShouldBe(200);
        given.GetProperty("adjusted").GetInt64().ShouldBe(900);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_branch_shows_its_own_sales_and_an_unknown_one_is_refused(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/branches/north", """{"title": {"en": "North"}}""");
        await club.Sell(SaleBody.Guest(LineBody.One(10_000)) with { Branch = "north" });
        await club.Sell(SaleBody.Guest(LineBody.One(70_000)));
        Sales((await club.Api.Get("/home?branch=north")).MustBe(200)["today/now"]).ShouldBe((1, 0, 10_000));
        Sales((await club.Api.Get("/home")).MustBe(200)["today/now"]).ShouldBe((2, 0, 80_000));
        var refused = (await club.Api.Get("/home?branch=south")).MustBe(422);
        refused["errors/0/pointer"].GetString().ShouldBe("/branch");
    }

    [Theory, BothDatabases]
    public async Task Only_who_may_see_reports_sees_them(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        (await (await club.ClientWith("reports")).Get("/home")).MustBe(200);
        (await (await club.ClientWith("members", "purchases")).Get("/home")).MustBe(403);
    }

    private static Task<Answer> Sold(TestClub club, DateTimeOffset at, long price, Guid? member = null)
    {
        var line = LineBody.One(price);
        var sale = member is { } buyer ? SaleBody.Of(buyer, line) : SaleBody.Guest(line);
        return club.Sell(sale with { At = at });
    }

    private static (long Sales, long OfMembers, long Money) Sales(JsonElement sum) =>
        (
            sum.GetProperty("sales").GetInt64(),
            sum.GetProperty("memberSales").GetInt64(),
            sum.GetProperty("money").GetInt64()
        );

    private static (long First, long Returning, long Back, long Guests) Visits(JsonElement sum) =>
        (
            sum.GetProperty("first").GetInt64(),
            sum.GetProperty("returning").GetInt64(),
            sum.GetProperty("back").GetInt64(),
            sum.GetProperty("guests").GetInt64()
        );

    private static JsonElement Unit(JsonElement units, string code) =>
        units.EnumerateArray().Single(u => u.GetProperty("unit").GetString() == code);
}
