using System.Globalization;
using Vafa.Data;
using Vafa.Features.Night;
using Vafa.Tests.Harness;
using static Vafa.Browser.Club;

namespace Vafa.Browser.Walk;

/// <summary>
/// A club in which every page has something to show. What its people and things are called is given, so that the same
/// club can be one with names and amounts as long as they get.
/// </summary>
internal sealed class LivelyClub
{
    private readonly Shop shop;
    private readonly Names names;

    private LivelyClub(Shop shop, Names names) => (this.shop, this.names) = (shop, names);

    /// <summary>What stands for each parameter of an address.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    /// <summary>Addresses with a question, beside the pages' own.</summary>
    public IEnumerable<Visited> Also =>
        [
            new("/members", "/members?q=هیچ‌کس", false),
            new("/purchases", "/purchases?q=0000", false),
            new("/sale", "/sale?member=" + Values["/members/*"], false),
            new("/settings/groups/*", "/settings/groups/silver", false),
            new("/settings/groups/*", "/settings/groups/regulars?changed=1&visits=9..&has=email", false),
            new("/settings/groups/new", "/settings/groups/new?changed=1&group=silver", false),
        ];

    public static async Task<LivelyClub> Begin(Shop shop, Names names)
    {
        await TestAuthority.Give(shop.Club.Database.Directory);
        var club = new LivelyClub(shop, names) { Values = new Dictionary<string, string>() };
        return new LivelyClub(shop, names) { Values = await club.Live() };
    }

    private ApiClient Api => shop.Club.Api;

    private async Task<Dictionary<string, string>> Live()
    {
        await SetUp(Api);
        await Put("/groups/silver", new { title = Title(names.Thing, names.Thing) });
        await Put("/product-groups/coffee", new { title = Title(names.Thing, names.Thing) });
        await Put("/branches/north", new { title = Title(names.Thing, names.Thing) });
        await Put("/tills/north-1", new { title = Title(names.Thing, names.Thing), branch = "north" });
        await Refuse(names);
        await Put("/fields/job", new { title = Title(names.Thing, names.Thing), type = "text" });
        await Put("/festivals/opening", Festival());
        await Put("/ladders/club", Ladder());
        await Put("/engagements/review", Review());
        await Put("/rulebook", new { published = true, terms = Title(names.Thing, names.Thing) });
        await Put("/segments/loyal", new { title = Title(names.Thing, names.Thing), filter = "visits=1.." });
        await Put("/products/latte", Product(names.Price));
        await Put("/offers/coffee", Discount(7));
        await Put("/offers/draft", Discount(8, state: "draft"));
        var staff = new
        {
            user = "mina",
            name = names.Person,
            role = "cashier",
        };
        (await Api.Post("/staff", staff)).MustBe(201);
        var key = await Api.Post("/api-keys", new { name = names.Thing, scopes = (string[])["members"] });
        key.MustBe(201);
        var member = await Enrol(Api, "09121234567", names.Person, names.Person);
        await Api.Patch("/members/" + member, new { fields = new { job = names.Thing } });
        await Adjust(member, "credit");
        await Adjust(member, "points");
        (await Api.Patch("/club", new { approveAdjustmentsOver = 1 })).MustBe(200);
        await Adjust(member, "credit", 202);
        await Enrol(Api, "09131234567", "نگار", "محمدی");
        var sale = await Sell(member, 2);
        var refunded = await Sell(member, 1);
        (await Api.Post($"/purchases/{refunded}/refunds", new { reason = names.Thing })).MustBe(201);
        await Sell(null, 1);
        await FillRegulars();
        var view = new
        {
            list = "members",
            name = names.Thing,
            query = "spent=>0",
        };
        await Api.Post("/views", view);
        var import = await Upload();
        await shop.Club.Ask(db => AddNight(db, member));
        return new Dictionary<string, string>
        {
            ["/members/*"] = member.ToString(),
            ["/members/import/*"] = import.ToString(),
            ["/purchases/*"] = sale.ToString(),
            ["/offers/*"] = "coffee",
            ["/settings/groups/*"] = "regulars",
            ["/settings/fields/*"] = "job",
            ["/settings/festivals/*"] = "opening",
            ["/settings/segments/*"] = "loyal",
            ["/members/*/wallets/*"] = "points",
            ["/settings/ladders/*"] = "club",
            ["/settings/engagements/*"] = "review",
            ["/settings/versions/*"] = "2",
            ["/settings/nights/*"] = "2026-03-25",
            ["/settings/branches/*"] = "north",
            ["/settings/branches/*/tills/*"] = "north-1",
            ["/settings/units/*"] = "points",
            ["/settings/rules/*"] = "points",
            ["/settings/products/*"] = "latte",
            ["/settings/product-groups/*"] = "coffee",
            ["/settings/staff/*"] = "mina",
            ["/settings/keys/*"] = key.String("id") ?? "",
            ["/enter/*"] = (await shop.Link("parviz", "manager"))["/enter/".Length..],
            ["/rules/*"] = (await Api.Get("/rules")).Long("version").ToString(CultureInfo.InvariantCulture),
            ["/tiers/*"] = "club",
            ["/tiers/*/*"] = "gold",
            ["/join/*"] = (await Api.Get("/join")).String("link")!["/join/".Length..],
            ["/no/*"] = "404",
        };
    }

