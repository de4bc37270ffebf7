using Shouldly;
using Vafa.Core.Earning;
using Vafa.Core.Ledger;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Earning;

/// <summary>Caps held against what was earned before they were set.</summary>
public sealed class CapTrialTests
{
    private static readonly ClubTime Time = new(
        TimeZoneInfo.Utc,
        ClubCalendar.Gregorian,
        TimeOnly.MinValue,
        DayOfWeek.Saturday
    );

    private static readonly DateOnly First = new(2026, 3, 10);

    [Fact]
    public void Each_sale_is_cut_to_its_own_cap() =>
        Cut(new EarningCaps(100, null, null, null), Act(10, 80), Act(11, 130), Act(11, 250)).ShouldBe((2, 180));

    [Fact]
    public void A_day_and_a_month_end_and_begin_anew()
    {
        Cut(new EarningCaps(null, 100, null, null), Act(10, 80), Act(10, 80), Act(11, 80)).ShouldBe((1, 60));
        Cut(new EarningCaps(null, null, 100, null), Act(30, 80), Act(31, 80), Act(32, 80)).ShouldBe((1, 60));
    }

    [Fact]
    public void What_an_earlier_cut_left_free_is_there_for_the_next_sale() =>
        Cut(new EarningCaps(50, 100, null, null), Act(10, 90), Act(10, 50), Act(10, 50)).ShouldBe((2, 90));

    [Fact]
    public void What_came_before_the_first_day_counts_and_is_not_cut()
    {
        Cut(new EarningCaps(null, null, 100, null), Act(2, 90), Act(10, 80)).ShouldBe((1, 70));
        Cut(new EarningCaps(null, null, null, 100), before: 60, Act(2, 30), Act(10, 80)).ShouldBe((1, 70));
    }

    [Fact]
    public void What_offers_gave_counts_and_is_never_cut()
    {
        Cut(new EarningCaps(null, 100, null, null), Act(10, 0, beside: 500), Act(10, 80)).ShouldBe((1, 80));
        Cut(new EarningCaps(100, null, null, null), Act(10, 90, beside: 500)).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData(0, 60, 40)]
    [InlineData(50, 30, 20)]
    [InlineData(99, 0, 1)]
    [InlineData(100, 0, 0)]
    [InlineData(200, 0, 0)]
    public void A_refund_takes_from_both_parts_and_makes_nothing(long back, long capped, long beside) =>
        Act(10, 60, beside: 40).Less(back).ShouldBe(Act(10, capped, beside));

    [Theory]
    [InlineData(100, 1_000, true)]
    [InlineData(50, 1_000, false)]
    [InlineData(150, 1_000, false)]
    [InlineData(400, 1_000, false)]
    [InlineData(200, 399, false)]
    [InlineData(200, 400, true)]
    public void A_sale_was_paid_as_the_rules_let_it_or_not(long amount, long bill, bool passes)
    {
        var unit = new Unit("credit", new LocalText("اعتبار", "Credit"), new Worth(10_000), true, new Worth(10_000))
        {
            Spending = new SpendingRules(100, 300, 100, new Percent(5_000)),
        };
        Passes(unit).ShouldBe(passes);
        Passes(unit with { MaySpend = false }).ShouldBeFalse();
        Passes(unit with { Spending = unit.Spending with { Branches = ["other"] } }).ShouldBeFalse();
        Passes(unit with { Spending = unit.Spending with { Branches = ["main"] } }).ShouldBe(passes);
        // 2026-03-10 was a Tuesday.
        Passes(unit with { Spending = unit.Spending with { Weekdays = [DayOfWeek.Monday] } }).ShouldBeFalse();
        Passes(unit with { Spending = unit.Spending with { Weekdays = [DayOfWeek.Tuesday] } }).ShouldBe(passes);

        bool Passes(Unit of) => new SpentOnce(amount, new Money(bill), "main", First).Passes(of);
    }

    /// <param name="day">Of March 2026; 32 is the first of April.</param>
    private static EarnedOnce Act(int day, long capped, long beside = 0) =>
        new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).AddDays(day - 1), capped, beside);

    private static (int Times, long Amount) Cut(EarningCaps caps, params EarnedOnce[] acts) => Cut(caps, 0, acts);

    private static (int Times, long Amount) Cut(EarningCaps caps, long before, params EarnedOnce[] acts)
    {
        var cut = new CapTrial(caps, Time).Of(acts, First, before);
        return (cut.Times, cut.Amount);
    }
}
