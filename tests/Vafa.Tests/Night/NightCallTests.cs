using Microsoft.EntityFrameworkCore;
using Vafa.Core.Ledger;
using Vafa.Features.Night;
using Vafa.Tests.Purchases;
using Vafa.Tests.Staff;

namespace Vafa.Tests.Night;

/// <summary>What nights did, over HTTP and on the pages; and having a step run again.</summary>
public sealed class NightCallTests
{
    [Fact]
    public void Each_step_has_its_place_and_its_words()
    {
        var words = new Vafa.Core.Values.Wording(Persian: true, Toman: true);
        foreach (var step in NightSteps.Order)
        {
            NightWords.Name(step, words).ShouldNotBe(step);
            NightWords.About(step, words).ShouldNotBeEmpty();
        }

        typeof(INightStep)
            .Assembly.GetTypes()
            .Count(t => t.IsClass && t.IsAssignableTo(typeof(INightStep)))
            .ShouldBe(NightSteps.Order.Count);
    }

    [Theory, BothDatabases]
    public async Task Nights_are_listed_the_newest_first_and_by_pages(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.JoinWithPoints(2);
        (await club.Api.Get("/nights")).MustBe(200)["items"].GetArrayLength().ShouldBe(0);
        await club.Sleep(3);
        var expire = NightSteps.Order.ToList().IndexOf("expire");
        var first = (await club.Api.Get("/nights?limit=2")).MustBe(200);
        first.String("items/0/day").ShouldBe("2026-03-27");
        var rest = (await club.Api.Get("/nights?limit=2&cursor=" + first.String("next"))).MustBe(200);
        rest.String("items/0/day").ShouldBe("2026-03-25");
        rest.String("items/0/state").ShouldBe("done");
        rest.Long($"items/0/steps/{expire}/amounts/0/amount").ShouldBe(14);
        rest.Json.GetProperty("next").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await club.Api.Get("/nights/2026-03-24")).MustBeProblem(404, "night.unknown");
        (await club.Api.Get("/nights/yesterday")).MustBeProblem(404, "night.unknown");
        (await club.Api.Get("/nights?cursor=x")).MustBeProblem(422, "list.cursor", "/cursor");
        using var till = await club.ClientWith("purchases");
        (await till.Get("/nights")).MustBeProblem(403, "key.scope");
    }

    [Theory, BothDatabases]
    public async Task A_step_that_runs_again_does_and_tells_nothing_twice(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var members = await club.JoinWithPoints(3);
        await club.Give(members[0], "points", 5, new DateTimeOffset(2026, 4, 1, 20, 30, 0, TimeSpan.Zero));
        await club.Sleep();
        const string Warned = "done: 1 members, 1 lots, 5 points, 1 messages, 0 skipped";
        const string Expired = "done: 3 members, 3 lots, 21 points, 0 messages, 0 skipped";
        (await club.Step(Nights.FirstDay, "warn")).ShouldBe(Warned);
        foreach (var step in NightSteps.Order)
        {
            var again = (await club.Api.Post($"/nights/2026-03-25/steps/{step}/again", null, step)).MustBe(202);
            again.String("day").ShouldBe("2026-03-25");
        }

        await club.Comes("2026-03-25", "warn", Warned);
        await club.Comes("2026-03-25", "expire", Expired);
        (await club.Ask(db => db.JobRuns.CountAsync(r => r.Rounds == 2))).ShouldBe(NightSteps.Order.Count);
        (await club.Ask(db => db.Entries.CountAsync(e => e.Kind == EntryKind.Expired))).ShouldBe(3);
        (await club.Warnings(members[0])).Length.ShouldBe(1);
        (await club.Api.Post("/nights/2026-03-25/steps/warn/again", null, "warn")).MustBe(202).Replayed.ShouldBeTrue();
        var audit = (await club.Api.Get("/audit?action=night.again")).MustBe(200);
        audit["items"].GetArrayLength().ShouldBe(NightSteps.Order.Count);
        (await club.Api.Post("/nights/2026-03-25/steps/dance/again")).MustBeProblem(404, "night.step-unknown");
        (await club.Api.Post("/nights/2026-03-26/steps/warn/again")).MustBeProblem(404, "night.unknown");
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task The_pages_say_in_words_what_was_done(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var owner = await club.SignedIn("reza", "manager");
        var (status, text) = await owner.Page("/settings/nights");
        status.ShouldBe(200);
        text.ShouldContain("هنوز شبی نگذشته است");
        await club.JoinWithPoints(2);
        await club.Sleep(2);
        using var later = await club.SignedIn("mina", "manager");
        (_, text) = await later.Page("/settings/nights");
        text.ShouldContain("۲ عضو، ۱۴ امتیاز تمام شد");
        text.ShouldContain("کاری نبود");
        (_, text) = await later.Page("/settings/nights/2026-03-25");
        text.ShouldContain("۲ عضو، ۱۴ امتیاز تمام شد");
        text.ShouldContain("POST /api/v1/nights/2026-03-25/steps/expire/again");
        (_, text) = await later.Page("/settings/nights/2026-03-25?lang=en");
        text.ShouldContain("2 members, 14 points ended");
        (status, _) = await later.Page("/settings/nights/2026-03-29");
        status.ShouldBe(404);
        using var auditor = await club.SignedIn("aud", "auditor");
        (_, text) = await auditor.Page("/settings/nights/2026-03-25");
        text.ShouldNotContain("/again");
    }

    [Theory, BothDatabases]
    public async Task A_night_that_is_missing_for_more_than_a_day_is_told_at_home(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Sleep();
        club.Clock.Advance(TimeSpan.FromDays(1));
        (await club.Api.Get("/home")).MustBe(200).Text.ShouldNotContain("night-missing");
        club.Clock.Advance(TimeSpan.FromDays(1));
        (await club.Api.Get("/home")).MustBe(200).Text.ShouldContain("night-missing");
        await club.MakeNights();
        (await club.Api.Get("/home")).MustBe(200).Text.ShouldNotContain("night-missing");
    }
}
