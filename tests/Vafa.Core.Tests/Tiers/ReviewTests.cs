using Shouldly;
using Vafa.Core.Tests.Values;
using Vafa.Core.Tiers;
using Xunit;

namespace Vafa.Core.Tests.Tiers;

/// <summary>How a review lets fall: rolling windows, years, grace, one step, never; placements that end.</summary>
public sealed class ReviewTests
{
    private static readonly DateOnly Start = Clubs.Day("2026-11-01");

    /// <summary>3,000 on the first day and 1,000 on the eleventh: gold until the first has dropped out.</summary>
    private static readonly TierDay[] Days = [Ladders.Day("2026-11-01", 3_000), Ladders.Day("2026-11-11", 1_000)];

    private static readonly Standing Gold = new("gold", Start);

    private static Moved Review(Ladder ladder, Standing standing, string day, TierDay[]? days = null) =>
        Climb.Review(ladder, standing, days ?? Days, ladder.On(day));

    private static void Nothing(Ladder ladder, Standing standing, string day, TierDay[]? days = null)
    {
        var moved = Review(ladder, standing, day, days);
        moved.Moves.ShouldBeEmpty();
        moved.Standing.ShouldBe(standing);
    }

    [Fact]
    public void A_rolling_tier_falls_on_the_first_day_that_no_longer_reaches_it()
    {
        var ladder = Ladders.Plain(LadderSpan.LastDays(30));
        Nothing(ladder, Gold, "2026-11-30");
        var fell = Review(ladder, Gold, "2026-12-01");
        fell.Moves.ShouldBe([new TierMove(TierEvent.Fell, "gold", "silver")]);
        fell.Standing.ShouldBe(new Standing("silver", Clubs.Day("2026-12-01")));
        Nothing(ladder, fell.Standing, "2026-12-01");
        Nothing(ladder, fell.Standing, "2026-12-10");
        var none = Review(ladder, fell.Standing, "2026-12-11");
        none.Moves.ShouldBe([new TierMove(TierEvent.Fell, "silver", null)]);
        none.Standing.ShouldBe(Standing.None);
        Nothing(ladder, none.Standing, "2026-12-11");
    }

    [Fact]
    public void A_grace_holds_the_tier_for_its_days_and_not_one_more()
    {
        var ladder = Ladders.Plain(LadderSpan.LastDays(30), grace: 5);
        var began = Review(ladder, Gold, "2026-12-01");
        began.Moves.ShouldBe([new TierMove(TierEvent.GraceBegan, "gold", "gold")]);
        began.Standing.ShouldBe(Gold with { GraceUntil = Clubs.Day("2026-12-05") });
        Nothing(ladder, began.Standing, "2026-12-01");
        Nothing(ladder, began.Standing, "2026-12-05");
        var fell = Review(ladder, began.Standing, "2026-12-06");
        fell.Moves.ShouldBe([new TierMove(TierEvent.Fell, "gold", "silver")]);
        fell.Standing.ShouldBe(new Standing("silver", Clubs.Day("2026-12-06")));
        Nothing(ladder, fell.Standing, "2026-12-06");
    }

    [Fact]
    public void Within_the_grace_the_tier_is_kept_by_reaching_it_again()
    {
        var ladder = Ladders.Plain(LadderSpan.LastDays(30), grace: 5);
        var held = Gold with { GraceUntil = Clubs.Day("2026-12-05") };
        var kept = Review(ladder, held, "2026-12-03", [.. Days, Ladders.Day("2026-12-02", 2_000)]);
        kept.Moves.ShouldBe([new TierMove(TierEvent.Kept, "gold", "gold")]);
        kept.Standing.ShouldBe(Gold);
    }

    [Fact]
    public void A_review_lifts_whom_no_sale_has_lifted()
    {
        var ladder = Ladders.Plain(LadderSpan.LastDays(30));
        var rose = Review(ladder, Standing.None, "2026-11-12");
        rose.Moves.ShouldBe([new TierMove(TierEvent.Rose, null, "gold")]);
        rose.Standing.ShouldBe(new Standing("gold", Clubs.Day("2026-11-12")));
        Nothing(ladder, Standing.None, "2027-11-12");
    }

    [Fact]
    public void One_step_is_held_for_another_window_before_the_next()
    {
        var ladder = Ladders.Plain(LadderSpan.LastDays(30), FallRule.OneStep);
        var platinum = new Standing("platinum", Start);
        var first = Review(ladder, platinum, "2027-02-01", []);
        first.Moves.ShouldBe([new TierMove(TierEvent.Fell, "platinum", "gold")]);
        first.Standing.ShouldBe(new Standing("gold", Clubs.Day("2027-02-01"), Clubs.Day("2027-03-02")));
        Nothing(ladder, first.Standing, "2027-02-01", []);
        Nothing(ladder, first.Standing, "2027-03-02", []);
        var second = Review(ladder, first.Standing, "2027-03-03", []);
        second.Standing.ShouldBe(new Standing("silver", Clubs.Day("2027-03-03"), Clubs.Day("2027-04-01")));
        var third = Review(ladder, second.Standing, "2027-04-02", []);
        third.Moves.ShouldBe([new TierMove(TierEvent.Fell, "silver", null)]);
        third.Standing.ShouldBe(Standing.None);
    }