    /// <summary>A receipt of a register that was refused.</summary>
    private async Task Refuse(Names names)
    {
        (await Api.Post("/registers/folders")).MustBe(201);
        var refused = Path.Combine(shop.Club.Database.Directory, "receipts", "north-1", "refused");
        Directory.CreateDirectory(refused);
        await File.WriteAllTextAsync(Path.Combine(refused, "receipts-of-the-day-0001042.json"), "{");
        var why = $"سطر ۱، رسید «{names.Thing}»: {names.Thing}\nLine 1, receipt “{names.Thing}”: {names.Thing}\n";
        await File.WriteAllTextAsync(Path.Combine(refused, "receipts-of-the-day-0001042.json.why.txt"), why);
    }

    /// <summary>A group by rule, and members whom it has moved.</summary>
    private async Task FillRegulars()
    {
        await Put(
            "/groups/regulars",
            new { title = Title(names.Thing, names.Thing), rule = new { filter = "visits=1.." } }
        );
        for (var look = 0; look < 200 && await Moved() == 0; look++)
        {
            await Task.Delay(50);
        }

        (await Moved()).ShouldBe(1);

        async Task<int> Moved() => (await Api.Get("/groups/regulars/moves")).MustBe(200)["items"].GetArrayLength();
    }

    /// <summary>A night with everything that can be said of one.</summary>
    private static async Task<int> AddNight(AppDb db, Guid member)
    {
        foreach (var (step, state) in ((string, JobState)[])[("expire", JobState.Done), ("warn", JobState.Failed)])
        {
            db.JobRuns.Add(
                new JobRun
                {
                    Job = "night",
                    BusinessDay = new DateOnly(2026, 3, 25),
                    Step = step,
                    Id = Guid.CreateVersion7(TestClock.Start),
                    State = state,
                    Members = 1_234_567,
                    Lots = 1_234_567,
                    Messages = 1_234_567,
                    Amounts = "{\"credit\":123456789012,\"points\":123456789012}",
                    Skipped = 1,
                    Skips = $"[{{\"member\":\"{member}\",\"fault\":\"rows\"}}]",
                    Fault = state == JobState.Failed ? "PostgresException 40P01" : null,
                    StartedAt = TestClock.Start,
                    EndedAt = state == JobState.Done ? TestClock.Start.AddMinutes(3) : null,
                    Node = "a-machine-with-a-long-name.example.com",
                    Rounds = 1,
                }
            );
        }

        return await db.SaveChangesAsync();
    }

    private object Product(long price) =>
        new
        {
            title = Title(names.Thing, names.Thing),
            group = "coffee",
            price,
        };

    private object Festival() =>
        new
        {
            title = Title(names.Thing, names.Thing),
            from = "1405/07/01",
            to = "1405/07/03",
        };

    private object Ladder() =>
        new
        {
            title = Title(names.Thing, names.Thing),
            measure = new { days = 365 },
            tiers = (object[])
                [
                    new
                    {
                        code = "bronze",
                        title = Title(names.Thing, names.Thing),
                        from = new { spent = 1 },
                        services = (object[])[Title(names.Thing, names.Thing)],
                    },
                    new
                    {
                        code = "gold",
                        title = Title(names.Thing, names.Thing),
                        from = new { spent = names.Price * 100, visits = 9 },
                        earning = (object[])[new { unit = "points", times = 1.5 }],
                        about = Title(names.Thing, names.Thing),
                        colour = "#c9a227",
                    },
                ],
        };

    private object Review() =>
        new
        {
            title = Title(names.Thing, names.Thing),
            earn = (object[])[new { unit = "points", amount = names.Price }],
            perMember = new { uses = 3, every = "month" },
        };

    private object Discount(int percent, string state = "live") =>
        new
        {
            title = Title(names.Thing, names.Thing),
            give = (object[])[new { discountPercent = new { percent } }],
            when = new { productGroup = new { @in = (string[])["coffee"] } },
            state,
        };

    private async Task Adjust(Guid member, string unit, int status = 201)
    {
        var gift = new
        {
            unit,
            amount = names.Price,
            reason = names.Thing,
        };
        (await Api.Post($"/members/{member}/adjustments", gift)).MustBe(status);
    }

    private async Task<Guid> Sell(Guid? member, int quantity)
    {
        var line = new
        {
            sku = "latte",
            name = names.Thing,
            quantity,
            unitPrice = names.Price,
        };
        var body = new
        {
            member = member is null ? null : new { id = member },
            cashier = "mina",
            branch = "north",
            lines = (object[])[line],
        };
        return (await Api.Post("/purchases", body)).MustBe(201).Id();
    }

    /// <summary>A file of members that waits for its columns to be named.</summary>
    private async Task<Guid> Upload()
    {
        using var file = new StringContent($"mobile,name\n09141234567,{names.Person}\n");
        file.Headers.ContentType = new("application/octet-stream");
        using var message = new HttpRequestMessage(HttpMethod.Post, "/api/v1/imports/members?name=old.csv");
        message.Headers.Add("Idempotency-Key", "import");
        message.Content = file;
        using var response = await Api.Http.SendAsync(message);
        return (await Answer.Read(response)).MustBe(201).Id();
    }

    private async Task Put(string path, object body)
    {
        var answer = await Api.Put(path, body);
        answer.Status.ShouldBeLessThan(300, answer.ToString());
    }
}

/// <summary>What a club calls its people and things, and what its goods cost.</summary>
internal sealed record Names(string Person, string Thing, long Price)
{
    public static readonly Names Usual = new("عبدالرضا", "هفتهٔ قهوه", 1_200_000);

    /// <summary>Sixty letters without a space to break at, and twelve digits of toman.</summary>
    public static readonly Names Hard = new(
        string.Concat(Enumerable.Repeat("عبدالرحمانپور", 5))[..60],
        string.Concat(Enumerable.Repeat("Wünschelrute", 5))[..60],
        9_999_999_999_990
    );
}
