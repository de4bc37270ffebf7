using Vafa.Tests.Purchases;
using Vafa.Tests.Tiers;

namespace Vafa.Tests.Members;

/// <summary>A member leaves the club.</summary>
public sealed class LeaveTests
{
    /// <summary>Where something personal stands while somebody is a member; each is wiped by a place of its own.</summary>
    private static readonly string[] Personal =
    [
        "adjustment_proposal",
        "audit",
        "entry",
        "idempotency",
        "member",
        "member_event",
        "member_field",
        "member_key",
        "member_tier_move",
        "message",
        "refund",
        "saved_view",
    ];

    /// <summary>Every other table: numbers and codes of the club, or of its staff, and no text about a member.</summary>
    private static readonly string[] Nameless =
    [
        "__EFMigrationsHistory",
        "__EFMigrationsLock",
        "answered_challenge",
        "api_key",
        "branch_hour",
        "club_logo",
        "data_key",
        "demo_mark",
        "import_job",
        "job_run",
        "liability_day",
        "lot",
        "member_day",
        "member_group",
        "member_product",
        "member_tier",
        "offer_counter",
        "offer_proposal",
        "offer_use",
        "product",
        "product_group",
        "programme_document",
        "programme_version",
        "purchase",
        "purchase_key",
        "purchase_line",
        "refund_line",
        "sale_hold",
        "sign_in_try",
        "staff",
        "staff_link",
        "staff_passkey",
        "staff_session",
        "unit_day",
        "unit_due",
        "wallet",
    ];

    /// <summary>By what she could be found: mobile, name, e-mail, a field; her card comes besides.</summary>
    private static readonly string[] Marks = ["9124445566", "نگین", "فرخزاد", "negin@example.ir", "0012345679"];

