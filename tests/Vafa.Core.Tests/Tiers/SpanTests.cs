using Shouldly;
using Vafa.Core.Tests.Values;
using Vafa.Core.Tiers;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Tiers;

/// <summary>Which days a ladder measures, in the club's calendar.</summary>
public sealed class SpanTests
{
    private static readonly DateOnly Joined = Clubs.Jalali(1403, 12, 30);

    [Fact]
    public void The_last_days_hold_today()
    {
        var window = LadderSpan.LastDays(30).On(Clubs.Tehran, Joined, Clubs.Day("2026-11-30"));
        window.ShouldBe(new MeasuredDays(Clubs.Day("2026-11-01"), Clubs.Day("2026-11-30"), null, null));
        window.First.ShouldBe(Clubs.Day("2026-11-01"));
        window.Length.ShouldBe(30);
    }

    [Theory]
    [InlineData(1405, 1, 1, 1405, 1404, 1406)]
    [InlineData(1404, 12, 29, 1404, 1403, 1405)]
    [InlineData(1403, 12, 30, 1403, 1402, 1404)]
    [InlineData(1404, 1, 1, 1404, 1403, 1405)]
    public void A_year_turns_on_the_first_of_Farvardin(int year, int month, int day, int from, int ended, int turn)
    {
        var today = Clubs.Jalali(year, month, day);
        var window = LadderSpan.Year.On(Clubs.Tehran, Joined, today);
        window.ShouldBe(
            new MeasuredDays(Clubs.Jalali(from, 1, 1), today, Clubs.Jalali(ended, 1, 1), Clubs.Jalali(turn, 1, 1))
        );
        window.First.ShouldBe(Clubs.Jalali(ended, 1, 1));
    }

    [Fact]
    public void A_Gregorian_club_turns_in_January() =>
        LadderSpan
            .Year.On(Clubs.Gregorian, Joined, Clubs.Day("2024-12-31"))
            .ShouldBe(
                new MeasuredDays(
                    Clubs.Day("2024-01-01"),
                    Clubs.Day("2024-12-31"),
                    Clubs.Day("2023-01-01"),
                    Clubs.Day("2025-01-01")
                )
            );

    [Theory]
    [InlineData(1404, 12, 28, 1403, 30, 1402, 29, 1404, 29)]
    [InlineData(1404, 12, 29, 1404, 29, 1403, 30, 1405, 29)]
    [InlineData(1405, 1, 1, 1404, 29, 1403, 30, 1405, 29)]
    [InlineData(1408, 12, 29, 1407, 29, 1406, 29, 1408, 30)]
    [InlineData(1408, 12, 30, 1408, 30, 1407, 29, 1409, 29)]
    public void Who_joined_on_30_Esfand_turns_on_29_in_common_years(
        int year,
        int month,
        int day,
        int from,
        int fromDay,
        int ended,
        int endedDay,
        int turn,
        int turnDay
    )
    {
        var today = Clubs.Jalali(year, month, day);
        LadderSpan
            .Anniversary.On(Clubs.Tehran, Joined, today)
            .ShouldBe(
                new MeasuredDays(
                    Clubs.Jalali(from, 12, fromDay),
                    today,
                    Clubs.Jalali(ended, 12, endedDay),
                    Clubs.Jalali(turn, 12, turnDay)
                )
            );
    }

    [Fact]
    public void Other_spans_are_none()
    {
        Should.Throw<InvalidOperationException>(() => new LadderSpan((SpanKind)9, 1).On(Clubs.Tehran, Joined, Joined));
        LadderSpan.Anniversary.Days.ShouldBe(0);
    }

    [Fact]
    public void Days_add_up_with_both_ends_and_by_unit()
    {
        TierDay[] days =
        [
            Ladders.Day("2026-01-01", 1, 1, 5),
            Ladders.Day("2026-01-02", 10, 2),
            Ladders.Day("2026-01-03", 100, 3, 7),
            Ladders.Day("2026-01-04", 1_000, 4, 9),
        ];
        var sums = TierSums.Of(days, Clubs.Day("2026-01-01"), Clubs.Day("2026-01-03"));
        sums.Spent.ShouldBe(new Money(111));
        sums.Visits.ShouldBe(6);
        sums.EarnedOf("points").ShouldBe(12);
        sums.EarnedOf("stamps").ShouldBe(0);
        sums.EarnedOf(null).ShouldBe(0);
        var more = sums.Plus(new TierSums(new Money(1), 1, [new Core.Ledger.UnitAmount("stamps", 4)]));
        more.EarnedOf("stamps").ShouldBe(4);
        more.EarnedOf("points").ShouldBe(12);
        var measured = Measured.On(
            days,
            new MeasuredDays(Clubs.Day("2026-01-03"), Clubs.Day("2026-01-03"), Clubs.Day("2026-01-02"), null)
        );
        measured.Running.Spent.ShouldBe(new Money(100));
        measured.Ended!.Spent.ShouldBe(new Money(10));
        Measured
            .On(days, LadderSpan.LastDays(1).On(Clubs.Tehran, Joined, Clubs.Day("2026-01-04")))
            .Ended.ShouldBeNull();
    }
}
