using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Vafa.Core.Tests.Values;
using Vafa.Core.Tiers;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Tiers;

/// <summary>The next day of a review: worked out at once, and the same as looking at each day in turn.</summary>
public sealed class ForeseeTests
{
    private static readonly TierDay[] Days = [Ladders.Day("2026-11-01", 3_000), Ladders.Day("2026-11-11", 1_000)];

    private static DateOnly? Next(Ladder ladder, Standing standing, string day, TierDay[]? days = null) =>
        Foresee.NextReview(ladder, standing, days ?? Days, ladder.On(day));

    private static DateOnly? Fall(Ladder ladder, Standing standing, string day, TierDay[]? days = null) =>
        Foresee.Fall(ladder, standing, days ?? Days, ladder.On(day));

    private static readonly Standing Gold = new("gold", Clubs.Day("2026-11-01"));

    [Fact]
    public void A_rolling_window_is_looked_at_when_what_is_needed_drops_out()
    {
        var ladder = Ladders.Plain(LadderSpan.LastDays(30));
        Next(ladder, Gold, "2026-11-11").ShouldBe(Clubs.Day("2026-12-01"));
        Fall(ladder, Gold, "2026-11-11").ShouldBe(Clubs.Day("2026-12-01"));
        Next(ladder, new Standing("silver"), "2026-11-11").ShouldBe(Clubs.Day("2026-12-11"));
        Next(ladder, new Standing("silver"), "2026-12-05").ShouldBe(Clubs.Day("2026-12-11"));
        Next(ladder, Gold, "2026-12-05").ShouldBe(Clubs.Day("2026-12-05"), "It is due already.");
        Next(ladder, Standing.None, "2026-11-11").ShouldBeNull();
        Next(ladder, new Standing("gone"), "2026-11-11").ShouldBeNull();
        Next(Ladders.Plain(LadderSpan.LastDays(30), FallRule.Never), Gold, "2026-11-11").ShouldBeNull();
        // What lies beyond the day is not of this window.
        Next(ladder, Gold, "2026-11-11", [.. Days, Ladders.Day("2026-11-12", 9_000)])
            .ShouldBe(Clubs.Day("2026-12-01"));
        Next(ladder, new Standing("silver"), "2026-12-02", [.. Days, Ladders.Day("2026-11-02", 100)])
            .ShouldBe(Clubs.Day("2026-12-11"));
    }

    [Fact]
    public void Grace_placement_and_warning_have_their_days()
    {
        var ladder = Ladders.Plain(LadderSpan.LastDays(30), grace: 5);
        Fall(ladder, Gold, "2026-11-11").ShouldBe(Clubs.Day("2026-12-06"));
        Next(ladder, Gold, "2026-11-11").ShouldBe(Clubs.Day("2026-12-01"));
        var held = Gold with { GraceUntil = Clubs.Day("2026-12-05") };
        Next(ladder, held, "2026-12-01").ShouldBe(Clubs.Day("2026-12-06"));
        Fall(ladder, held, "2026-12-01").ShouldBe(Clubs.Day("2026-12-06"));
        var placed = Gold with { Placed = new Placement("platinum", Clubs.Day("2026-11-20")) };
        Next(ladder, placed, "2026-11-11").ShouldBe(Clubs.Day("2026-11-21"));
        Next(ladder, placed with { Placed = new Placement("platinum", Clubs.Day("2026-12-20")) }, "2026-11-11")
            .ShouldBe(Clubs.Day("2026-12-01"));
        Next(ladder, placed with { Tier = null }, "2026-11-11").ShouldBe(Clubs.Day("2026-11-21"));
        Next(ladder, placed with { Placed = new Placement("platinum", null) }, "2026-11-11")
            .ShouldBe(Clubs.Day("2026-12-01"));
    }

    [Fact]
    public void A_warning_comes_before_the_fall_and_never_in_the_past()
    {
        var ladder = Ladders.Plain(LadderSpan.LastDays(30), warn: 7);
        Next(ladder, Gold, "2026-11-11").ShouldBe(Clubs.Day("2026-11-24"));
        Next(ladder, Gold with { WarnedOf = Clubs.Day("2026-12-01") }, "2026-11-24").ShouldBe(Clubs.Day("2026-12-01"));
        Next(ladder, Gold with { WarnedOf = Clubs.Day("2026-11-20") }, "2026-11-27").ShouldBe(Clubs.Day("2026-11-28"));
        Next(ladder, Gold with { WarnedOf = Clubs.Day("2026-11-29") }, "2026-11-24").ShouldBe(Clubs.Day("2026-11-29"));
        Next(ladder, Gold with { WarnedOf = Clubs.Day("2026-11-20") }, "2026-11-11").ShouldBe(Clubs.Day("2026-11-24"));
        var grace = Ladders.Plain(LadderSpan.LastDays(30), grace: 10, warn: 7);
        Next(grace, Gold, "2026-11-11").ShouldBe(Clubs.Day("2026-12-01"), "The grace begins before the warning.");
    }

