using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vafa.Features.Members;

namespace Vafa.Tests.Members;

/// <summary>Joining: what is kept, how it is written, and that it happens once.</summary>
public sealed class EnrolTests
{
    [Theory, BothDatabases]
    public async Task A_mobile_is_enough_to_join(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = (await club.Api.Post("/members", new { mobile = "09121234567" })).MustBe(201);
        member.String("mobile").ShouldBe("+989121234567");
        CardNumber.IsSound(member.String("card")!).ShouldBeTrue(member.Text);
        member
            .Json.EnumerateObject()
            .Select(p => p.Name)
            .ShouldBe([
                "id",
                "card",
                "mobile",
                "firstName",
                "lastName",
                "birthDate",
                "gender",
                "email",
                "consent",
                "referrer",
                "tier",
                "groups",
                "fields",
                "visits",
                "spent",
                "since",
                "lastVisit",
                "wallets",
                "tiers",
                "mergedFrom",
            ]);
        member["tier"].ValueKind.ShouldBe(JsonValueKind.Null);
        member["lastVisit"].ValueKind.ShouldBe(JsonValueKind.Null);
        member["since"].GetDateTimeOffset().ShouldBe(TestClock.Start);
        member["wallets"]
            .GetRawText()
            .ShouldBe(
                """
                [{"unit":"points","balance":0,"pending":0,"expiring":[]},
                {"unit":"credit","balance":0,"pending":0,"expiring":[]}]
                """.ReplaceLineEndings("")
            );
        (await club.Api.Get("/members/" + member.Id())).MustBe(200).Text.ShouldBe(member.Text);
    }

    [Theory, BothDatabases]
    public async Task All_that_is_told_is_kept_in_one_spelling(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetUp();
        var friend = (await club.Api.Post("/members", new { mobile = "09350000001" })).MustBe(201);
        var member = await club.Api.Post(
            "/members",
            """
            {
              "mobile": "۰۰۹۸ (۹۱۲) ۳۴۵-۶۷۸۹", "firstName": "  علي  ", "lastName": "كاظمي\u200cنژاد 🌹",
              "birthDate": "۱۳۶۹/۰۲/۲۲", "gender": "male", "email": "Ali@Example.ir", "groups": ["silver"],
              "fields": {"job": "معلم", "children": 2.50, "wedding": "1395-06-31", "size": "L",
                "vip": true, "note": null},
              "referrer": "0935 000 0001", "consent": {"sms": true, "email": false}
            }
            """
        );
        member.MustBe(201);
        member.String("mobile").ShouldBe("+989123456789");
        member.String("firstName").ShouldBe("علی");
        member.String("lastName").ShouldBe("کاظمی\u200cنژاد 🌹");
        member.String("birthDate").ShouldBe("1990-05-12");
        member.String("email").ShouldBe("Ali@Example.ir");
        member["groups"].GetRawText().ShouldBe("""["silver"]""");
        member["fields"]
            .GetRawText()
            .ShouldBe("""{"children":2.5,"job":"معلم","size":"L","vip":true,"wedding":"2016-09-21"}""");
        member.Id("referrer").ShouldBe(friend.Id());
        member["consent"].GetRawText().ShouldBe("""{"sms":true,"email":false}""");
        (await club.Api.Get("/members/" + member.Id())).Text.ShouldBe(member.Text);
    }

    [Theory]
    [BothDatabases("id")]
    [BothDatabases("mobile")]
    [BothDatabases("card")]
    public async Task A_referrer_may_be_named_by_id_mobile_or_card(Engine engine, string by)
    {
        await using var club = await TestClub.Start(engine);
        var friend = (await club.Api.Post("/members", new { mobile = "09350000001" })).MustBe(201);
        var body = new { mobile = "09350000002", referrer = friend.String(by) };
        (await club.Api.Post("/members", body)).MustBe(201).Id("referrer").ShouldBe(friend.Id());
    }

    [Theory, BothDatabases]
    public async Task The_welcome_waits_to_leave_and_the_change_is_audited(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = (await club.Api.Post("/members", new { mobile = "09121234567", firstName = "سارا" })).MustBe(201);
        var message = await club.Ask(db => db.Messages.SingleAsync());
        (message.MemberId, message.Kind).ShouldBe((member.Id(), "welcome"));
        message.Body.ShouldBe($$"""{"firstName":"سارا","card":"{{member.String("card")}}"}""");
        var audit = await club.Ask(db => db.Audit.SingleAsync(a => a.Action == "member.enrol"));
        (audit.By, audit.Subject, audit.Before).ShouldBe(("key:tests", "member/" + member.Id(), null));
        audit.After!.ShouldContain("سارا");
    }

    [Theory, BothDatabases]
    public async Task A_taken_mobile_in_another_writing_is_a_conflict_and_changes_nothing(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        (await club.Api.Post("/members", new { mobile = "09121234567" })).MustBe(201);
        var rows = await club.Rows();
        (await club.Api.Post("/members", new { mobile = "+98 912 123 45 67", firstName = "دیگری" })).MustBeProblem(
            409,
            "member.mobile-taken",
            "/mobile"
        );
        (await club.Rows()).ShouldBe(rows);
    }

