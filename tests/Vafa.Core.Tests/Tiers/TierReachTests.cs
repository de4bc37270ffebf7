using Shouldly;
using Vafa.Core.Tests.Values;
using Vafa.Core.Tiers;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Tiers;

/// <summary>
/// Which tier sums reach: at each border, one below, one above, and across several borders in one purchase (a fault
/// that another product had for years); and what a sale does to a standing.
/// </summary>
public sealed class TierReachTests
{
    private static readonly DateOnly Today = Clubs.Day("2026-11-22");

    [Theory]
    [InlineData(0, null)]
    [InlineData(999, null)]
    [InlineData(1_000, "silver")]
    [InlineData(1_001, "silver")]
    [InlineData(2_999, "silver")]
    [InlineData(3_000, "gold")]
    [InlineData(3_001, "gold")]
    [InlineData(8_999, "gold")]
    [InlineData(9_000, "platinum")]
    [InlineData(9_001, "platinum")]
    [InlineData(1_000_000_000_000_000, "platinum")]
    public void A_tier_begins_exactly_at_its_border(long spent, string? tier)
    {
        var ladder = Ladders.Plain(LadderSpan.Year);
        ladder.At(ladder.Reached(Ladders.Sums(spent)))?.Code.ShouldBe(tier);
        ladder.At(ladder.Reached(Ladders.Now(spent)))?.Code.ShouldBe(tier);
        (ladder.Reached(Ladders.Sums(spent)) < 0).ShouldBe(tier is null);
    }

    [Theory]
    [InlineData(0, 999, null)]
    [InlineData(0, 1_000, "silver")]
    [InlineData(0, 3_000, "gold")]
    [InlineData(0, 9_000, "platinum")]
    [InlineData(999, 1, "silver")]
    [InlineData(999, 2_001, "gold")]
    [InlineData(1_000, 1_999, "silver")]
    [InlineData(1_000, 8_000, "platinum")]
    [InlineData(2_999, 6_001, "platinum")]
    public void One_purchase_may_pass_several_borders(long before, long purchase, string? tier)
    {
        var ladder = Ladders.Plain(LadderSpan.Year);
        var first = Climb.Rise(ladder, Standing.None, Ladders.Now(before), Today).Standing;
        var then = Climb.Rise(ladder, first, Ladders.Now(before + purchase), Today.AddDays(1));
        then.Standing.Tier.ShouldBe(tier);
        if (tier != first.Tier)
        {
            then.Moves.ShouldBe([new TierMove(TierEvent.Rose, first.Tier, tier)]);
            then.Standing.Since.ShouldBe(Today.AddDays(1));
        }
        else
        {
            then.IsAny.ShouldBeFalse();
            then.Standing.ShouldBe(first);
        }
    }

