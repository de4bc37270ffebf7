using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Core.Ledger;
using Vafa.Data;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Night;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Night;

/// <summary>Killed nodes, two nodes at once, members who fail, and sales meanwhile.</summary>
public sealed class TakingTurnsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_night_that_is_broken_off_goes_on_from_where_it_was(Engine engine)
    {
        var store = new BrokenOff();
        await using var club = await TestClub.Start(engine, builder => store.Wrap(builder.Services));
        var members = await club.JoinWithPoints(150);
        club.Clock.Advance(TimeSpan.FromDays(1));
        // The first chunk of 64 is committed, then the process is stopped in the second.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        store.StopAt = 3;
        store.Stop = stop;
        await Should.ThrowAsync<OperationCanceledException>(() =>
            club.Services.GetRequiredService<RunNights>().Run(stop.Token)
        );
        (await club.Step(Nights.FirstDay, "expire")).ShouldBe(
            "open: 64 members, 64 lots, 448 points, 0 messages, 0 skipped"
        );
        await club.MustBeConsistent();

        await club.Restart();
        (await club.MakeNights()).ShouldBe([
            "2026-03-25 expire",
            "2026-03-25 tiers",
            "2026-03-25 groups",
            "2026-03-25 warn",
        ]);
        (await club.Step(Nights.FirstDay, "expire")).ShouldBe(
            $"done: 150 members, 150 lots, {150 * 7} points, 0 messages, 0 skipped"
        );
        (await club.Ask(db => db.Entries.CountAsync(e => e.Kind == EntryKind.Expired))).ShouldBe(members.Count);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_killed_nodes_lease_is_waited_for_and_then_taken_over(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.JoinWithPoints(3);
        club.Clock.Advance(TimeSpan.FromDays(1));
        // What a node leaves that was killed when it had just begun.
        await using (var scope = club.Services.CreateAsyncScope())
        {
            var next = await scope.ServiceProvider.GetRequiredService<NextStep>().Find(club.Clock.Now, null, Ct);
            (await scope.ServiceProvider.GetRequiredService<StepLease>().Take(next!, Ct)).ShouldNotBeNull();
        }

        (await club.MakeNights()).ShouldBeEmpty();
        club.Clock.Advance(StepLease.Length - TimeSpan.FromSeconds(1));
        (await club.MakeNights()).ShouldBeEmpty();
        club.Clock.Advance(TimeSpan.FromSeconds(1));
        (await club.MakeNights()).Count.ShouldBe(NightSteps.Order.Count);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_node_whose_lease_was_taken_over_writes_nothing_any_more(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.JoinWithPoints(3);
        club.Clock.Advance(TimeSpan.FromDays(1));
        await using var scope = club.Services.CreateAsyncScope();
        var (next, lease) = (
            scope.ServiceProvider.GetRequiredService<NextStep>(),
            scope.ServiceProvider.GetRequiredService<StepLease>()
        );
        var slow = (await lease.Take((await next.Find(club.Clock.Now, null, Ct))!, Ct))!;
        club.Clock.Advance(StepLease.Length);
        var fast = (await lease.Take((await next.Find(club.Clock.Now, null, Ct))!, Ct))!;
        fast.Lease.ShouldNotBe(slow.Lease);

        var club1 = await scope.ServiceProvider.GetRequiredService<Vafa.Features.Programme.ProgrammeStore>().Newest(Ct);
        var walk = scope.ServiceProvider.GetRequiredService<WalkStep>();
        var step = scope.ServiceProvider.GetRequiredService<NightSteps>().Of(slow.Step);
        await Should.ThrowAsync<LostLease>(() => walk.Run(step, new StepRound(slow, club1, club.Clock.Now), Ct));
        (await walk.Run(step, new StepRound(fast, club1, club.Clock.Now), Ct)).State.ShouldBe(JobState.Done);
    }

    [Theory, BothDatabases]
    public async Task Many_callers_on_several_nodes_make_a_night_once(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        IServiceProvider? second = null;
        if (engine == Engine.Postgres)
        {
            await club.StartNode(builder => builder.Services.AddHostedService(p => new Grab(p, got => second = got)));
        }

        var members = await club.JoinWithPoints(300);
        club.Clock.Advance(TimeSpan.FromDays(3));
        var nodes = new[] { club.Services, second ?? club.Services };
        for (var look = 0; look < 50 && await Open(club) is not 0; look++)
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(i => club.MakeNights(nodes[i % 2])));
        }

        (await club.Ask(db => db.JobRuns.CountAsync(r => r.State == JobState.Done))).ShouldBe(
            3 * NightSteps.Order.Count
        );
        (await club.Ask(db => db.Entries.CountAsync(e => e.Kind == EntryKind.Expired))).ShouldBe(members.Count);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_member_who_fails_is_named_and_the_others_are_done(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var members = await club.JoinWithPoints(20);
        var broken = members[7];
        // His next entry's number is taken: his rows do not agree with each other.
        await club.Ask(db =>
            db.Members.Where(m => m.Id == broken).ExecuteUpdateAsync(s => s.SetProperty(m => m.LastNo, 0))
        );
        await club.Sleep();
        (await club.Step(Nights.FirstDay, "expire")).ShouldBe(
            "done: 19 members, 19 lots, 133 points, 0 messages, 1 skipped"
        );
        var night = (await club.Api.Get("/nights/2026-03-25")).MustBe(200);
        night.Id($"steps/{NightSteps.PlaceOf(ExpireStep.Word)}/skips/0/member").ShouldBe(broken);
        var home = (await club.Api.Get("/home")).MustBe(200).Text;
        home.ShouldContain("night-skipped");

        // Once he is mended, the step is run again, and does him alone.
        await club.Ask(db =>
            db.Members.Where(m => m.Id == broken).ExecuteUpdateAsync(s => s.SetProperty(m => m.LastNo, 1))
        );
        (await club.Api.Post("/nights/2026-03-25/steps/expire/again")).MustBe(202);
        await club.Comes("2026-03-25", "expire", "done: 20 members, 20 lots, 140 points, 0 messages, 0 skipped");
        (await club.Api.Get("/home")).MustBe(200).Text.ShouldNotContain("night-skipped");
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Sales_of_the_same_members_go_on_during_the_night(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set(
            "/units/points",
            """{"title": {"en": "Points"}, "worth": 500, "maySpend": true, "spendValue": 500, "expiresAfterDays": 1}"""
        );
        await club.SetPointFor(1_000);
        var members = await club.JoinWithPoints(120);
        club.Clock.Advance(TimeSpan.FromDays(1));
        var sales = members
            .Concat(members)
            .Select(m => club.Api.Post("/purchases", SaleBody.Of(m, LineBody.One(5_000))))
            .ToList();
        await club.MakeNights();
        (await Task.WhenAll(sales)).ShouldAllBe(answer => answer.Status == 201);
        (await club.Expired(Nights.FirstDay)).ShouldBe(120 * 7);
        await club.MustBeConsistent();
    }

    private static Task<int> Open(TestClub club) =>
        club.Ask(async db => 9 - await db.JobRuns.CountAsync(r => r.State == JobState.Done));
}
