using Shouldly;
using Vafa.Core.Tests.Values;
using Vafa.Core.Tiers;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Tiers;

/// <summary>What is missing to the next tier and to stay in this one, in numbers and in words.</summary>
public sealed class TierProgressTests
{
    private static readonly DateOnly Today = Clubs.Day("2026-11-11");

    private static readonly Ladder Plain = Ladders.Plain(LadderSpan.LastDays(30));

    private static readonly Requirement[] Three =
    [
        new(RequirementKind.Spent, 2_400_000),
        new(RequirementKind.Visits, 5),
        new(RequirementKind.Earned, 90, "points"),
    ];

    private static Ladder Of(bool needsAll) => Plain with { Tiers = [Ladders.Tier("gold", "طلایی", needsAll, Three)] };

    [Fact]
    public void Money_to_the_next_tier()
    {
        var progress = TierProgress.Of(Plain, new Standing("silver", Today), Ladders.Sums(2_400), Today);
        progress.Held!.Code.ShouldBe("silver");
        progress.Next!.Code.ShouldBe("gold");
        progress.Ladder.ShouldBe(Plain);
        progress.Missing.Amounts.ShouldBe([new Requirement(RequirementKind.Spent, 600)]);
        progress.Sentence(Ladders.Fa).ShouldBe("۶۰ تومان تا طلایی");
        progress.Sentence(Ladders.En).ShouldBe("60 toman to Gold");
        progress.Percent(Ladders.Sums(2_400)).ShouldBe(80);
    }

    [Fact]
    public void All_that_is_missing_or_any_of_it()
    {
        var sums = Ladders.Sums(0, 4, 20);
        var all = TierProgress.Of(Of(needsAll: true), Standing.None, sums, Today);
        all.Held.ShouldBeNull();
        all.Sentence(Ladders.Fa).ShouldBe("۲۴۰٬۰۰۰ تومان و ۱ خرید و ۷۰ امتیاز تا طلایی");
        all.Sentence(Ladders.En).ShouldBe("240,000 toman and 1 visit and 70 points to Gold");
        all.Percent(sums).ShouldBe(0);
        all.Missing.Of(RequirementKind.Visits).ShouldBe(new Requirement(RequirementKind.Visits, 1));
        var any = TierProgress.Of(Of(needsAll: false), Standing.None, sums, Today);
        any.Sentence(Ladders.Fa).ShouldBe("۲۴۰٬۰۰۰ تومان یا ۱ خرید یا ۷۰ امتیاز تا طلایی");
        any.Sentence(Ladders.En).ShouldBe("240,000 toman or 1 visit or 70 points to Gold");
        any.Percent(sums).ShouldBe(80);
    }

    [Fact]
    public void What_is_reached_is_not_told()
    {
        var sums = Ladders.Sums(2_400_000, 3, 99);
        var all = TierProgress.Of(Of(needsAll: true), Standing.None, sums, Today);
        all.Missing.Amounts.ShouldBe([new Requirement(RequirementKind.Visits, 2)]);
        all.Missing.Of(RequirementKind.Spent).ShouldBeNull();
        all.Sentence(Ladders.En).ShouldBe("2 visits to Gold");
        all.Percent(sums).ShouldBe(60);
        all.Percent(Ladders.Sums(long.MaxValue, 5, 90)).ShouldBe(100);
        all.Percent(Ladders.Sums(-5, 5, 90)).ShouldBe(0);
        var any = TierProgress.Of(Of(needsAll: false), Standing.None, sums, Today);
        any.Missing.IsNone.ShouldBeTrue();
        any.Sentence(Ladders.Fa).ShouldBe("حد طلایی پر شده است");
        any.Sentence(Ladders.En).ShouldBe("Gold is reached");
    }

    [Fact]
    public void At_the_top_nothing_is_missing()
    {
        var progress = TierProgress.Of(Plain, new Standing("platinum", Today), Ladders.Sums(0), Today);
        progress.Next.ShouldBeNull();
        progress.Missing.IsNone.ShouldBeTrue();
        progress.Missing.NeedsAll.ShouldBeTrue();
        progress.Sentence(Ladders.Fa).ShouldBeNull();
        progress.Percent(Ladders.Sums(0)).ShouldBe(100);
    }

