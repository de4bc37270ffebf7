using Vafa.Core.Ledger;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Ledger;

/// <summary>In which group of age and of end a lot stands.</summary>
public sealed class LotGroupsTests
{
    private static readonly ClubTime Time = new(
        TimeZoneInfo.Utc,
        ClubCalendar.Jalali,
        TimeOnly.MinValue,
        DayOfWeek.Saturday
    );

    // 30 Esfand 1403, the last day of a leap year.
    private static readonly DateOnly Today = new JalaliDate(1403, 12, 30).ToGregorian();
    private static readonly DateTimeOffset Now = Time.StartOf(Today).AddHours(9);
    private static readonly LotBounds Bounds = LotBounds.At(Time, Now);

    [Theory]
    [InlineData(0, LotAge.Days30)]
    [InlineData(30, LotAge.Days30)]
    [InlineData(31, LotAge.Days90)]
    [InlineData(90, LotAge.Days90)]
    [InlineData(91, LotAge.Days180)]
    [InlineData(180, LotAge.Days180)]
    [InlineData(181, LotAge.Days365)]
    [InlineData(365, LotAge.Days365)]
    [InlineData(366, LotAge.Older)]
    public void Age_is_counted_in_business_days(int days, LotAge age) =>
        Assert.Equal(age, Bounds.AgeOf(Lot(1, Today.AddDays(-days), null)));

    [Theory]
    [InlineData(0, LotEnd.Ended)]
    [InlineData(1, LotEnd.Week)]
    [InlineData(7, LotEnd.Week)]
    [InlineData(8, LotEnd.Month)]
    [InlineData(30, LotEnd.Month)]
    [InlineData(31, LotEnd.Quarter)]
    [InlineData(92, LotEnd.Quarter)]
    [InlineData(94, LotEnd.Year)]
    [InlineData(364, LotEnd.Year)]
    [InlineData(366, LotEnd.Later)]
    public void The_end_is_seen_from_now_in_months_of_the_clubs_calendar(int days, LotEnd end) =>
        Assert.Equal(end, Bounds.EndOf(Lot(1, Today, Time.StartOf(Today.AddDays(days)))));

    [Fact]
    public void A_year_from_the_last_day_of_a_leap_year_is_the_last_day_of_a_common_one()
    {
        Assert.Equal(Time.StartOf(new JalaliDate(1404, 12, 29).ToGregorian()), Bounds.Year);
        Assert.Equal(Time.StartOf(new JalaliDate(1404, 1, 30).ToGregorian()), Bounds.Month);
    }

    [Fact]
    public void Debts_and_what_waits_stand_apart()
    {
        Assert.Equal(LotEnd.Debt, Bounds.EndOf(Lot(-1, Today, null)));
        Assert.Equal(LotAge.Unknown, Bounds.AgeOf(Lot(-1, Today, null)));
        Assert.Equal(LotAge.Unknown, Bounds.AgeOf(Lot(1, null, null)));
        Assert.Equal(LotEnd.Never, Bounds.EndOf(Lot(1, Today, null)));
        Assert.Equal(LotEnd.Waiting, Bounds.EndOf(Lot(1, Today, null, Now.AddDays(1))));
        Assert.Equal(LotEnd.Waiting, Bounds.EndOf(Lot(1, Today, Now.AddDays(2), Core.Ledger.Lot.NotYet)));
        Assert.Equal(LotEnd.Ended, Bounds.EndOf(Lot(1, Today, Now, Core.Ledger.Lot.NotYet)));
    }

    private static Lot Lot(long remaining, DateOnly? day, DateTimeOffset? end, DateTimeOffset? from = null) =>
        new()
        {
            No = 1,
            Unit = "credit",
            Amount = 1,
            Remaining = remaining,
            AvailableFrom = from ?? Now.AddDays(-400),
            ExpiresAt = end,
            Day = day,
        };
}
