using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Tills;

/// <summary>What a device is told so that it can preview sales without network, and what it is not.</summary>
public sealed class PreviewTests
{
    [Theory, BothDatabases]
    public async Task A_till_is_told_the_programme_and_who_bought_at_its_branch(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned();
        await club.Set("/branches/north", """{"title": {"fa": "شمال"}}""");
        await club.SetCreditBack(10);
        var negar = await club.Join("09121234567", """, "firstName": "نگار", "birthDate": "1369/02/22" """);
        var arash = await club.Join("09351114567");
        await club.Join("09190000000");
        await club.Sell(SaleBody.Of(negar, LineBody.One(50_000)));
        await club.Sell(SaleBody.Guest(LineBody.One(50_000)));
        await club.Sell(SaleBody.Of(arash, LineBody.One(50_000)) with { Branch = "north" });

        var told = (await device.Get("/preview")).MustBe(200);
        told["keep"].GetInt32().ShouldBe(1_000);
        told["plan/rules"].GetArrayLength().ShouldBe(1);
        var key = told.String("key")!;
        var members = (await device.Get("/preview/members?key=" + key)).MustBe(200);
        members["items"].GetArrayLength().ShouldBe(1, "the other one bought at another branch");
        members["items/0/member/id"].GetGuid().ShouldBe(negar);
        members["items/0/end"].GetString().ShouldBe("4567");
        members["items/0/mark"].GetString().ShouldBe(Mark(DeviceOf(await device.Get()), "+989121234567"));
        members.Text.ShouldNotContain("9121234567");
        members.Text.ShouldNotContain("1990", Case.Insensitive, "his date of birth");
        members["next"].ValueKind.ShouldBe(JsonValueKind.Null);
        var later = club.Clock.GetUtcNow().AddMinutes(1).ToString("O");
        (await device.Get($"/preview/members?key={key}&since={Uri.EscapeDataString(later)}"))
            .MustBe(200)["items"]
            .GetArrayLength()
            .ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Answers_go_with_the_plan_whose_questions_they_are(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned();
        await club.Set("/groups/silver", """{"title": {"fa": "نقره‌ای"}}""");
        var silver = await club.Join("09121234567", """, "groups": ["silver"] """);
        await club.Sell(SaleBody.Of(silver, LineBody.One(50_000)));
        await Offer(club, "silver", """{"discountPercent": {"percent": 10}}""", """{"group": {"in": ["silver"]}}""");
        var old = (await device.Get("/preview")).MustBe(200).String("key")!;
        (await device.Get("/preview/members?key=" + old))
            .MustBe(200)["items/0/standing/answers"]
            .GetString()
            .ShouldBe("1");
        await Offer(club, "gold", """{"discountPercent": {"percent": 20}}""", """{"visits": {"atLeast": 9}}""");
        (await device.Get("/preview/members?key=" + old)).MustBeProblem(409, "till.preview-changed", "/key");
        var now = (await device.Get("/preview")).MustBe(200).String("key")!;
        (await device.Get("/preview/members?key=" + now))
            .MustBe(200)["items/0/standing/answers"]
            .GetString()
            .ShouldBe("10");
    }

    [Theory, BothDatabases]
    public async Task Codes_and_what_goods_cost_stay_off_the_tills(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned();
        await Offer(club, "secret", """{"discountPercent": {"percent": 10}}""", """{"code": {"in": ["YALDA99"]}}""");
        await Offer(club, "plain", """{"discountPercent": {"percent": 5}}""", "null");
        var told = (await device.Get("/preview")).MustBe(200);
        told["plan/offers"].GetArrayLength().ShouldBe(1);
        told["plan/unchecked"].GetArrayLength().ShouldBe(1);
        told.Text.ShouldNotContain("YALDA99");
        (await club.Api.Patch("/club", """{"minMarginPercent": 20}""")).MustBe(200);
        var guarded = (await device.Get("/preview")).MustBe(200);
        guarded["plan/offers"].GetArrayLength().ShouldBe(0, "a till cannot keep a margin that it does not know");
        guarded["plan/unchecked"].GetArrayLength().ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task Nobody_is_told_where_nobody_stands_or_the_owner_keeps_members_off(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned();
        var member = await club.Join("09121234567");
        await club.Sell(SaleBody.Of(member, LineBody.One(50_000)));
        var key = (await device.Get("/preview")).MustBe(200).String("key")!;
        (await device.Delete("/shift")).MustBe(200);
        (await device.Get("/preview")).MustBeProblem(401, "till.nobody");
        (await device.Get("/preview/members?key=" + key)).MustBeProblem(401, "till.nobody");
        (await device.Post("/shift", new { user = "mina", pin = TillsOfTests.Pin })).MustBe(200);
        (await club.Api.Patch("/club", """{"membersOnTill": 0}""")).MustBe(200);
        (await device.Get("/preview")).MustBe(200)["keep"].GetInt32().ShouldBe(0);
        (await device.Get("/preview/members?key=" + key)).MustBe(200)["items"].GetArrayLength().ShouldBe(0);
        (await club.Api.Patch("/club", """{"membersOnTill": 5001}""")).Status.ShouldBe(422);
        (await device.Get("/preview/members?since=yesterday")).MustBeProblem(422, "json.instant", "/since");
        (await device.Get("/preview/members?cursor=x")).MustBeProblem(422, "list.cursor", "/cursor");
    }

    [Theory, BothDatabases]
    public async Task Many_come_page_by_page_and_each_once(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned();
        var expected = new List<Guid>();
        for (var n = 0; n < 104; n++)
        {
            var member = await club.Join($"0912000{n:D4}");
            expected.Insert(0, member);
            club.Clock.Advance(TimeSpan.FromMinutes(1));
            await club.Sell(SaleBody.Of(member, LineBody.One(1_000)));
        }

        var key = (await device.Get("/preview")).MustBe(200).String("key")!;
        var first = (await device.Get("/preview/members?key=" + key)).MustBe(200);
        var cursor = first.String("next");
        var second = (await device.Get($"/preview/members?key={key}&cursor={cursor}")).MustBe(200);
        Ids(first).Concat(Ids(second)).ShouldBe(expected);
        second["next"].ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private static Task Offer(TestClub club, string code, string give, string when) =>
        club.Set($"/offers/{code}", $$$"""{"title": {"fa": "{{{code}}}"}, "give": [{{{give}}}], "when": {{{when}}}}""");

    private static IEnumerable<Guid> Ids(Answer page) =>
        page["items"].EnumerateArray().Select(i => i.GetProperty("member").GetProperty("id").GetGuid()).ToList();

    private static Guid DeviceOf(Answer till) => till["device"].GetGuid();

    private static string Mark(Guid device, string mobile) =>
        Convert.ToHexStringLower(
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(device.ToString("D")), Encoding.UTF8.GetBytes(mobile))
        )[..32];
}
