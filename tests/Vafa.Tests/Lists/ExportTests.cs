using System.Net.Http;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Vafa.Tests.Members;
using Vafa.Tests.Purchases;
using Vafa.Tests.Staff;

namespace Vafa.Tests.Lists;

/// <summary>Lists as workbooks, and what stands beside the lists: groups, tills, products of a group.</summary>
public sealed class ExportTests
{
    [Theory, BothDatabases]
    public async Task The_filtered_lists_leave_as_workbooks_and_it_is_recorded_who_took_them(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetUp();
        var member = await Shop.Join(club, "09121234567", """, "firstName": "سارا", "fields": {"children": 3}""");
        await Shop.Join(club, "09350000000");
        await club.Sell(SaleBody.Of(member, LineBody.One(1_000)) with { Reference = "A1" });
        await club.Sell(SaleBody.Guest(LineBody.One(2_000)));
        var members = await Rows(club.Api.Http, "/api/v1/members/export?visits=1..");
        members.Count.ShouldBe(2);
        members[1].ShouldContain("سارا");
        members[1].ShouldContain("+989121234567");
        members[1].ShouldContain("3");
        var sales = await Rows(club.Api.Http, "/api/v1/purchases/export?buyer=member");
        sales.Count.ShouldBe(2);
        sales[1].ShouldContain("A1");
        sales[1].ShouldContain("سارا");
        var nameless = await Rows((await club.ClientWith("purchases")).Http, "/api/v1/purchases/export");
        nameless.Count.ShouldBe(3);
        nameless.SelectMany(r => r).ShouldNotContain("سارا");
        (await club.Audited())
            .Where(a => a.Contains("export", StringComparison.Ordinal))
            .Select(a => a.Split(' ')[1])
            .ShouldBe(["members.export", "purchases.export", "purchases.export"], ignoreOrder: true);
        (await club.Api.Get("/members/export?visits=x")).MustBeProblem(422, "filter.range", "/visits");
        (await (await club.ClientWith("offers")).Get("/members/export")).MustBe(403);
    }

    [Theory, BothDatabases]
    public async Task Products_leave_as_a_workbook_with_costs_for_those_who_may_see_them(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/products/tea", """{"title": {"fa": "چای"}, "group": "hot", "price": 90000, "cost": 31000}""");
        await club.Set("/products/cake", """{"title": {"fa": "کیک"}, "group": "sweet"}""");
        var all = await Rows(club.Api.Http, "/api/v1/products/export");
        all.Count.ShouldBe(3);
        all[2].ShouldContain("چای");
        all[2].ShouldContain("3100");
        (await Rows(club.Api.Http, "/api/v1/products/export?group=sweet")).Count.ShouldBe(2);
        (await (await club.ClientWith("members")).Get("/products/export")).MustBe(403);
        using var cashier = await club.SignedIn("mina", "cashier");
        (await cashier.Api("/products/export")).MustBe(200);
    }

    [Theory, BothDatabases]
    public async Task Groups_are_counted_tills_have_a_branch_and_products_are_listed_by_group(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetUp();
        await Shop.Join(club, "09121234567", """, "groups": ["silver"]""");
        (await club.Api.Get("/members/groups"))["items"]
            .GetRawText()
            .ShouldBe("""[{"code":"silver","title":{"fa":"نقره‌ای"},"members":1,"more":false,"byRule":false}]""");
        var till = """{"title": {"fa": "صندوق جلو"}, "branch": "main"}""";
        (await club.Api.Put("/tills/front", till)).MustBe(200).String("branch").ShouldBe("main");
        (await club.Api.Get("/tills"))["items"].GetArrayLength().ShouldBe(1);
        (await club.Api.Get("/tills/back")).MustBeProblem(404, "till.unknown");
        (await club.Api.Put("/tills/x", """{"title": {"fa": "x"}, "branch": "moon"}""")).MustBeProblem(
            422,
            "till.branch-unknown",
            "/branch"
        );
        await club.Sell(SaleBody.Guest(LineBody.One(1_000)) with { Till = "any" });
        foreach (var (sku, group) in new[] { ("a", "hot"), ("b", "cold"), ("c", "hot") })
        {
            await club.Set("/products/" + sku, $$$"""{"title": {"fa": "چای {{{sku}}}"}, "group": "{{{group}}}"}""");
        }

        var first = (await club.Api.Get("/products?group=hot&limit=1")).MustBe(200);
        first.String("items/0/sku").ShouldBe("a");
        (await club.Api.Get("/products?group=hot&limit=1&cursor=" + first.String("next")))
            .String("items/0/sku")
            .ShouldBe("c");
        (await club.Api.Get("/products?group=cold&q=چای"))["items"].GetArrayLength().ShouldBe(1);
    }

    private static async Task<List<List<string>>> Rows(HttpClient http, string address)
    {
        using var answer = await http.GetAsync(address);
        answer.IsSuccessStatusCode.ShouldBeTrue();
        answer.Content.Headers.ContentDisposition!.FileName!.ShouldContain(".xlsx");
        using var book = SpreadsheetDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), false);
        return
        [
            .. book.WorkbookPart!.WorksheetParts.Single()
                .Worksheet!.Descendants<Row>()
                .Select(r => r.Elements<Cell>().Select(c => c.InnerText).ToList()),
        ];
    }
}
