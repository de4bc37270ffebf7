using Vafa.Tests.Purchases;
using Vafa.Tests.Tiers;

namespace Vafa.Tests.Members;

/// <summary>What is left of a member who left: nothing in any table.</summary>
public sealed class LeaveTraceTests
{
    /// <summary>Where something personal stands; each is wiped by a place of its own.</summary>
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

    /// <summary>Every other table: numbers and codes of the club or its staff, no text about a member.</summary>
    private static readonly string[] Nameless =
    [
        "__EFMigrationsHistory",
        "__EFMigrationsLock",
        "allowance",
        "answered_challenge",
        "api_key",
        "branch_hour",
        "club_logo",
        "data_key",
        "demo_mark",
        "import_job",
        "job_run",
        "join_door",
        // Of somebody who is no member yet; it is gone when he is one, a moment later.
        "join_request",
        "liability_day",
        "lot",
        "member_day",
        "member_group",
        "member_group_move",
        "member_merge",
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
        "staff_pin",
        "staff_session",
        "tier_picture",
        "till_approval",
        "till_device",
        "till_pairing",
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
        await club.Set(
            "/offers/insiders",
            """
            {"title": {"en": "In"}, "when": {"field": {"name": "national", "is": "7"}},
             "give": [{"points": {"unit": "points", "amount": 5}}]}
            """
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
            ($"/members/{member}/tier", """{"tier": "friend", "reason": "دوست خانم فرخزاد"}"""),
            ($"/members/{member}/events", """{"event": "review", "reference": "09124445566"}"""),
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
