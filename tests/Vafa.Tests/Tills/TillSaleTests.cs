using Vafa.Features.Tills;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Tills;

/// <summary>What a till sells, whom it finds, and what it may not.</summary>
public sealed class TillSaleTests
{
    [Theory, BothDatabases]
    public async Task A_member_is_found_by_whatever_he_says_and_shown_without_his_number(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned();
        var negar = await club.Join("09121234567", """, "firstName": "نگار", "lastName": "محمدی" """);
        await club.Join("09351114567", """, "firstName": "آرش", "lastName": "کریمی" """);
        var card = (await club.Api.Get($"/members/{negar}")).String("card")!;
        club.Clock.Advance(TimeSpan.FromMinutes(1));
        await club.Sell(SaleBody.Of(negar, LineBody.One(1_000)));
        foreach (var typed in (string[])["09121234567", "۰۹۱۲ ۱۲۳ ۴۵۶۷", "1234567", card, "نگار", "محمدی نگ"])
        {
            var found = (await device.Get("/members?find=" + Uri.EscapeDataString(typed))).MustBe(200);
            found["items"].GetArrayLength().ShouldBe(1, typed);
            found["items/0/id"].GetGuid().ShouldBe(negar);
            found["items/0/mobile"].GetString().ShouldBe("0912 ••• 4567");
            found.Text.ShouldNotContain("9121234567");
        }

        var both = (await device.Get("/members?find=4567")).MustBe(200);
        both["items"].GetArrayLength().ShouldBe(2);
        both["items/0/id"].GetGuid().ShouldBe(negar, "who bought last comes first");
        foreach (var typed in (string[])["456", "9999", "09120000000", "x"])
        {
            (await device.Get("/members?find=" + typed)).MustBe(200)["items"].GetArrayLength().ShouldBe(0, typed);
        }
    }

    [Theory, BothDatabases]
    public async Task Trying_out_numbers_at_a_till_is_stopped(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned();
        using var neighbour = await club.Pair("t2");
        (await neighbour.Post("/shift", new { user = "mina", pin = TillsOfTests.Pin })).MustBe(200);
        await club.Join("09121234567");
        for (var i = 0; i <= CountLookUps.MissesAllowed; i++)
        {
            (await device.Get($"/members?find=0935000{i:D4}")).MustBe(200);
        }

        var stopped = (await device.Get("/members?find=09121234567")).MustBeProblem(429, "till.too-many-lookups");
        stopped.Header("Retry-After").ShouldNotBeNull();
        (await device.Get($"/members/{Guid.NewGuid()}")).MustBeProblem(429, "till.too-many-lookups");
        // Selling goes on, and the till beside it is not slowed down.
        (await device.Post("/sales", SaleBody.Guest(LineBody.One(1_000)))).MustBe(201);
        (await neighbour.Get("/members?find=09121234567")).MustBe(200);
    }