    [Fact]
    public void A_sale_never_lowers()
    {
        var ladder = Ladders.Plain(LadderSpan.LastDays(30));
        var gold = new Standing("gold", Today);
        foreach (var spent in new long[] { 0, 999, 1_000, 2_999, 3_000 })
        {
            var moved = Climb.Rise(ladder, gold, Ladders.Now(spent), Today.AddDays(9));
            moved.Standing.ShouldBe(gold);
            moved.Moves.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData(true, 10, 5, true)]
    [InlineData(true, 9, 5, false)]
    [InlineData(true, 10, 4, false)]
    [InlineData(false, 10, 4, true)]
    [InlineData(false, 9, 5, true)]
    [InlineData(false, 9, 4, false)]
    public void All_or_any_of_what_it_asks_for(bool needsAll, long spent, long points, bool reached) =>
        Ladders
            .Tier(
                "a",
                "الف",
                needsAll,
                new Requirement(RequirementKind.Spent, 10),
                new Requirement(RequirementKind.Earned, 5, "points")
            )
            .IsReachedBy(Ladders.Sums(spent, points: points))
            .ShouldBe(reached);

    [Fact]
    public void Visits_and_amounts_count_by_themselves()
    {
        var sums = Ladders.Sums(1, 2, 3);
        sums.Of(new Requirement(RequirementKind.Spent, 9)).ShouldBe(1);
        sums.Of(new Requirement(RequirementKind.Visits, 9)).ShouldBe(2);
        sums.Of(new Requirement(RequirementKind.Earned, 9, "points")).ShouldBe(3);
        sums.Of(new Requirement(RequirementKind.Earned, 9, "stamps")).ShouldBe(0);
        Should.Throw<ArgumentOutOfRangeException>(() => sums.Of(new Requirement((RequirementKind)9, 9)));
    }

    [Fact]
    public void One_by_invitation_is_reached_by_nothing()
    {
        var ladder = Ladders.Plain(LadderSpan.Year) with
        {
            Tiers = [Ladders.Spent("silver", "نقره‌ای", 1_000), Ladders.Tier("friend", "دوست", true)],
        };
        ladder.Reached(Ladders.Sums(999_999)).ShouldBe(0);
        (ladder.Tiers[1] with { NeedsAll = false }).IsReachedBy(Ladders.Sums(999_999)).ShouldBeFalse();
        (ladder.Tiers[0] with { ByInvitation = true }).IsReachedBy(Ladders.Sums(999_999)).ShouldBeFalse();
    }

    [Fact]
    public void The_year_that_ended_counts_as_well()
    {
        var ladder = Ladders.Plain(LadderSpan.Year);
        ladder.Reached(new Measured(Ladders.Sums(1_000), Ladders.Sums(3_000))).ShouldBe(1);
        ladder.Reached(new Measured(Ladders.Sums(9_000), Ladders.Sums(3_000))).ShouldBe(2);
        ladder.Reached(new Measured(Ladders.Sums(10), null)).ShouldBe(-1);
    }

    [Fact]
    public void The_higher_of_rule_and_placement_counts()
    {
        var ladder = Ladders.Plain(LadderSpan.Year);
        var standing = new Standing("silver", Today, Placed: new Placement("gold", Today));
        ladder.Effective(standing, Today)!.Code.ShouldBe("gold");
        ladder.Effective(standing, Today.AddDays(1))!.Code.ShouldBe("silver");
        ladder.Effective(standing with { Tier = "platinum" }, Today)!.Code.ShouldBe("platinum");
        ladder.Effective(standing with { Tier = null }, Today.AddDays(1)).ShouldBeNull();
        ladder
            .Effective(standing with { Placed = new Placement("gold", null) }, Today.AddYears(9))!
            .Code.ShouldBe("gold");
        ladder.Effective(standing with { Placed = new Placement("gone", null) }, Today)!.Code.ShouldBe("silver");
        ladder.Effective(Standing.None, Today).ShouldBeNull();
        ladder.TierOf("gold")!.Title.En.ShouldBe("Gold");
        ladder.TierOf("gone").ShouldBeNull();
        ladder.TierOf(null).ShouldBeNull();
    }

    [Fact]
    public void A_grace_ends_with_the_sale_that_reaches_the_tier_again()
    {
        var ladder = Ladders.Plain(LadderSpan.LastDays(30), grace: 10);
        var held = new Standing("gold", Today, Today.AddDays(9), new Placement("silver", null), Today.AddDays(10));
        Climb.Rise(ladder, held, Ladders.Now(2_999), Today).ShouldBe(new Moved(held, []), Compare);
        var kept = Climb.Rise(ladder, held, Ladders.Now(3_000), Today.AddDays(3));
        kept.Moves.ShouldBe([new TierMove(TierEvent.Kept, "gold", "gold")]);
        kept.Standing.ShouldBe(new Standing("gold", Today, null, new Placement("silver", null)));
        var rose = Climb.Rise(ladder, held, Ladders.Now(9_000), Today.AddDays(3));
        rose.Moves.ShouldBe([new TierMove(TierEvent.Rose, "gold", "platinum")]);
        rose.Standing.ShouldBe(new Standing("platinum", Today.AddDays(3), null, new Placement("silver", null)));
    }

    [Fact]
    public void A_person_places_and_takes_away()
    {
        var placed = Climb.Place(new Standing("silver", Today), new Placement("gold", Today));
        placed.Standing.ShouldBe(new Standing("silver", Today, Placed: new Placement("gold", Today)));
        placed.Moves.ShouldBe([new TierMove(TierEvent.Placed, null, "gold")]);
        var again = Climb.Place(placed.Standing, new Placement("platinum", null));
        again.Moves.ShouldBe([new TierMove(TierEvent.Placed, "gold", "platinum")]);
        var taken = Climb.Unplace(again.Standing);
        taken.Standing.ShouldBe(new Standing("silver", Today));
        taken.Moves.ShouldBe([new TierMove(TierEvent.PlacementTaken, "platinum", null)]);
        taken.IsAny.ShouldBeTrue();
        Climb.Unplace(taken.Standing).IsAny.ShouldBeFalse();
    }

    private static readonly IEqualityComparer<Moved> Compare = EqualityComparer<Moved>.Create(
        (a, b) => a!.Standing == b!.Standing && a.Moves.SequenceEqual(b.Moves)
    );
}
