using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Vafa.Tests.Members;

/// <summary>Changing a profile by merge patch.</summary>
public sealed class ChangeMemberTests
{
    [Theory, BothDatabases]
    public async Task What_a_patch_does_not_name_stays_and_null_clears(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetUp();
        var id = (
            await club.Api.Post(
                "/members",
                """
                {"mobile": "09121234567", "firstName": "سارا", "lastName": "راد", "birthDate": "1990-05-12",
                 "groups": ["silver"], "fields": {"job": "معلم", "vip": true}, "consent": {"sms": true, "email": true}}
                """
            )
        ).MustBe(201).Id();
        var changed = await club.Api.Patch(
            "/members/" + id,
            """
            {"lastName": null, "groups": null, "fields": {"vip": null, "size": "S"}, "consent": {"email": null},
             "gender": "female"}
            """
        );
        changed.MustBe(200);
        changed.String("firstName").ShouldBe("سارا");
        changed["lastName"].ValueKind.ShouldBe(JsonValueKind.Null);
        changed.String("birthDate").ShouldBe("1990-05-12");
        changed.String("gender").ShouldBe("female");
        changed["groups"].GetArrayLength().ShouldBe(0);
        changed["fields"].GetRawText().ShouldBe("""{"job":"معلم","size":"S"}""");
        changed["consent"].GetRawText().ShouldBe("""{"sms":true,"email":null}""");
        (await club.Api.Get("/members/" + id)).Text.ShouldBe(changed.Text);
        (await club.Api.Patch("/members/" + id, """{"fields": null}"""))["fields"].GetRawText().ShouldBe("{}");
        (await club.Api.Patch("/members/" + id, "{}")).MustBe(200);
    }

    [Theory, BothDatabases]
    public async Task A_new_mobile_and_name_lead_to_the_member_and_the_old_ones_no_more(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var id = await club.Join("09121234567", "سارا", "راد");
        var patch = new
        {
            mobile = "09351112233",
            firstName = "سهیلا",
            email = "S@x.ir",
        };
        (await club.Api.Patch("/members/" + id, patch)).MustBe(200);
        (await club.Found("mobile=09351112233")).ShouldBe([id]);
        (await club.Found("mobile=09121234567")).ShouldBeEmpty();
        (await club.Found("q=سهی راد")).ShouldBe([id]);
        (await club.Found("q=سارا")).ShouldBeEmpty();
        (await club.Join("09121234567")).ShouldNotBe(id);
    }

    [Theory, BothDatabases]
    public async Task A_taken_mobile_or_email_is_a_conflict_and_changes_nothing(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var one = await club.Join("09121234567", "سارا");
        await club.Join("09351112233");
        var before = (await club.Api.Get("/members/" + one)).Text;
        (await club.Api.Patch("/members/" + one, new { mobile = "09351112233", firstName = "x" })).MustBeProblem(
            409,
            "member.mobile-taken",
            "/mobile"
        );
        (await club.Api.Patch("/members/" + one, """{"mobile": null}""")).MustBeProblem(
            422,
            "member.mobile-needed",
            "/mobile"
        );
        (await club.Api.Patch("/members/" + one, new { referrer = one })).MustBeProblem(
            422,
            "member.referrer-unknown",
            "/referrer"
        );
        (await club.Api.Patch("/members/" + one, new { card = "1" })).MustBeProblem(400, "json.unknown-field", "/card");
        (await club.Api.Get("/members/" + one)).Text.ShouldBe(before);
        (await club.Ask(db => db.Audit.CountAsync(a => a.Action == "member.patch"))).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task A_change_is_audited_with_before_and_after(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var id = await club.Join("09121234567", "سارا");
        (await club.Api.Patch("/members/" + id, new { firstName = "سهیلا" })).MustBe(200);
        var audit = await club.Ask(db => db.Audit.SingleAsync(a => a.Action == "member.patch"));
        (audit.By, audit.Subject).ShouldBe(("key:tests", "member/" + id));
        JsonDocument.Parse(audit.Before!).RootElement.GetProperty("firstName").GetString().ShouldBe("سارا");
        JsonDocument.Parse(audit.After!).RootElement.GetProperty("firstName").GetString().ShouldBe("سهیلا");
    }

    [Theory, BothDatabases]
    public async Task Parallel_changes_of_one_member_are_all_kept(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetUp();
        var id = await club.Join("09121234567", "سارا");
        object[] patches =
        [
            new { lastName = "راد" },
            new { gender = "female" },
            new { email = "s@x.ir" },
            new { groups = new[] { "silver" } },
            new { fields = new { job = "معلم" } },
            new { fields = new { size = "S" } },
            new { mobile = "09351112233" },
        ];
        var answers = await Task.WhenAll(patches.Select(p => club.Api.Patch("/members/" + id, p)));
        answers.ShouldAllBe(a => a.Status == 200);
        var member = await club.Api.Get("/members/" + id);
        member.String("lastName").ShouldBe("راد");
        member.String("gender").ShouldBe("female");
        member.String("email").ShouldBe("s@x.ir");
        member.String("mobile").ShouldBe("+989351112233");
        member["groups"].GetArrayLength().ShouldBe(1);
        member["fields"].GetRawText().ShouldBe("""{"job":"معلم","size":"S"}""");
        (await club.Ask(db => db.MemberKeys.CountAsync(k => k.Kind == "mobile"))).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Of_two_who_take_one_mobile_at_once_one_gets_it_and_a_swap_never_hangs(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var (one, two) = (await club.Join("09120000001"), await club.Join("09120000002"));
        for (var round = 0; round < 5; round++)
        {
            var mobile = new { mobile = "0935000000" + round };
            var answers = await Task.WhenAll(
                club.Api.Patch("/members/" + one, mobile),
                club.Api.Patch("/members/" + two, mobile)
            );
            answers.Select(a => a.Status).Order().ShouldBe([200, 409]);
            var (first, second) = (await club.MobileOf(one), await club.MobileOf(two));
            var swap = await Task.WhenAll(
                club.Api.Patch("/members/" + one, new { mobile = second }),
                club.Api.Patch("/members/" + two, new { mobile = first })
            );
            swap.ShouldAllBe(a => a.Status == 409);
            (await club.MobileOf(one)).ShouldBe(first);
        }
    }

    [Theory, BothDatabases]
    public async Task Nobody_else_is_an_unknown_member(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var nobody = "/members/" + Guid.CreateVersion7();
        (await club.Api.Get(nobody)).MustBeProblem(404, "member.unknown");
        (await club.Api.Patch(nobody, "{}")).MustBeProblem(404, "member.unknown");
        (await club.Api.Get(nobody + "/statement")).MustBeProblem(404, "member.unknown");
        (await club.Api.Get("/members/12")).MustBe(404);
    }
}