    [Theory, BothDatabases]
    public async Task A_guest_joins_by_his_mobile_and_buys(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned();
        await club.SetCreditBack(10);
        var joined = (await device.Post("/members", new { mobile = "۰۹۱۲۱۲۳۴۵۶۷" })).MustBe(201);
        joined.String("mobile").ShouldBe("0912 ••• 4567");
        var key = Guid.NewGuid().ToString();
        var sale = SaleBody.Of(joined.Id(), LineBody.One(100_000));
        var first = (await device.Post("/sales", sale, key)).MustBe(201);
        first.Earned().ShouldBe("10000 credit");
        (await device.Post("/sales", sale, key)).MustBe(201).Id().ShouldBe(first.Id());
        (await device.Post("/members", new { mobile = "09121234567" })).MustBeProblem(
            409,
            "member.mobile-taken",
            "/mobile"
        );
        (await device.Post("/members", new { mobile = "0912" })).MustBeProblem(422, "mobile.invalid", "/mobile");
        (await device.Post("/members", new { mobile = "09121234568", groups = new[] { "vip" } })).MustBeProblem(
            400,
            "json.unknown-field",
            "/groups"
        );
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_till_says_where_it_is_whatever_a_body_says(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/branches/north", """{"title": {"en": "North"}}""");
        using var device = await club.Manned();
        var forged = SaleBody.Guest(LineBody.One(1_000)) with { Branch = "north", Till = "t9", Cashier = "sara" };
        var sale = (await device.Post("/sales", forged)).MustBe(201);
        (sale.String("branch"), sale.String("till"), sale.String("cashier")).ShouldBe(("main", "t1", "mina"));
    }

    [Theory, BothDatabases]
    public async Task Another_tills_sale_is_not_there(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var mine = await club.Manned();
        using var theirs = await club.Manned("t2", "omid");
        var sale = (await theirs.Post("/sales", SaleBody.Guest(LineBody.One(9_000)))).MustBe(201).Id();
        (await theirs.Get($"/sales/{sale}")).MustBe(200);
        (await theirs.Get("/sales"))["items"].GetArrayLength().ShouldBe(1);
        (await mine.Get($"/sales/{sale}")).MustBeProblem(404, "purchase.unknown");
        (await mine.Get("/sales"))["items"].GetArrayLength().ShouldBe(0);
        await club.Hire("sara", "owner", "5028");
        (await mine.Post("/shift", new { user = "sara", pin = "5028" })).MustBe(200);
        var refund = new { reason = "none" };
        (await mine.Post($"/sales/{sale}/refunds", refund)).MustBeProblem(404, "purchase.unknown");
        (await theirs.Get($"/sales/{Guid.NewGuid()}")).MustBeProblem(404, "purchase.unknown");
    }

    [Theory, BothDatabases]
    public async Task Taking_back_and_giving_by_hand_need_a_manager(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned();
        await club.Hire("omid", "cashier", "8152");
        await club.Hire("nasrin", "manager", "5028");
        var member = await club.Join();
        var sale = (await device.Post("/sales", SaleBody.Of(member, LineBody.One(9_000)))).MustBe(201).Id();
        var refund = $"/sales/{sale}/refunds";
        (await device.Post(refund, new { reason = "broken" })).MustBeProblem(403, "till.approval-needed", "/approval");
        var points = new
        {
            unit = "points",
            amount = 5,
            reason = "late",
        };
        (await device.Post($"/members/{member}/points", points)).MustBeProblem(
            403,
            "till.approval-needed",
            "/approval"
        );

        // Another cashier's PIN is no manager's; an approval serves for what it was given, once, for ten minutes.
        var ask = new
        {
            user = "omid",
            pin = "8152",
            kind = "refund",
            subject = sale,
        };
        (await device.Post("/approvals", ask)).MustBeProblem(403, "till.not-manager", "/user");
        var manager = ask with { user = "nasrin", pin = "5028" };
        (await device.Post("/approvals", manager with { pin = "5029" })).MustBeProblem(422, "pin.wrong", "/pin");
        var approval = (await device.Post("/approvals", manager)).MustBe(201).Id("approval");
        (
            await device.Post(
                $"/members/{member}/points",
                new
                {
                    points.unit,
                    points.amount,
                    points.reason,
                    approval,
                }
            )
        ).MustBeProblem(403, "till.approval-needed", "/approval");
        var key = Guid.NewGuid().ToString();
        var given = (await device.Post(refund, new { reason = "broken", approval }, key)).MustBe(201);
        given.Long("refunded").ShouldBe(9_000);
        (await device.Post(refund, new { reason = "broken", approval }, key)).MustBe(201).Replayed.ShouldBeTrue();
        (await device.Post(refund, new { reason = "again", approval })).MustBeProblem(
            403,
            "till.approval-needed",
            "/approval"
        );

        var late = (await device.Post("/approvals", manager with { kind = "points", subject = member })).Id("approval");
        club.Clock.Advance(Approve.Lives + TimeSpan.FromSeconds(1));
        (
            await device.Post(
                $"/members/{member}/points",
                new
                {
                    points.unit,
                    points.amount,
                    points.reason,
                    approval = late,
                }
            )
        ).MustBeProblem(403, "till.approval-needed", "/approval");
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_manager_at_the_till_needs_nobodys_word(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned("t1", "nasrin", "manager");
        var member = await club.Join();
        var sale = (await device.Post("/sales", SaleBody.Of(member, LineBody.One(9_000)))).MustBe(201).Id();
        (
            await device.Post(
                $"/members/{member}/points",
                new
                {
                    unit = "points",
                    amount = 5,
                    reason = "late",
                }
            )
        ).MustBe(201);
        (await device.Post($"/sales/{sale}/refunds", new { reason = "broken" })).MustBe(201);
        (await club.Wallet(member, "points")).Balance.ShouldBe(5);
    }

    [Theory, BothDatabases]
    public async Task A_sale_that_was_concluded_without_connection_comes_in_though_nobody_stands_there(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned();
        await club.SetCreditBack(10);
        var member = await club.Join();
        (await device.Delete("/shift")).MustBe(200);
        var at = club.Clock.Now;
        club.Clock.Advance(TimeSpan.FromDays(20));
        var sale = SaleBody.Of(member, LineBody.One(100_000)) with
        {
            Id = Guid.NewGuid(),
            At = at,
            Cashier = "mina",
            Taken = new TakenBody(0, 100_000),
        };
        var receipt = (await device.Post("/sales", sale)).MustBe(201);
        receipt.String("cashier").ShouldBe("mina");
        receipt.Earned().ShouldBe("10000 credit");
        // Sent again under another key, as after a lost answer and a lost memory: it is the same sale.
        (await device.Post("/sales", sale))
            .MustBe(201)
            .Id()
            .ShouldBe(receipt.Id());
        (await club.Api.Get("/purchases"))["items"].GetArrayLength().ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task A_till_with_a_wrong_clock_or_refused_sales_is_told(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Pair();
        var told = await device.Post(
            "/heard",
            new
            {
                waiting = 3,
                clock = club.Clock.Now.AddMinutes(7),
                refused = 2,
                refusedWhy = new[] { "1-0004: too old", "1-0003: odd line" },
            }
        );
        told.MustBe(200).Long("clockAhead").ShouldBe(420);
        var listed = (await club.Api.Get("/till-devices"))["items/0"];
        listed.GetProperty("clockAhead").GetInt64().ShouldBe(420);
        listed.GetProperty("waiting").GetInt64().ShouldBe(3);
        listed.GetProperty("refused").GetInt64().ShouldBe(2);
        listed
            .GetProperty("refusedWhy")
            .EnumerateArray()
            .Select(w => w.GetString())
            .ShouldBe(["1-0004: too old", "1-0003: odd line"]);
        (await device.Post("/heard", new { waiting = 0, clock = club.Clock.Now })).MustBe(200);
        (await club.Api.Get("/till-devices"))["items/0/refused"].GetInt64().ShouldBe(0);
    }
}