    [Fact]
    public void One_step_has_its_grace_before_and_behind()
    {
        var ladder = Ladders.Plain(LadderSpan.LastDays(30), FallRule.OneStep, grace: 5);
        var platinum = new Standing("platinum", Start);
        var began = Review(ladder, platinum, "2027-02-01", []);
        began.Standing.ShouldBe(platinum with { GraceUntil = Clubs.Day("2027-02-05") });
        var first = Review(ladder, began.Standing, "2027-02-06", []);
        first.Standing.ShouldBe(new Standing("gold", Clubs.Day("2027-02-06"), Clubs.Day("2027-03-12")));
    }

    [Fact]
    public void One_step_that_the_sums_reach_is_as_any_other_and_what_they_give_is_never_passed()
    {
        var ladder = Ladders.Plain(LadderSpan.LastDays(30), FallRule.OneStep);
        Review(ladder, Gold, "2026-12-01").Standing.ShouldBe(new Standing("silver", Clubs.Day("2026-12-01")));
        var platinum = new Standing("platinum", Start);
        TierDay[] reachesGold = [Ladders.Day("2026-11-11", 3_500)];
        Review(ladder, platinum, "2026-12-01", reachesGold)
            .Standing.ShouldBe(new Standing("gold", Clubs.Day("2026-12-01")));
    }

    [Fact]
    public void One_step_passes_over_tiers_by_invitation()
    {
        var plain = Ladders.Plain(LadderSpan.LastDays(30), FallRule.OneStep);
        var ladder = plain with { Tiers = [plain.Tiers[0], Ladders.Tier("friend", "دوست", true), plain.Tiers[1]] };
        Review(ladder, Gold, "2027-12-01").Moves.ShouldBe([new TierMove(TierEvent.Fell, "gold", "silver")]);
    }

    [Fact]
    public void Where_nobody_falls_nobody_falls()
    {
        var ladder = Ladders.Plain(LadderSpan.LastDays(30), FallRule.Never, grace: 5, warn: 14);
        Nothing(ladder, Gold, "2027-12-01");
    }

    [Fact]
    public void Of_a_year_nobody_falls_before_its_turn_and_then_by_the_year_that_ended()
    {
        var ladder = Ladders.Plain(LadderSpan.Year);
        TierDay[] days = [Ladders.Day("2025-06-01", 9_500), Ladders.Day("2026-06-01", 3_100)];
        var platinum = new Standing("platinum", Clubs.Day("2025-06-01"));
        // 1404 gave platinum, which is held through 1405; 1405 gives gold, for 1406.
        Nothing(ladder, platinum, "2026-03-21", days);
        Nothing(ladder, platinum, "2027-03-20", days);
        var fell = Review(ladder, platinum, "2027-03-21", days);
        fell.Moves.ShouldBe([new TierMove(TierEvent.Fell, "platinum", "gold")]);
        fell.Standing.ShouldBe(new Standing("gold", Clubs.Day("2027-03-21")));
        Nothing(ladder, fell.Standing, "2028-03-19", days);
        Review(ladder, fell.Standing, "2028-03-20", days).Standing.ShouldBe(Standing.None);
    }

    [Fact]
    public void One_step_of_a_year_is_one_a_year()
    {
        var ladder = Ladders.Plain(LadderSpan.Year, FallRule.OneStep, grace: 10);
        var platinum = new Standing("platinum", Clubs.Day("2025-06-01"));
        var began = Review(ladder, platinum, "2027-03-21", []);
        began.Standing.GraceUntil.ShouldBe(Clubs.Day("2027-03-30"));
        var fell = Review(ladder, began.Standing, "2027-03-31", []);
        // The next turn is 1 Farvardin 1407, the 20th of March 2028.
        fell.Standing.ShouldBe(new Standing("gold", Clubs.Day("2027-03-31"), Clubs.Day("2028-03-29")));
        Nothing(ladder, fell.Standing, "2028-03-29", []);
        Review(ladder, fell.Standing, "2028-03-30", [])
            .Moves.ShouldBe([new TierMove(TierEvent.Fell, "gold", "silver")]);
    }

    [Fact]
    public void A_membership_year_turns_on_its_anniversary()
    {
        var ladder = Ladders.Plain(LadderSpan.Anniversary);
        TierDay[] days = [new(Clubs.Jalali(1404, 2, 21), Ladders.Sums(3_000))];
        Moved On(DateOnly day) =>
            Climb.Review(ladder, Gold, days, ladder.Span.On(Clubs.Tehran, Clubs.Day("2024-05-10"), day));

        // Bought in the year of membership that began on 21 Ordibehesht 1404, and held through the one after it.
        On(Clubs.Jalali(1405, 2, 20)).Moves.ShouldBeEmpty();
        On(Clubs.Jalali(1406, 2, 20)).Moves.ShouldBeEmpty();
        On(Clubs.Jalali(1406, 2, 21)).Moves.ShouldBe([new TierMove(TierEvent.Fell, "gold", null)]);
    }