    [Fact]
    public void A_year_is_looked_at_when_it_turns()
    {
        var ladder = Ladders.Plain(LadderSpan.Year, grace: 5);
        TierDay[] days = [Ladders.Day("2025-06-01", 9_500), Ladders.Day("2026-06-01", 3_100)];
        var turn = Clubs.Day("2027-03-21");
        Next(ladder, Gold, "2026-11-11", days).ShouldBe(turn);
        Fall(ladder, Gold, "2026-11-11", days).ShouldBeNull("This year reaches it already.");
        Fall(ladder, new Standing("platinum"), "2026-11-11", days).ShouldBe(turn.AddDays(5));
        Next(ladder, new Standing("platinum"), "2026-11-11", days).ShouldBe(turn);
        Fall(ladder, new Standing("platinum"), "2027-03-25", days).ShouldBe(Clubs.Day("2027-03-30"));
        Next(ladder, Standing.None, "2026-11-11", days).ShouldBeNull();
        Next(ladder with { Fall = FallRule.Never }, Gold, "2026-11-11", days).ShouldBeNull();
        Next(ladder, Gold with { Placed = new Placement("gold", turn) }, "2026-11-11", days).ShouldBe(turn);
        Next(ladder, Gold with { Placed = new Placement("gold", turn.AddDays(-2)) }, "2026-11-11", days)
            .ShouldBe(turn.AddDays(-1));
    }

    /// <summary>
    /// A member buys on some days and then no more. Reviewed only on the days that were foreseen, he stands on every
    /// day where he stands when each day is reviewed, twice.
    /// </summary>
    [Fact]
    public void Reviewing_when_it_is_due_is_as_good_as_every_day_twice() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), seed => new Life(new Random(seed)).Agrees())
            .Check(Cases.UpTo(300));

    [Fact]
    public void The_day_of_a_fall_is_the_first_whose_window_does_not_reach() =>
        Prop.ForAll(
                Arb.From(Gen.Choose(0, int.MaxValue - 1)),
                seed =>
                {
                    var random = new Random(seed);
                    var ladder = Ladders.Plain(LadderSpan.LastDays(random.Next(1, 40)));
                    var today = Clubs.Day("2026-11-22");
                    TierDay[] days =
                    [
                        .. Enumerable
                            .Range(0, random.Next(1, 12))
                            .Select(_ => new TierDay(
                                today.AddDays(-random.Next(45)),
                                Ladders.Sums(random.Next(4_000), 1)
                            )),
                    ];
                    MeasuredDays On(DateOnly day) => ladder.Span.On(Clubs.Tehran, today, day);
                    var held = ladder.Reached(Measured.On(days, On(today)));
                    if (held < 0)
                    {
                        return true;
                    }

                    var first = Enumerable
                        .Range(1, 100)
                        .Select(today.AddDays)
                        .First(day => ladder.Reached(Measured.On(days, On(day))) < held);
                    var standing = new Standing(ladder.Tiers[held].Code, today);
                    return Foresee.Fall(ladder, standing, days, On(today)) == first
                        && Foresee.NextReview(ladder, standing, days, On(today)) == first;
                }
            )
            .Check(Cases.UpTo(500));

    private sealed class Life
    {
        private readonly Ladder ladder;
        private readonly DateOnly start = Clubs.Day("2026-02-20");
        private readonly List<TierDay> days = [];
        private readonly Random random;

        public Life(Random random)
        {
            this.random = random;
            LadderSpan[] spans = [LadderSpan.LastDays(random.Next(1, 60)), LadderSpan.Year, LadderSpan.Anniversary];
            ladder = Ladders.Plain(
                spans[random.Next(3)],
                (FallRule)random.Next(3),
                random.Next(2) * random.Next(40),
                random.Next(2) * random.Next(30)
            );
        }

        public bool Agrees()
        {
            var (daily, due) = (Standing.None, Standing.None);
            DateOnly? next = null;
            if (random.Next(3) == 0)
            {
                daily = due = Climb
                    .Place(Standing.None, new Placement("gold", start.AddDays(random.Next(90))))
                    .Standing;
                next = Next(due, start);
            }

            for (var day = start; day < start.AddDays(500); day = day.AddDays(1))
            {
                daily = Review(daily, day);
                var again = Climb.Review(ladder, daily, days, On(day));
                if (again.IsAny || again.Standing != daily)
                {
                    return false;
                }

                if (next <= day)
                {
                    due = Review(due, day);
                    next = Next(due, day);
                }

                if (daily != due)
                {
                    return false;
                }

                if (day < start.AddDays(60) && random.Next(6) == 0)
                {
                    days.Add(new TierDay(day, Ladders.Sums(random.Next(5_000))));
                    var measured = Measured.On(days, On(day));
                    daily = Climb.Rise(ladder, daily, measured, day).Standing;
                    var rose = Climb.Rise(ladder, due, measured, day);
                    due = rose.Standing;
                    next = rose.IsAny ? Next(due, day) : next;
                }
            }

            return true;
        }

        private MeasuredDays On(DateOnly day) => ladder.Span.On(Clubs.Tehran, Clubs.Day("2025-12-10"), day);

        private Standing Review(Standing standing, DateOnly day) =>
            Climb.Review(ladder, standing, days, On(day)).Standing;

        private DateOnly? Next(Standing standing, DateOnly day) => Foresee.NextReview(ladder, standing, days, On(day));
    }
}
