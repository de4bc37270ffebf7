using Vafa.Tests.Purchases;

namespace Vafa.Tests.Lists;

/// <summary>The list of sales by what an owner asks: where, by whom, how much, what came back.</summary>
public sealed class SalesListTests
{
    [Theory, BothDatabases]
    public async Task Sales_are_narrowed_by_place_person_buyer_amount_and_refund(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/branches/north", """{"title": {"fa": "شمال"}}""");
        club.Clock.Advance(TimeSpan.FromMinutes(10));
        var member = await Shop.Join(club);
        var first = await club.Sell(
            SaleBody.Of(member, LineBody.One(1_000)) with
            {
                Branch = "north",
                Till = "t1",
                Cashier = "ali",
                At = TestClock.Start.AddMinutes(7),
            }
        );
        var second = await club.Sell(
            SaleBody.Guest(LineBody.One(5_000)) with
            {
                Cashier = "sara",
                At = TestClock.Start.AddMinutes(8),
            }
        );
        var third = await club.Sell(
            SaleBody.Of(member, LineBody.One(9_000)) with
            {
                Till = "t1",
                At = TestClock.Start.AddMinutes(9),
            }
        );
        (await club.Api.Post($"/purchases/{second.Id()}/refunds", """{"reason": "x"}""")).MustBe(201);
        (string Query, Answer[] Sales)[] expected =
        [
            ("branch=north", [first]),
            ("cashier=ali", [first]),
            ("till=t1", [third, first]),
            ("buyer=member", [third, first]),
            ("buyer=guest", [second]),
            ("atLeast=5000", [third, second]),
            ("atLeast=۵٬۰۰۱".Replace("٬", ""), [third]),
            ("refunded=true", [second]),
            ("refunded=false", [third, second, first]),
            ($"member={member}&atLeast=5000", [third]),
            ("branch=nowhere", []),
        ];
        foreach (var (query, sales) in expected)
        {
            var (seen, cursor) = (new List<Guid>(), "");
            while (cursor is not null)
            {
                var page = (await club.Api.Get($"/purchases?limit=1&{query}&cursor={cursor}")).MustBe(200);
                seen.AddRange(page["items"].EnumerateArray().Select(i => i.GetProperty("id").GetGuid()));
                cursor = page.String("next");
            }

            seen.ShouldBe(sales.Select(s => s.Id()), query);
        }

        (await club.Api.Get("/purchases?buyer=x")).MustBeProblem(422, "json.choice", "/buyer");
        (await club.Api.Get("/purchases?atLeast=many")).MustBeProblem(422, "sale-filter.amount", "/atLeast");
        (await club.Api.Get("/purchases?refunded=1")).MustBeProblem(422, "json.choice", "/refunded");
    }

    [Theory, BothDatabases]
    public async Task Messages_are_listed_with_the_sentence_that_will_be_sent(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await Shop.Join(club, "09121234567", """, "firstName": "سارا" """);
        club.Clock.Advance(TimeSpan.FromMinutes(1));
        await club.SetPointFor(100_000);
        await club.Sell(SaleBody.Of(member, LineBody.One(300_000)));
        club.Clock.Advance(TimeSpan.FromMinutes(1));
        await Shop.Join(club, "09350000000");
        var all = (await club.Api.Get("/messages")).MustBe(200);
        all["items"].GetArrayLength().ShouldBe(3);
        var first = (await club.Api.Get("/messages?limit=2")).MustBe(200);
        var rest = (await club.Api.Get("/messages?limit=2&cursor=" + first.String("next"))).MustBe(200);
        rest["items"].GetArrayLength().ShouldBe(1);
        var own = (await club.Api.Get($"/messages?member={member}&state=waiting"))["items"];
        own.EnumerateArray().Select(m => m.GetProperty("kind").GetString()).ShouldBe(["receipt", "welcome"]);
        own[0].GetProperty("text").GetString()!.ShouldContain("خرید شما به مبلغ ۳۰٬۰۰۰ تومان ثبت شد. ۳ امتیاز گرفتید.");
        own[1].GetProperty("text").GetString()!.ShouldStartWith("سارا عزیز، به ");
        (await club.Api.Get("/messages?state=sent")).MustBeProblem(422, "json.choice", "/state");
        (await club.Api.Get("/messages?member=x")).MustBeProblem(422, "json.uuid", "/member");
        (await club.Api.Get("/messages?cursor=WyJ4IiwieSJd")).MustBeProblem(422, "list.cursor", "/cursor");
        (await (await club.ClientWith("members")).Get("/messages")).MustBe(403);
    }
}
