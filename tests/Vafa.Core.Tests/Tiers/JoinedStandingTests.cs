using Vafa.Core.Tiers;
using Xunit;

namespace Vafa.Core.Tests.Tiers;

/// <summary>Two members become one: the higher standing of each ladder stays.</summary>
public sealed class JoinedStandingTests
{
    private static readonly Ladder Ladder = Ladders.Plain(LadderSpan.Year);
    private static readonly DateOnly Day = new(2026, 11, 20);

    [Fact]
    public void The_higher_tier_comes_with_its_day_and_grace()
    {
        var own = new Standing("silver", Day);
        var other = new Standing("gold", Day.AddDays(-9), Day.AddDays(3));

        var moved = JoinedStanding.Of(Ladder, own, other);

        Assert.Equal(other, moved.Standing);
        Assert.Equal([new TierMove(TierEvent.Merged, "silver", "gold")], moved.Moves);
    }

    [Fact]
    public void A_lower_tier_of_the_other_changes_nothing()
    {
        var moved = JoinedStanding.Of(Ladder, new Standing("gold", Day), new Standing("silver", Day));

        Assert.False(moved.IsAny);
        Assert.Equal("gold", moved.Standing.Tier);
    }

    [Fact]
    public void Of_equal_tiers_the_one_without_grace_stays()
    {
        var fading = new Standing("gold", Day, Day.AddDays(2));
        var firm = new Standing("gold", Day.AddDays(1));

        Assert.Null(JoinedStanding.Of(Ladder, fading, firm).Standing.GraceUntil);
        Assert.False(JoinedStanding.Of(Ladder, firm, fading).IsAny);
    }

    [Fact]
    public void Placements_are_joined_on_their_own()
    {
        var own = new Standing("gold", Day, Placed: new Placement("silver", Day.AddDays(5)));
        var other = new Standing("silver", Day, Placed: new Placement("silver", null));

        var moved = JoinedStanding.Of(Ladder, own, other);

        Assert.Equal(("gold", null), (moved.Standing.Tier, moved.Standing.Placed!.Until));
        Assert.Equal([new TierMove(TierEvent.Placed, "silver", "silver")], moved.Moves);
    }

    [Fact]
    public void Parting_goes_back_by_moves_of_its_own()
    {
        var (before, now) = (Standing.None, new Standing("gold", Day, Placed: new Placement("gold", null)));

        var moved = JoinedStanding.To(now, before);

        Assert.Equal(
            [new TierMove(TierEvent.Merged, "gold", null), new TierMove(TierEvent.PlacementTaken, "gold", null)],
            moved.Moves
        );
    }
}