    [Theory, BothDatabases]
    public async Task After_leaving_nothing_in_any_table_nor_the_log_names_her(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await FillWithHer(club);
        var card = (await club.Api.Get($"/members/{member}")).String("card")!;
        string[] marks = [.. Marks, card];

        // A table that is new holds something personal and is wiped, or it does not: it must stand in one of the lists.
        (await club.Tables())
            .Except(Nameless)
            .ShouldBe(Personal);
        (await club.TablesWith(marks)).ShouldBe(Personal);

        (await club.Api.Post($"/members/{member}/leave", new { reason = "نگین خواست برود" })).MustBe(200);
        (await club.TablesWith(marks)).ShouldBeEmpty();
        club.Log.ToString().ShouldNotContain("9124445566");
        club.Log.ToString().ShouldNotContain("negin@example.ir");
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Her_wallets_are_empty_by_postings_and_the_sums_of_the_club_stay(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetPointFor(1000);
        await club.Set(
            "/units/credit",
            """{"title": {"en": "Credit"}, "worth": 1, "spendValue": 1, "maySpend": true, "availableAfterDays": 5}"""
        );
        await club.SetCreditBack(10);
        await club.SetLadder();
        var member = await club.Join();
        await club.Buy(member, 400_000);
        var before = (await club.Api.Get("/purchases")).Text;
        (await club.Tier(member)).ShouldBe("gold");

        var left = (await club.Api.Post($"/members/{member}/leave", "{}", "k")).MustBe(200);
        Shop.Amounts(left["lost"]).ShouldBe("40000 credit, 400 points");
        (await club.Api.Post($"/members/{member}/leave", "{}", "k")).MustBe(200).Replayed.ShouldBeTrue();
        (await club.Api.Post($"/members/{member}/leave", "{}")).MustBeProblem(409, "member.gone");

        var gone = (await club.Api.Get($"/members/{member}")).MustBe(200);
        gone["gone/at"].GetDateTimeOffset().ShouldBe(left["at"].GetDateTimeOffset());
        (gone.String("mobile"), gone.String("tier"), gone.Long("spent")).ShouldBe((null, null, 400_000));
        (await club.Wallet(member, "points")).ShouldBe((0, 0));
        (await club.Wallet(member, "credit")).ShouldBe((0, 0));
        var statement = (await club.Api.Get($"/members/{member}/statement")).MustBe(200);
        (statement.String("items/0/cause/kind"), statement.Long("items/0/balance")).ShouldBe(("leave", 0));
        (await club.Api.Get("/purchases")).Text.ShouldBe(before);
        (await club.Moves(member))[^1].ShouldBe("Left gold -");
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Who_is_gone_is_nobody_for_whatever_comes_later(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set(
            "/units/points",
            """{"title": {"en": "Points"}, "worth": 500, "maySpend": false, "mayTransfer": true}"""
        );
        await club.SetLadder();
        var (member, other) = (
            await club.Join(more: """, "birthDate": "1990-05-12" """),
            await club.Join("09121234568")
        );
        await club.Buy(member, 150_000);
        await club.Give(other, "points", 10);
        (await club.Api.Post($"/members/{member}/leave", "{}")).MustBe(200);

        (string Path, object Body)[] writes =
        [
            (
                "/adjustments",
                new
                {
                    unit = "points",
                    amount = 5,
                    reason = "x",
                }
            ),
            ("/events", new { @event = "x" }),
            ("/tier", new { tier = "gold", reason = "x" }),
            ("/conversions", new { unit = "points", amount = 1 }),
        ];
        foreach (var (path, body) in writes)
        {
            (await club.Api.Post($"/members/{member}{path}", body)).MustBeProblem(409, "member.gone");
        }

        (await club.Api.Patch($"/members/{member}", new { firstName = "x" })).MustBeProblem(409, "member.gone");
        (await club.Api.Post("/purchases", SaleBody.Of(member, LineBody.One(1000)))).MustBeProblem(
            409,
            "member.gone",
            "/member"
        );
        (
            await club.Api.Post(
                $"/members/{other}/transfers",
                new
                {
                    to = new { id = member },
                    unit = "points",
                    amount = 5,
                }
            )
        ).MustBeProblem(409, "member.gone", "/to");
        (await club.Found("")).ShouldBe([other]);
        (await club.Found("lastVisit=within:5")).ShouldBeEmpty();
        (await club.Api.Get("/members/count")).Long("count").ShouldBe(1);
        (await club.Api.Get("/home")).MustBe(200)["next/birthdays/first"].GetArrayLength().ShouldBe(0);
        var bulk = new
        {
            ids = new[] { member, other },
            action = "addGroup",
            value = "silver",
            expect = 1,
        };
        await club.Set("/groups/silver", """{"title": {"en": "Silver"}}""");
        (await club.Api.Post("/members/bulk", bulk)).MustBe(200).Long("changed").ShouldBe(1);
        (await club.Review()).Rose.ShouldBe(0);
        (await club.Join()).ShouldNotBe(member);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task What_comes_back_to_one_who_left_expires_and_makes_no_debt(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetPointFor(1000);
        var member = await club.Join();
        await club.Give(member, "credit", 50_000);
        var sale = (
            await club.Sell(SaleBody.Of(member, LineBody.One(100_000)) with { Spend = [new("credit", 50_000)] })
        ).Id();
        (await club.Api.Post($"/members/{member}/leave", "{}")).MustBe(200);
        var refund = (await club.Api.Post($"/purchases/{sale}/refunds", new { reason = "broken" })).MustBe(201);
        Shop.Amounts(refund["returned"]).ShouldBe("50000 credit");
        (await club.Wallet(member, "credit")).ShouldBe((0, 0));
        (await club.Wallet(member, "points")).ShouldBe((0, 0));
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_debt_is_written_off(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetPointFor(1000);
        var member = await club.Join();
        var sale = (await club.Buy(member, 100_000)).Id();
        var take = new
        {
            unit = "points",
            amount = -100,
            reason = "taken",
        };
        (await club.Api.Post($"/members/{member}/adjustments", take)).MustBe(201);
        (await club.Api.Post($"/purchases/{sale}/refunds", new { reason = "broken" })).MustBe(201);
        (await club.Wallet(member, "points")).Balance.ShouldBe(-100);
        var left = (await club.Api.Post($"/members/{member}/leave", "{}")).MustBe(200);
        Shop.Amounts(left["lost"]).ShouldBe("-100 points");
        (await club.Wallet(member, "points")).ShouldBe((0, 0));
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Two_who_let_her_leave_at_once_while_she_buys_do_it_once(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetPointFor(1000);
        var second = engine == Engine.Postgres ? await club.StartNode() : club.Client(TestKeys.All);
        var member = await club.Join();
        await club.Buy(member, 50_000);
        var leaving = new[] { club.Api, second }.Select(api => api.Post($"/members/{member}/leave", "{}"));
        var buying = Enumerable
            .Range(0, 20)
            .Select(i => (i % 2 == 0 ? club.Api : second).Post("/purchases", SaleBody.Of(member, LineBody.One(2000))));
        var answers = await Task.WhenAll(leaving.Concat(buying));
        answers.Take(2).Select(a => a.Status).Order().ShouldBe([200, 409]);
        answers.Skip(2).Select(a => a.Status).ShouldAllBe(status => status == 201 || status == 409);
        (await club.Wallet(member, "points")).ShouldBe((0, 0));
        (await club.TablesWith("9121234567")).ShouldBeEmpty();
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task What_was_merged_into_her_goes_with_her(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var (old, member) = (await club.Join("09124445566", more: """, "firstName": "نگین" """), await club.Join());
        await club.MarkMerged(old, member);
        (await club.TablesWith("نگین")).ShouldNotBeEmpty();
        (await club.Api.Post($"/members/{member}/leave", "{}")).MustBe(200);
        (await club.TablesWith("9124445566", "نگین", "9121234567")).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task Only_who_may_take_from_wallets_may_let_her_leave(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await club.Join();
        var till = await club.ClientWith("members", "purchases");
        (await till.Post($"/members/{member}/leave", "{}")).MustBeProblem(403, "key.scope");
        (await club.Api.Post($"/members/{Guid.CreateVersion7()}/leave", "{}")).MustBeProblem(404, "member.unknown");
        (await club.Api.Post($"/members/{member}/leave", """{"why": 1}""")).MustBeProblem(
            400,
            "json.unknown-field",
            "/why"
        );
        (await club.Api.Get($"/members/{member}")).String("mobile").ShouldBe("+989121234567");
    }

    /// <summary>A member of whom something stands in every place that may hold it.</summary>
    private static async Task<Guid> FillWithHer(TestClub club)
    {
        await club.Set("/fields/national", """{"title": {"fa": "کد ملی"}, "type": "text"}""");
        await club.Set(
            "/engagements/review",
            """{"title": {"fa": "نظر"}, "earn": [{"unit": "points", "amount": 20}]}"""
        );
        await club.Set(
            "/units/points",
            """{"title": {"en": "Points"}, "worth": 500, "maySpend": false, "mayTransfer": true}"""
        );
        await club.SetLadder();
        const string More = """
            , "firstName": "نگین", "lastName": "فرخزاد", "email": "Negin@example.ir",
            "birthDate": "1990-05-12", "fields": {"national": "0012345679"}
            """;
        var (member, other) = (await club.Join("0912 444 5566", more: More), await club.Join("09121234568"));
        (await club.Api.Patch($"/members/{member}", new { gender = "female" })).MustBe(200);
        var sale = (await club.Buy(member, 100_000)).Id();
        (string Path, string Body)[] calls =
        [
            ($"/purchases/{sale}/refunds", """{"reason": "نگین پس آورد"}"""),
            ($"/members/{member}/tier", """{"tier": "friend", "reason": "دوست خانم فرخ‌زاد"}"""),
            ($"/members/{member}/events", """{"event": "review", "reference": "0912-4445566"}"""),
            (
                $"/members/{member}/adjustments",
                """{"unit": "points", "amount": 50, "reason": "جبران برای 09124445566"}"""
            ),
            ($"/members/{other}/adjustments", """{"unit": "points", "amount": 50, "reason": "هدیه"}"""),
            (
                $"/members/{other}/transfers",
                $$"""{"to": {"id": "{{member}}"}, "unit": "points", "amount": 5, "note": "تولدت مبارک نگین"}"""
            ),
            ("/views", """{"list": "members", "name": "خانم فرخزاد", "query": "q=09124445566", "shared": true}"""),
            ("/members/bulk", """{"filter": "q=نگین فرخزاد", "action": "addGroup", "value": "silver", "expect": 1}"""),
        ];
        await club.Set("/groups/silver", """{"title": {"en": "Silver"}}""");
        foreach (var (path, body) in calls)
        {
            var answer = await club.Api.Post(path, body);
            answer.Status.ShouldBeInRange(200, 202, answer.Text);
        }

        (await club.Api.Patch("/club", """{"approveAdjustmentsOver": 1000}""")).MustBe(200);
        var big = new
        {
            unit = "points",
            amount = 900,
            reason = "نگین خیلی خرید کرده",
        };
        (await club.Api.Post($"/members/{member}/adjustments", big)).MustBe(202);
        return member;
    }
}