    [Fact]
    public void A_placement_counts_and_an_invitation_is_no_aim()
    {
        var ladder = Plain with { Tiers = [.. Plain.Tiers[..2], Ladders.Tier("friend", "دوست", true), Plain.Tiers[2]] };
        var placed = new Standing(Placed: new Placement("gold", Today));
        TierProgress.Of(ladder, placed, Ladders.Sums(0), Today).Next!.Code.ShouldBe("platinum");
        TierProgress.Of(ladder, placed, Ladders.Sums(0), Today.AddDays(1)).Next!.Code.ShouldBe("silver");
        var none = Plain with { Tiers = [Plain.Tiers[0], Ladders.Tier("friend", "دوست", true)] };
        TierProgress.Of(none, new Standing("silver"), Ladders.Sums(0), Today).Next.ShouldBeNull();
    }

    [Fact]
    public void A_fall_that_is_foreseen_says_what_keeps_it_off()
    {
        TierDay[] days = [Ladders.Day("2026-11-01", 3_000), Ladders.Day("2026-11-11", 1_000)];
        var ladder = Plain with { WarnDays = 7 };
        var gold = new Standing("gold", Today);
        var warning = TierWarning.Of(ladder, gold, days, ladder.On("2026-11-11"))!;
        warning.Held.Code.ShouldBe("gold");
        warning.To!.Code.ShouldBe("silver");
        warning.Falls.ShouldBe(Clubs.Day("2026-12-01"));
        warning.Missing.Amounts.ShouldBe([new Requirement(RequirementKind.Spent, 2_000)]);
        warning.Sentence(Ladders.Fa).ShouldBe("۲۰۰ تومان تا ۹ آذر ۱۴۰۵ برای ماندن در طلایی");
        warning.Sentence(Ladders.En).ShouldBe("200 toman by 2026-11-30 to stay Gold");
        warning.IsNear(ladder, Clubs.Day("2026-11-23")).ShouldBeFalse();
        warning.IsNear(ladder, Clubs.Day("2026-11-24")).ShouldBeTrue();
        warning.IsNear(ladder, Clubs.Day("2026-11-30")).ShouldBeTrue();
        warning.IsNear(ladder, Clubs.Day("2026-12-01")).ShouldBeFalse();
        warning.IsNear(Plain, Clubs.Day("2026-11-30")).ShouldBeFalse();
        TierWarning.Of(ladder, Standing.None, days, ladder.On("2026-11-11")).ShouldBeNull();
        // On the last day of a grace, what drops out on the day of falling no longer counts.
        var held = gold with
        {
            GraceUntil = Clubs.Day("2026-12-10"),
        };
        TierWarning
            .Of(ladder, held, days, ladder.On("2026-12-02"))!
            .Missing.Amounts.ShouldBe([new Requirement(RequirementKind.Spent, 3_000)]);
    }

    [Fact]
    public void One_step_falls_to_the_tier_below_and_the_lowest_to_none()
    {
        var ladder = Ladders.Plain(LadderSpan.LastDays(30), FallRule.OneStep, warn: 7);
        TierDay[] days = [Ladders.Day("2026-11-01", 9_000)];
        TierWarning.Of(ladder, new Standing("platinum"), days, ladder.On("2026-11-11"))!.To!.Code.ShouldBe("gold");
        TierDay[] few = [Ladders.Day("2026-11-01", 1_000)];
        TierWarning.Of(ladder, new Standing("silver"), few, ladder.On("2026-11-11"))!.To.ShouldBeNull();
        TierDay[] rest = [Ladders.Day("2026-11-01", 9_000), Ladders.Day("2026-11-02", 4_000)];
        TierWarning.Of(ladder, new Standing("platinum"), rest, ladder.On("2026-11-11"))!.To!.Code.ShouldBe("gold");
    }

    [Fact]
    public void Of_a_year_the_running_one_must_reach_it()
    {
        var ladder = Ladders.Plain(LadderSpan.Year, warn: 14);
        TierDay[] days = [Ladders.Day("2025-06-01", 9_500), Ladders.Day("2026-06-01", 3_100)];
        var warning = TierWarning.Of(ladder, new Standing("platinum"), days, ladder.On("2027-03-10"))!;
        warning.Falls.ShouldBe(Clubs.Day("2027-03-21"));
        warning.To!.Code.ShouldBe("gold");
        warning.Missing.Amounts.ShouldBe([new Requirement(RequirementKind.Spent, 5_900)]);
        warning.IsNear(ladder, Clubs.Day("2027-03-10")).ShouldBeTrue();
        TierWarning.Of(ladder, new Standing("gold"), days, ladder.On("2027-03-10")).ShouldBeNull();
    }
}