    [Fact]
    public void A_placement_ends_the_day_after_its_last()
    {
        var ladder = Ladders.Plain(LadderSpan.LastDays(30));
        var placed = new Standing("silver", Start, Placed: new Placement("platinum", Clubs.Day("2026-11-20")));
        TierDay[] days = [Ladders.Day("2026-11-11", 1_000)];
        Nothing(ladder, placed, "2026-11-20", days);
        var ended = Review(ladder, placed, "2026-11-21", days);
        ended.Moves.ShouldBe([new TierMove(TierEvent.PlacementEnded, "platinum", null)]);
        ended.Standing.ShouldBe(new Standing("silver", Start));
        Nothing(ladder, ended.Standing, "2026-11-21", days);
        var both = Review(ladder, placed, "2026-12-21", days);
        both.Moves.ShouldBe([
            new TierMove(TierEvent.PlacementEnded, "platinum", null),
            new TierMove(TierEvent.Fell, "silver", null),
        ]);
        both.Standing.ShouldBe(Standing.None);
        Nothing(ladder, placed with { Placed = new Placement("platinum", null) }, "2026-12-10", days);
    }

    [Fact]
    public void A_tier_that_is_no_longer_on_the_ladder_is_lost_or_becomes_what_the_sums_give()
    {
        var ladder = Ladders.Plain(LadderSpan.LastDays(30));
        var gone = new Standing("gone", Start);
        Review(ladder, gone, "2026-11-11").Moves.ShouldBe([new TierMove(TierEvent.Rose, "gone", "gold")]);
        var lost = Review(ladder, gone, "2027-11-11");
        lost.Moves.ShouldBe([new TierMove(TierEvent.Fell, "gone", null)]);
        lost.Standing.ShouldBe(Standing.None);
    }

    [Fact]
    public void A_fall_is_told_once_so_many_days_before()
    {
        var ladder = Ladders.Plain(LadderSpan.LastDays(30), warn: 7);
        // It falls on 1 December.
        Nothing(ladder, Gold, "2026-11-23");
        var warned = Review(ladder, Gold, "2026-11-24");
        warned.Moves.ShouldBe([new TierMove(TierEvent.Warned, "gold", "gold")]);
        warned.Standing.ShouldBe(Gold with { WarnedOf = Clubs.Day("2026-12-01") });
        Nothing(ladder, warned.Standing, "2026-11-24");
        Nothing(ladder, warned.Standing, "2026-11-30");
        Review(ladder, warned.Standing, "2026-12-01")
            .Standing.ShouldBe(new Standing("silver", Clubs.Day("2026-12-01")));
        TierDay[] more = [.. Days, Ladders.Day("2026-11-25", 2_000)];
        Nothing(ladder, warned.Standing, "2026-12-01", more);
        // What he bought holds it to 10 December; of that fall he is told anew.
        Nothing(ladder, warned.Standing, "2026-12-03", more);
        var again = Review(ladder, warned.Standing, "2026-12-04", more);
        again.Standing.WarnedOf.ShouldBe(Clubs.Day("2026-12-11"));
        // A fall that is put off by a day each day is told no more often than it was said to come.
        var soon = Gold with
        {
            WarnedOf = Clubs.Day("2026-12-06"),
        };
        Nothing(ladder, soon, "2026-12-05", more);
        Review(ladder, soon, "2026-12-06", more).Standing.WarnedOf.ShouldBe(Clubs.Day("2026-12-11"));
        Nothing(Ladders.Plain(LadderSpan.LastDays(30)), Gold, "2026-11-30");
    }

    [Fact]
    public void With_a_grace_the_warning_is_of_its_end()
    {
        var ladder = Ladders.Plain(LadderSpan.LastDays(30), grace: 5, warn: 7);
        var warned = Review(ladder, Gold, "2026-11-29");
        warned.Standing.ShouldBe(Gold with { WarnedOf = Clubs.Day("2026-12-06") });
        var began = Review(ladder, warned.Standing, "2026-12-01");
        began.Moves.ShouldBe([new TierMove(TierEvent.GraceBegan, "gold", "gold")]);
        began.Standing.WarnedOf.ShouldBe(Clubs.Day("2026-12-06"));
        var late = Review(ladder, Gold, "2026-12-01");
        late.Moves.ShouldBe([
            new TierMove(TierEvent.GraceBegan, "gold", "gold"),
            new TierMove(TierEvent.Warned, "gold", "gold"),
        ]);
    }

    [Fact]
    public void Ladders_do_not_know_of_each_other()
    {
        var money = Ladders.Plain(LadderSpan.LastDays(30));
        var visits = new Ladder(
            "visits",
            new Core.Values.LocalText("خریدها", null),
            LadderSpan.LastDays(5),
            [Ladders.Tier("regular", "همیشگی", true, new Requirement(RequirementKind.Visits, 1))],
            FallRule.Recalculated,
            0,
            0
        );
        Review(money, Gold, "2026-11-30").Standing.Tier.ShouldBe("gold");
        Review(visits, new Standing("regular", Start), "2026-11-30").Standing.ShouldBe(Standing.None);
    }
}
