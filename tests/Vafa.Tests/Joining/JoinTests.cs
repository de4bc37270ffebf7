using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Features.Joining;
using Vafa.Tests.Purchases;
using Vafa.Tests.Staff;
using Vafa.Tests.Tills;

namespace Vafa.Tests.Joining;

/// <summary>A customer joins by himself, by a link that only the shop can give.</summary>
public sealed class JoinTests
{
    [Theory, BothDatabases]
    public async Task A_customer_joins_by_the_link_on_his_receipt_and_is_found_at_the_till(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned();
        (await device.Get())["join/receipt/path"].GetString().ShouldStartWith("M");
        using var phone = new Phone(club);
        var joined = await phone.Join((await club.JoinLink())!, ("mobile", "۰۹۱۲ ۱۲۳ ۴۵۶۷"), ("firstName", "نگار"));
        (joined.Status, joined.To).ShouldBe((303, "/join"));
        (await phone.Open("/join")).Text.ShouldContain("درخواستتان رسید");
        await club.EnrolWhoAsked();
        var found = (await device.Get("/members?find=09121234567"))["items/0"];
        found.GetProperty("firstName").GetString().ShouldBe("نگار");
        (await club.Ask(db => db.Messages.CountAsync())).ShouldBe(0, "nobody has shown that the number is his");
        (await club.Audited()).ShouldContain(line => line.StartsWith("join:t1 member.enrol", StringComparison.Ordinal));
        (await club.Ask(db => db.JoinRequests.CountAsync())).ShouldBe(0);
        (await club.Ask(db => db.Members.Select(m => m.ConsentSms).SingleAsync())).ShouldBeNull("he ticked nothing");
    }

    [Theory, BothDatabases]
    public async Task Who_is_a_member_already_stays_as_he_is(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Join("09121234567");
        var before = await club.Ask(db => db.Members.AsNoTracking().SingleAsync());
        using var phone = new Phone(club);
        var link = (await club.JoinLink(JoinPlace.Poster, null))!;
        (await phone.Join(link, ("mobile", "09121234567"), ("firstName", "دیگری"), ("sms", "on"))).To.ShouldBe("/join");
        (await phone.Join(link, ("mobile", "+989121234567"))).To.ShouldBe("/join");
        (await phone.Join(link, ("mobile", "09121234568"), ("sms", "on"))).To.ShouldBe("/join");
        await club.EnrolWhoAsked();
        var members = await club.Ask(db => db.Members.AsNoTracking().OrderBy(m => m.Mobile).ToListAsync());
        members
            .Select(m => (m.Mobile, m.FirstName, m.ConsentSms))
            .ShouldBe([(before.Mobile, before.FirstName, before.ConsentSms), ("+989121234568", null, true)]);
        (await club.Ask(db => db.JoinRequests.CountAsync())).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Two_who_ask_for_one_number_on_two_nodes_at_once_are_one_member(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.StartNode();
        using var phone = new Phone(club);
        var link = (await club.JoinLink(JoinPlace.Screen))!;
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => phone.Join(link, ("mobile", "09121234567"))));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => club.EnrolWhoAsked()));
        (await club.Ask(db => db.Members.CountAsync())).ShouldBe(1);
        (await club.Ask(db => db.JoinRequests.CountAsync())).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task A_wrong_number_is_told_at_its_field_and_what_was_typed_stays(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var phone = new Phone(club);
        var link = (await club.JoinLink())!;
        var again = await phone.Join(link, ("mobile", "0912"), ("firstName", "\"><script>x</script>"), ("sms", "on"));
        again.Status.ShouldBe(422);
        again.Text.ShouldContain("value=\"0912\"");
        again.Text.ShouldContain("aria-invalid=\"true\"");
        again.Text.ShouldNotContain("<script>x");
        again.Text.ShouldContain("checked");
        again.Text.ShouldContain("__RequestVerificationToken", Case.Sensitive, "it can be sent again");
        (await club.Ask(db => db.JoinRequests.CountAsync())).ShouldBe(0);
        (await phone.Join(link)).Status.ShouldBe(422);
    }

    [Theory, BothDatabases]
    public async Task The_birth_date_is_asked_where_the_club_gives_for_it(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var phone = new Phone(club);
        var link = (await club.JoinLink())!;
        (await phone.Open(link)).Text.ShouldNotContain("birthDate");
        await club.Set(
            "/offers/born",
            """
            {"title": {"en": "Born"}, "state": "live", "when": {"birthday": {"daysBefore": 3, "daysAfter": 3}},
             "give": [{"discountPercent": {"percent": 10}}]}
            """
        );
        (await phone.Open(link)).Text.ShouldContain("birthDate");
        (await phone.Join(link, ("mobile", "09121234567"), ("birthDate", "۱۳۷۰/۱۳/۴۰"))).Status.ShouldBe(422);
        (await phone.Join(link, ("mobile", "09121234567"), ("birthDate", "۱۳۷۰/۰۵/۱۲"))).To.ShouldBe("/join");
        await club.EnrolWhoAsked();
        (await club.Ask(db => db.Members.Select(m => m.BirthDate).SingleAsync())).ShouldBe(new DateOnly(1991, 8, 3));
    }

    [Theory, BothDatabases]
    public async Task The_office_closes_the_way_and_ends_the_links_that_are_out(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Pair();
        using var phone = new Phone(club);
        var old = (await club.JoinLink())!;
        (await phone.Open(old)).Status.ShouldBe(200);
        (await club.Api.Post("/join/links")).MustBe(200);
        (await phone.Open(old)).Status.ShouldBe(410);
        var link = (await club.JoinLink())!;
        (await phone.Open(link)).Status.ShouldBe(200);
        (await club.Api.Put("/join", """{"open": false}""")).MustBe(200);
        (await phone.Open(link)).Status.ShouldBe(410);
        (await device.Get()).Json.TryGetProperty("join", out _).ShouldBeFalse();
        (await club.Api.Put("/join", """{"open": "maybe"}""")).MustBeProblem(422, "json.yes-no", "/open");
        (await club.Api.Put("/join", """{"open": true}""")).MustBe(200)["open"].GetBoolean().ShouldBeTrue();
        using var cashier = await club.SignedIn("mina", "cashier");
        (await cashier.Call(HttpMethod.Put, "/join", """{"open": false}""")).MustBeProblem(403, "key.scope");
        using var owner = await club.SignedIn();
        (await owner.Page("/settings/join")).Text.ShouldContain("/settings/join/poster");
        (await owner.Page("/settings/join/poster")).Text.ShouldContain("class=\"qr\"");
        var audited = await club.Audited();
        audited.Count(line => line.Contains(" join.put ", StringComparison.Ordinal)).ShouldBe(2);
        audited.ShouldContain(line => line.Contains(" join.links-ended ", StringComparison.Ordinal));
    }
}
