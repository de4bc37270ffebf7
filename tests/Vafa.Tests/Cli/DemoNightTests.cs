using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Core.Ledger;
using Vafa.Features.Demo;
using Vafa.Features.Night;
using Vafa.Features.Programme;
using Vafa.Features.Programme.Logo;
using Vafa.Features.Tiers;
using Vafa.Tests.Night;
using Vafa.Tests.Rulebooks;

namespace Vafa.Tests.Cli;

/// <summary>The demo's nights were made as its days passed, so that nothing is left for the first start.</summary>
public sealed class DemoNightTests
{
    private static readonly DemoRequest HalfAYear = new(Members: 120, Months: 6, Seed: 3);

    [Theory, BothDatabases]
    public async Task A_demo_has_made_all_its_nights(Engine engine)
    {
        await using var club = await Cafe.Open(engine, HalfAYear);
        (await club.MakeNights()).ShouldBeEmpty("nothing is due when it is served first");

        var runs = await club.Ask(db => db.JobRuns.Where(r => r.Job == NightSteps.Job).ToListAsync());
        runs.ShouldAllBe(r => r.State == JobState.Done && r.Skipped == 0 && r.StartedAt == r.SpanUntil);
        var last = Nights.FirstDay.AddDays(-1);
        var days = Enumerable.Range(0, HalfAYear.Days + 1).Select(n => last.AddDays(-n)).ToList();
        runs.GroupBy(r => r.BusinessDay).Select(n => n.Key).ShouldBe(days, ignoreOrder: true);
        runs.Count.ShouldBe(days.Count * NightSteps.Order.Count);
        runs.Where(r => r.Step == ExpireStep.Word).Sum(r => r.Lots).ShouldBePositive();
        runs.Where(r => r.Step == WarnStep.Word).Sum(r => r.Messages).ShouldBePositive();

        var home = (await club.Api.Get("/home")).MustBe(200);
        var notices = home["notices"].EnumerateArray().Select(n => n.GetProperty("kind").GetString()!).ToList();
        notices.ShouldAllBe(kind => !kind.StartsWith("night", StringComparison.Ordinal));
        var old = TestClock.Start.AddDays(-2);
        (await club.Ask(db => db.Messages.AnyAsync(m => m.CreatedAt < old))).ShouldBeFalse("told long ago");
        (await Cafe.Differences(club.Database)).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task What_has_ended_is_gone_and_tiers_are_as_they_should_be(Engine engine)
    {
        await using var club = await Cafe.Open(engine, HalfAYear);
        var time = (await club.Services.GetRequiredService<ProgrammeStore>().Newest(CancellationToken.None)).Time;
        var begin = time.StartOf(Nights.FirstDay);
        (await club.Ask(db => db.Lots.AnyAsync(l => l.Remaining > 0 && l.ExpiresAt <= begin))).ShouldBeFalse();
        var expired = await club.Ask(db => db.Entries.Where(e => e.Kind == EntryKind.Expired).ToListAsync());
        expired.ShouldNotBeEmpty();
        expired.ShouldAllBe(e => e.RecordedAt == e.At, "in the night after, not long afterwards");

        // Whom the next night looks at has joined or brought something back since the last one.
        var late = await club.Ask(async db =>
        {
            var due = new TiersDue(db, club.Services.GetRequiredService<ProgrammeStore>());
            var ids = await due.Run(Nights.FirstDay, Guid.Empty, 1_000, CancellationToken.None);
            var week = TestClock.Start.AddDays(-7);
            return await db.Members.CountAsync(m =>
                ids.Contains(m.Id) && m.Since < week && !db.Refunds.Any(r => r.MemberId == m.Id && r.At >= begin)
            );
        });
        late.ShouldBe(0);
        (await club.Ask(db => db.MemberTiers.Select(t => t.Tier).Distinct().CountAsync())).ShouldBeGreaterThan(2);
    }

    [Theory, BothDatabases]
    public async Task Its_group_by_rule_is_full_and_its_tiers_have_pictures(Engine engine)
    {
        await using var club = await Cafe.Open(engine, HalfAYear);
        var meant = (await club.Api.Get("/members/count?visits=8..&lastVisit=before:60")).MustBe(200).Long("count");
        meant.ShouldBePositive();
        (await club.Api.Get("/members/count?group=gone-quiet")).MustBe(200).Long("count").ShouldBe(meant);
        var moves = await club.Ask(db => db.MemberGroupMoves.Where(m => m.Code == "gone-quiet").ToListAsync());
        moves.Select(m => m.At).Distinct().Count().ShouldBeGreaterThan(1, "when the rule was saved, and at night");

        var pictures = await club.Ask(db => db.TierPictures.ToListAsync());
        pictures.Count.ShouldBe(3);
        pictures.ShouldAllBe(p => PictureHead.Of(p.Bytes) == new PictureHead("image/png", 640, 400));
        pictures.Select(p => p.Mark).ShouldBeUnique();
        (await club.Anybody("/rules")).Status.ShouldBe(200);
        (await club.Anybody("/tier-pictures/" + pictures[0].Mark)).Status.ShouldBe(200);
    }
}
