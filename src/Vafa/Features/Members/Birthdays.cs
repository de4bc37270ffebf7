using System.Globalization;
using Vafa.Core.Values;

namespace Vafa.Features.Members;

/// <summary>
/// Birthdays as keys of members: month and day in both calendars, so that those of the next days are a range of the
/// index whichever calendar the club keeps.
/// </summary>
internal static class Birthdays
{
    /// <summary>After every key of one month and day, which go on with a space.</summary>
    private const char AfterSpace = '!';

    public static IEnumerable<MemberKey> Keys(Guid member, DateOnly birth)
    {
        var jalali = JalaliDate.FromGregorian(birth);
        yield return Key(member, MemberKey.JalaliBirthday, Code(jalali.Month, jalali.Day));
        yield return Key(member, MemberKey.GregorianBirthday, Code(birth.Month, birth.Day));
    }

    /// <summary>
    /// Where the keys of the birthdays kept on these days lie, a day after another. On the last day of Esfand or
    /// February of a common year those of the leap day are kept, too (semantics 18).
    /// </summary>
    public static IEnumerable<(DateOnly Day, KeyRange Range)> Of(ClubTime time, DateOnly first, int days)
    {
        for (var day = first; day < first.AddDays(days); day = day.AddDays(1))
        {
            yield return (day, time.Calendar == ClubCalendar.Jalali ? Jalali(day) : Gregorian(day));
        }
    }

    private static KeyRange Jalali(DateOnly day)
    {
        var date = JalaliDate.FromGregorian(day);
        var withLeapDay = date is { Month: 12, Day: 29 } && !JalaliDate.IsLeap(date.Year);
        return Range(MemberKey.JalaliBirthday, date.Month, date.Day, withLeapDay ? date.Day + 1 : date.Day);
    }

    private static KeyRange Gregorian(DateOnly day)
    {
        var withLeapDay = day is { Month: 2, Day: 28 } && !DateTime.IsLeapYear(day.Year);
        return Range(MemberKey.GregorianBirthday, day.Month, day.Day, withLeapDay ? day.Day + 1 : day.Day);
    }

    private static KeyRange Range(string kind, int month, int first, int last) =>
        new(kind, Code(month, first) + ' ', Code(month, last) + AfterSpace);

    private static string Code(int month, int day) =>
        string.Create(CultureInfo.InvariantCulture, $"{month:00}{day:00}");

    private static MemberKey Key(Guid member, string kind, string code) =>
        new()
        {
            Kind = kind,
            Value = $"{code} {member:N}",
            MemberId = member,
        };
}
