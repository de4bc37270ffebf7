using System.Text.Json;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Home;

/// <summary>What needs a person and what comes next.</summary>
public sealed class NoticeTests
{
    [Theory, BothDatabases]
    public async Task Offers_that_end_and_limits_that_run_out_are_told(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetDiscount("ends", 1, """, "schedule": {"to": "2026-03-30T09:00:00Z"} """);
        await club.SetDiscount("later", 1, """, "schedule": {"from": "2026-04-02T09:00:00Z"} """);
        await club.SetDiscount("few", 10, """, "limits": {"uses": 2}, "combine": true """);
        await club.Sell(SaleBody.Guest(LineBody.One(10_000)));
        await club.Sell(SaleBody.Guest(LineBody.One(10_000)));
        var home = (await club.Api.Get("/home")).MustBe(200);
        Notice(home, "offer-ending").GetProperty("offer").GetString().ShouldBe("ends");
        var few = Notice(home, "offer-uses");
        (few.GetProperty("count").GetInt64(), few.GetProperty("of").GetInt64()).ShouldBe((2, 2));
        home["next/ending/0/offer"].GetString().ShouldBe("ends");
        home["next/starting/0/offer"].GetString().ShouldBe("later");
    }

    [Theory, BothDatabases]
    public async Task Waiting_messages_and_sales_with_another_discount_are_told(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Join();
        var taken = SaleBody.Guest(LineBody.One(10_000)) with { Taken = new TakenBody(1_000, 9_000) };
        await club.Sell(taken);
        await club.Sell(SaleBody.Guest(LineBody.One(10_000)) with { Taken = new TakenBody(0, 10_000) });
        var home = (await club.Api.Get("/home")).MustBe(200);
        Notice(home, "messages-waiting").GetProperty("count").GetInt64().ShouldBe(1);
        Notice(home, "sales-apart").GetProperty("count").GetInt64().ShouldBe(1);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_day_on_which_the_branch_usually_sells_and_did_not_is_hinted_at(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        for (var day = 0; day < 40; day++)
        {
            club.Clock.Advance(TimeSpan.FromDays(1));
            if (day != 37 && club.Clock.Now.DayOfWeek != DayOfWeek.Friday)
            {
                await club.Sell(SaleBody.Guest(LineBody.One(10_000)));
            }
        }

        var home = (await club.Api.Get("/home")).MustBe(200);
        var hint = Notice(home, "day-without-sales");
        hint.GetProperty("day").GetString().ShouldBe("2026-05-02");
        hint.GetProperty("branch").GetString().ShouldBe("main");
        (hint.GetProperty("count").GetInt64(), hint.GetProperty("of").GetInt64()).ShouldBe((5, 5));
    }

    [Theory, BothDatabases]
    public async Task Birthdays_are_found_in_the_clubs_calendar_and_leap_days_are_kept(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        // 29 Esfand 1405, the last day of a common year.
        club.Clock.Now = new DateTimeOffset(2027, 3, 20, 9, 0, 0, TimeSpan.Zero);
        await club.Join("09121111111", """, "firstName": "Leap", "birthDate": "1375/12/30" """);
        await club.Join("09122222222", """, "firstName": "Noruz", "birthDate": "1370/01/01" """);
        var other = await club.Join("09123333333", """, "firstName": "Far", "birthDate": "1370/06/10" """);
        var home = (await club.Api.Get("/home")).MustBe(200);
        home["next/birthdays/days"].GetArrayLength().ShouldBe(7);
        home["next/birthdays/days/0/members"].GetInt32().ShouldBe(1);
        home["next/birthdays/days/1/members"].GetInt32().ShouldBe(1);
        var names = home["next/birthdays/first"].EnumerateArray().Select(b => b.GetProperty("firstName").GetString());
        names.ShouldBe(["Leap", "Noruz"]);
        (await club.Api.Patch($"/members/{other}", """{"birthDate": "1370/01/02"}""")).MustBe(200);
        home = (await club.Api.Get("/home")).MustBe(200);
        home["next/birthdays/days/2/members"].GetInt32().ShouldBe(1);
        await club.Set("/branches/x", """{"title": {"en": "x"}}""");
        (await club.Api.Patch("/club", """{"calendar": "gregorian"}""")).MustBe(200);
        home = (await club.Api.Get("/home")).MustBe(200);
        home["next/birthdays/first"].GetArrayLength().ShouldBe(3);
    }

    private static JsonElement Notice(Answer home, string kind) =>
        home["notices"].EnumerateArray().Single(n => n.GetProperty("kind").GetString() == kind);
}
