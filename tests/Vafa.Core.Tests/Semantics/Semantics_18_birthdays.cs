using Shouldly;
using Vafa.Core.Tests.Values;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Semantics;

/// <summary>Rule 18: a birthday is the anniversary in the club's calendar.</summary>
public sealed class Semantics_18_birthdays
{
    private static readonly ClubTime Club = Clubs.Tehran;

    [Fact]
    public void It_is_kept_by_the_calendar_of_the_club()
    {
        var birth = Clubs.Jalali(1369, 2, 22);
        Club.AnniversaryIn(birth, 1405).ShouldBe(Clubs.Jalali(1405, 2, 22));
        Clubs.Gregorian.AnniversaryIn(birth, 2026).ShouldBe(Clubs.Day("2026-05-12"));
    }

    [Fact]
    public void Thirty_Esfand_is_kept_on_29_in_common_years()
    {
        var birth = Clubs.Jalali(1399, 12, 30);
        Club.AnniversaryIn(birth, 1403).ShouldBe(Clubs.Jalali(1403, 12, 30));
        Club.AnniversaryIn(birth, 1404).ShouldBe(Clubs.Jalali(1404, 12, 29));
        Clubs.Gregorian.AnniversaryIn(Clubs.Day("2000-02-29"), 2026).ShouldBe(Clubs.Day("2026-02-28"));
        Clubs.Gregorian.AnniversaryIn(Clubs.Day("2000-02-29"), 2028).ShouldBe(Clubs.Day("2028-02-29"));
    }

    [Theory]
    [InlineData(1404, 12, 26, 4)]
    [InlineData(1405, 1, 1, 0)]
    [InlineData(1405, 1, 3, -2)]
    public void The_window_may_cross_Nowruz(int year, int month, int day, int away)
    {
        var near = Club.AnniversaryNear(Clubs.Jalali(1370, 1, 1), Clubs.Jalali(year, month, day), 4, 2);
        near.ShouldBe(new Anniversary(Clubs.Jalali(1405, 1, 1), away, 1405));
    }

    [Theory]
    [InlineData(1404, 12, 27, 2)]
    [InlineData(1405, 1, 2, -2)]
    public void A_day_of_Esfand_reaches_into_the_new_year(int year, int month, int day, int away)
    {
        var near = Club.AnniversaryNear(Clubs.Jalali(1370, 12, 29), Clubs.Jalali(year, month, day), 4, 2);
        near.ShouldBe(new Anniversary(Clubs.Jalali(1404, 12, 29), away, 1404));
    }

    [Fact]
    public void Outside_the_window_there_is_none()
    {
        var birth = Clubs.Jalali(1370, 1, 1);
        Club.AnniversaryNear(birth, Clubs.Jalali(1404, 12, 24), 4, 2).ShouldBeNull();
        Club.AnniversaryNear(birth, Clubs.Jalali(1405, 1, 4), 4, 2).ShouldBeNull();
        Club.AnniversaryNear(birth, Clubs.Jalali(1405, 1, 1), 0, 0)!.Value.DaysAway.ShouldBe(0);
        Club.AnniversaryNear(birth, Clubs.Jalali(1405, 1, 2), 0, 0).ShouldBeNull();
    }

    [Fact]
    public void Of_two_anniversaries_in_a_wide_window_the_nearer_counts()
    {
        var birth = Clubs.Jalali(1370, 1, 1);
        Club.AnniversaryNear(birth, Clubs.Jalali(1405, 2, 1), 365, 365)!.Value.Year.ShouldBe(1405);
        Club.AnniversaryNear(birth, Clubs.Jalali(1405, 11, 1), 365, 365)!.Value.Year.ShouldBe(1406);
    }

    [Fact]
    public void The_day_of_birth_is_no_anniversary()
    {
        var birth = Clubs.Jalali(1405, 8, 30);
        Club.AnniversaryNear(birth, birth, 7, 7).ShouldBeNull();
        Club.NextAnniversary(birth, birth).Date.ShouldBe(Clubs.Jalali(1406, 8, 30));
    }

    [Fact]
    public void The_next_one_is_today_or_later()
    {
        var birth = Clubs.Jalali(1370, 9, 1);
        Club.NextAnniversary(birth, Clubs.Jalali(1405, 9, 1)).DaysAway.ShouldBe(0);
        Club.NextAnniversary(birth, Clubs.Jalali(1405, 9, 2)).Date.ShouldBe(Clubs.Jalali(1406, 9, 1));
    }

    [Fact]
    public void A_yearly_limit_counts_by_the_anniversary_and_not_by_the_calendar_year()
    {
        var birth = Clubs.Jalali(1370, 1, 1);
        Club.AnniversaryKey(birth, Clubs.Jalali(1404, 12, 28), 7, 7).ShouldBe("b1405");
        Club.AnniversaryKey(birth, Clubs.Jalali(1405, 1, 5), 7, 7).ShouldBe("b1405");
        Club.AnniversaryKey(birth, Clubs.Jalali(1405, 12, 28), 7, 7).ShouldBe("b1406");
        Club.AnniversaryKey(birth, Clubs.Jalali(1405, 6, 1), 7, 7).ShouldBeNull();
    }

    [Theory]
    [InlineData("1369/02/22")]
    [InlineData("1369-02-22")]
    [InlineData("1990-05-12")]
    public void A_birth_date_with_a_year_from_1200_to_1500_is_Jalali(string text) =>
        BirthDate.Parse(text).Value.ShouldBe(Clubs.Day("1990-05-12"));
}