    [Theory, BothDatabases]
    public async Task A_taken_email_is_a_conflict_whatever_its_case(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        (await club.Api.Post("/members", new { mobile = "09121234567", email = "a@b.ir" })).MustBe(201);
        (await club.Api.Post("/members", new { mobile = "09121234568", email = "A@B.ir" })).MustBeProblem(
            409,
            "member.email-taken",
            "/email"
        );
    }

    [Theory, BothDatabases]
    public async Task Of_two_who_enrol_one_mobile_at_once_one_gets_in(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        for (var round = 0; round < 10; round++)
        {
            var body = new
            {
                mobile = "0912000000" + round,
                email = $"x{round}@y.ir",
                firstName = "هم‌زمان",
            };
            var answers = await Task.WhenAll(club.Api.Post("/members", body), club.Api.Post("/members", body));
            answers.Select(a => a.Status).Order().ShouldBe([201, 409]);
            answers.Single(a => a.Status == 409).MustBeProblem(409, "member.mobile-taken", "/mobile");
        }

        (await club.Ask(db => db.Members.CountAsync())).ShouldBe(10);
        (await club.Ask(db => db.Messages.CountAsync())).ShouldBe(10);
    }

    [Theory, BothDatabases]
    public async Task Two_hundred_parallel_sends_of_one_key_make_one_member(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var body = new { mobile = "09121234567", firstName = "سارا" };
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(_ => club.Api.Post("/members", body, "one key"))
        );
        answers.Select(a => a.Status).Distinct().ShouldBeSubsetOf([201, 409]);
        var made = answers.Where(a => a.Status == 201).ToList();
        made.ShouldNotBeEmpty();
        made.Select(a => a.Text).Distinct().Count().ShouldBe(1);
        made.Count(a => !a.Replayed).ShouldBe(1);
        foreach (var refused in answers.Where(a => a.Status == 409))
        {
            refused.MustBeProblem(409, "idempotency.in-progress");
        }

        (await club.Ask(db => db.Members.CountAsync())).ShouldBe(1);
        var again = (await club.Api.Post("/members", body, "one key")).MustBe(201);
        (again.Replayed, again.Text).ShouldBe((true, made[0].Text));
    }

    [Theory, BothDatabases]
    public async Task A_refused_enrolment_frees_its_key_and_another_body_is_refused(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        (await club.Api.Post("/members", new { mobile = "12" }, "k")).MustBeProblem(422, "mobile.invalid", "/mobile");
        (await club.Api.Post("/members", new { mobile = "09121234567" }, "k")).MustBe(201);
        (await club.Api.Post("/members", new { mobile = "09121234568" }, "k")).MustBe(422);
        (await club.Api.Post("/members", new { mobile = "09121234567" }, "")).MustBeProblem(400, "idempotency.missing");
        (await club.Ask(db => db.Members.CountAsync())).ShouldBe(1);
    }
}

internal static class ClubsOfTests
{
    /// <summary>A group and one field of each type.</summary>
    public static async Task SetUp(this TestClub club)
    {
        (await club.Api.Put("/groups/silver", """{"title": {"fa": "نقره‌ای"}}""")).Status.ShouldBeLessThan(300);
        foreach (
            var (code, rest) in new[]
            {
                ("job", "\"type\": \"text\""),
                ("note", "\"type\": \"text\""),
                ("children", "\"type\": \"number\""),
                ("wedding", "\"type\": \"date\""),
                ("size", "\"type\": \"choice\", \"choices\": [\"S\", \"L\"]"),
                ("vip", "\"type\": \"yesNo\""),
            }
        )
        {
            var document = $$$"""{"title": {"en": "{{{code}}}"}, {{{rest}}}}""";
            (await club.Api.Put("/fields/" + code, document)).Status.ShouldBeLessThan(300);
        }
    }

    /// <summary>How many rows the tables of members hold: the same after a refusal as before.</summary>
    public static async Task<string> Rows(this TestClub club) =>
        await club.Ask(async db =>
            string.Join(
                ' ',
                await db.Members.CountAsync(),
                await db.MemberKeys.CountAsync(),
                await db.MemberGroups.CountAsync(),
                await db.MemberFields.CountAsync(),
                await db.Messages.CountAsync(),
                await db.Audit.CountAsync(),
                await db.Idempotency.CountAsync()
            )
        );

    /// <summary>Somebody joins, a moment after whoever joined before.</summary>
    public static async Task<Guid> Join(this TestClub club, string mobile, string? first = null, string? last = null)
    {
        club.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var body = new
        {
            mobile,
            firstName = first,
            lastName = last,
        };
        return (await club.Api.Post("/members", body)).MustBe(201).Id();
    }
}
