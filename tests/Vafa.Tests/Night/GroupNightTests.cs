using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Data;
using Vafa.Features.Members.Groups;
using Vafa.Features.Night;
using Vafa.Features.Programme;
using Vafa.Tests.Members;
using Vafa.Tests.Purchases;
using Vafa.Tests.Tiers;

namespace Vafa.Tests.Night;

/// <summary>The step that moves groups: broken off, on several nodes, late, and with settings that change.</summary>
public sealed class GroupNightTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_step_that_is_broken_off_goes_on_and_moves_nobody_twice(Engine engine)
    {
        var store = new BrokenOff();
        await using var club = await TestClub.Start(engine, builder => store.Wrap(builder.Services));
        await club.Quietly("silent", "lastVisit=never&joined=..2026-03-25");
        await club.MakeNights();
        var members = await club.JoinMany(150);
        club.Clock.Advance(TimeSpan.FromDays(1));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        // Each step before it is one transaction; the first chunk of 64 is committed, and the second is not begun.
        store.StopAt = NightSteps.PlaceOf(GroupStep.Word) + 1;
        store.Stop = stop;
        await Should.ThrowAsync<OperationCanceledException>(() =>
            club.Services.GetRequiredService<RunNights>().Run(stop.Token)
        );
        (await club.Step(Nights.FirstDay, "groups")).ShouldBe(
            "open: 64 members, 0 lots, 64 silent:came, 0 messages, 0 skipped"
        );
        (await club.InGroup("silent")).Count.ShouldBe(64);
        await club.Restart();
        (await club.MakeNights()).ShouldBe(["2026-03-25 groups", "2026-03-25 warn"]);
        (await club.Step(Nights.FirstDay, "groups")).ShouldBe(
            "done: 150 members, 0 lots, 150 silent:came, 0 messages, 0 skipped"
        );
        (await club.InGroup("silent")).ShouldBe(members.Order());
        (await club.Ask(db => db.MemberGroupMoves.CountAsync())).ShouldBe(150);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Several_nodes_move_everybody_once(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        IServiceProvider? second = null;
        if (engine == Engine.Postgres)
        {
            await club.StartNode(builder => builder.Services.AddHostedService(p => new Grab(p, got => second = got)));
        }

        var members = await club.JoinMany(200);
        await club.Quietly("one", "lastVisit=never");
        await club.Quietly("two", "group=one");
        await club.Quietly("one", "visits=..0");
        club.Clock.Advance(TimeSpan.FromDays(2));
        var nodes = new[] { club.Services, second ?? club.Services };
        for (var look = 0; look < 50 && await Open(club); look++)
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(i => club.MakeNights(nodes[i % 2])));
        }

        (await club.InGroup("one")).ShouldBe(members.Order());
        (await club.InGroup("two")).ShouldBe(members.Order());
        (await club.Ask(db => db.MemberGroupMoves.CountAsync())).ShouldBe(400);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_rule_that_changes_during_the_step_has_the_last_word(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.JoinMany(3);
        await club.Quietly("rule", "visits=9..");
        await club.MakeNights();
        await using var scope = club.Services.CreateAsyncScope();
        var parts = scope.ServiceProvider;
        await club.Quietly("rule", "visits=..0");
        var saved = (await parts.GetRequiredService<RuleRuns>().Find(club.Clock.Now, Ct))!;
        var run = (await parts.GetRequiredService<StepLease>().Take(saved, Ct))!;
        // Nobody else begins while a node moves groups.
        (await parts.GetRequiredService<RuleRuns>().Find(club.Clock.Now, Ct)).ShouldBeNull();
        var before = await parts.GetRequiredService<ProgrammeStore>().Newest(Ct);
        await club.Quietly("rule", "visits=5..");
        // The run of the rule as it was finds that it is no more, moves nobody, and the newest one's run follows.
        var step = parts.GetRequiredService<NightSteps>().Of(run);
        var walked = await parts.GetRequiredService<WalkStep>().Run(step, new(run, before, club.Clock.Now), Ct);
        walked.State.ShouldBe(JobState.Done);
        (await club.MakeNights()).Count.ShouldBe(1);
        (await club.Ask(db => db.MemberGroupMoves.CountAsync())).ShouldBe(0);

        // A night that began by the rule as it was moves members by the newest one.
        club.Clock.Advance(TimeSpan.FromDays(1));
        await club.Quietly("rule", "visits=..0");
        (await club.MakeNights()).ShouldContain("2026-03-25 groups");
        (await club.InGroup("rule")).Count.ShouldBe(3);
        (await club.MakeNights()).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task Settings_that_change_at_midnight_leave_the_group_as_the_list_of_members_has_it(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await club.Join();
        await club.Buy(member, 1_000);
        await club.Quietly("silent", "lastVisit=before:3");
        await club.MakeNights();
        // The clock stands at 15:30 in Tehran; at midnight three days later his silence is not yet over three days.
        club.Clock.Advance(new TimeSpan(3, 8, 35, 0));
        (await club.Api.Patch("/club", """{"dayStartsAt": "04:00"}""")).MustBe(200);
        await club.MakeNights();
        await MustBeAsListed(club);
        (await club.Api.Patch("/club", """{"dayStartsAt": "00:00"}""")).MustBe(200);
        await club.Sleep();
        await MustBeAsListed(club);
        (await club.InGroup("silent")).ShouldBe([member]);
        // Nights that are made up for late move nobody back to an earlier day.
        await club.Sleep(5);
        (await club.MovesOf("silent", member)).ShouldBe(["+"]);
        await MustBeAsListed(club);
    }

    [Theory, BothDatabases]
    public async Task Members_without_a_move_are_passed_over_in_ranges(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var members = (await club.JoinMany(60)).Order().ToList();
        await club.Buy(members[^1], 1_000);
        await club.Quietly("buyers", "visits=1..");
        await using var scope = club.Services.CreateAsyncScope();
        var due = scope.ServiceProvider.GetRequiredService<GroupsDue>();
        var programme = await scope.ServiceProvider.GetRequiredService<ProgrammeStore>().Newest(Ct);
        var groups = RuleOrder.Of(programme);
        // Ten ranges of five hold nobody who moves: the last of them stands for the place that is reached.
        var first = await due.Run(programme.Time, groups, Guid.Empty, 5, Ct);
        first.ShouldBe([members[49]]);
        (await due.Run(programme.Time, groups, first[0], 5, Ct)).ShouldBe([members[^1]]);
        (await due.Run(programme.Time, groups, members[^1], 5, Ct)).ShouldBeEmpty();
    }

    private static async Task MustBeAsListed(TestClub club)
    {
        var listed = (await club.Api.Get("/members?lastVisit=before:3"))
            .MustBe(200)["items"]
            .EnumerateArray()
            .Select(m => m.GetProperty("id").GetGuid());
        (await club.InGroup("silent")).ShouldBe(listed.Order());
    }

    private static Task<bool> Open(TestClub club) =>
        club.Ask(async db =>
            await db.JobRuns.CountAsync(r => r.Job == NightSteps.Job && r.State == JobState.Done)
                < 2 * NightSteps.Order.Count
            || await db.JobRuns.AnyAsync(r => r.State != JobState.Done)
        );
}
