using Vafa.Tests.Members;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Lists;

/// <summary>What happened to a member, as one stream.</summary>
public sealed class TimelineTests
{
    [Theory, BothDatabases]
    public async Task Everything_stands_in_one_stream_newest_first_and_page_by_page(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetUp();
        await club.SetDiscount("ten", 10);
        await club.SetCreditBack(5);
        var member = await Shop.Join(club, "09121234567", """, "firstName": "سارا" """);
        club.Clock.Advance(TimeSpan.FromHours(1));
        var sale = await club.Sell(SaleBody.Of(member, LineBody.One(100_000)));
        club.Clock.Advance(TimeSpan.FromHours(1));
        await club.Give(member, "credit", 500);
        club.Clock.Advance(TimeSpan.FromHours(1));
        (await club.Api.Patch("/members/" + member, """{"lastName": "کاظمی", "groups": ["silver"]}""")).MustBe(200);
        club.Clock.Advance(TimeSpan.FromHours(1));
        (await club.Api.Post($"/purchases/{sale.Id()}/refunds", """{"reason": "سرد بود"}""")).MustBe(201);
        var all = await Pages(club.Api, member, 50);
        all.Select(e => e.Kind)
            .ShouldBe(
                ["refund", "profile", "adjustment", "message", "purchase", "message", "joined"],
                ignoreOrder: true
            );
        all.Select(e => e.At).ShouldBe(all.Select(e => e.At).OrderDescending());
        (await Pages(club.Api, member, 1)).ShouldBe(all);
        (await Pages(club.Api, member, 2)).ShouldBe(all);
        var told = await club.Api.Get($"/members/{member}/timeline");
        var items = told["items"].EnumerateArray().ToDictionary(i => i.GetProperty("id").GetGuid());
        var purchase = items[sale.Id()];
        purchase.GetProperty("sentence").GetString().ShouldNotBeNull();
        purchase.GetProperty("sentence").GetString()!.ShouldContain("۱۰٬۰۰۰ تومان، پرداختی ۹٬۰۰۰ تومان");
        purchase.GetProperty("sentence").GetString()!.ShouldContain("پیشنهاد: \u2068ten\u2069");
        purchase.GetProperty("purchase").GetProperty("isVoid").GetBoolean().ShouldBeTrue();
        var adjusted = told["items"].EnumerateArray().Single(i => i.GetProperty("kind").GetString() == "adjustment");
        adjusted.GetProperty("by").GetString()!.ShouldStartWith("key:");
        adjusted.GetProperty("reason").GetString().ShouldBe("given by a test");
        var profile = told["items"].EnumerateArray().Single(i => i.GetProperty("kind").GetString() == "profile");
        profile.GetProperty("sentence").GetString().ShouldBe("تغییر مشخصات: نام خانوادگی، گروه‌ها");
        profile.GetProperty("changes")[0].GetProperty("after").GetString().ShouldBe("کاظمی");
    }

    [Theory, BothDatabases]
    public async Task A_reader_is_told_only_what_his_scopes_let_him_see(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await Shop.Join(club);
        await club.Sell(SaleBody.Of(member, LineBody.One(1_000)));
        (await Pages(await club.ClientWith("members"), member, 50)).Select(e => e.Kind).ShouldBe(["joined"]);
        (await (await club.ClientWith("purchases")).Get($"/members/{member}/timeline")).MustBe(403);
        (await club.Api.Get($"/members/{Guid.CreateVersion7()}/timeline")).MustBeProblem(404, "member.unknown");
        (await club.Api.Get($"/members/{member}/timeline?cursor=WyJ4IiwieSJd")).MustBeProblem(
            422,
            "list.cursor",
            "/cursor"
        );
    }

    [Theory, BothDatabases]
    public async Task Months_are_those_of_the_clubs_calendar_and_favourites_what_is_bought_most(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/products/tea", """{"title": {"fa": "چای"}, "group": "hot"}""");
        var member = await Shop.Join(club);
        LineBody Line(string sku) => LineBody.One(1_000) with { Sku = sku };
        await club.Sell(SaleBody.Of(member, Line("tea"), Line("cake")));
        await club.Sell(SaleBody.Of(member, Line("tea")));
        club.Clock.Advance(TimeSpan.FromDays(32));
        await club.Sell(SaleBody.Of(member, Line("tea")));
        var read = (await club.Api.Get($"/members/{member}/months")).MustBe(200);
        read["months"].GetArrayLength().ShouldBe(12);
        read["months/11"].GetProperty("visits").GetInt64().ShouldBe(1);
        read["months/10"].GetProperty("visits").GetInt64().ShouldBe(2);
        read["months/10"].GetProperty("paid").GetInt64().ShouldBe(3_000);
        read.String("products/0/code").ShouldBe("tea");
        read.String("products/0/title/fa").ShouldBe("چای");
        read.Long("products/0/times").ShouldBe(3);
        (await club.Api.Get($"/members/{Guid.CreateVersion7()}/months")).MustBeProblem(404, "member.unknown");
    }

    private static async Task<List<(string Kind, Guid Id, DateTimeOffset At)>> Pages(
        ApiClient client,
        Guid member,
        int limit
    )
    {
        var (told, cursor) = (new List<(string, Guid, DateTimeOffset)>(), "");
        while (cursor is not null)
        {
            var page = (await client.Get($"/members/{member}/timeline?limit={limit}&cursor={cursor}")).MustBe(200);
            told.AddRange(
                page["items"]
                    .EnumerateArray()
                    .Select(i =>
                        (
                            i.GetProperty("kind").GetString()!,
                            i.GetProperty("id").GetGuid(),
                            i.GetProperty("at").GetDateTimeOffset()
                        )
                    )
            );
            cursor = page.String("next");
        }

        return told;
    }
}
