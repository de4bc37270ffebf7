using System.Globalization;
using Vafa.Core.Values;

namespace Vafa.Ui;

/// <summary>The one place that writes dates: in the club's calendar and zone, in the reader's language.</summary>
public sealed class Dates(Wording words, ClubTime time, DateTimeOffset now)
{
    /// <summary>«سه‌شنبه ۱۲ آبان ۱۴۰۵».</summary>
    public string Long(DateTimeOffset at) => Long(DayOf(at));

    public string Long(DateOnly day) => $"{Weekday(day)} {WithoutWeekday(day)}";

    /// <summary>«۱۲ آبان ۱۴۰۵».</summary>
    public string Plain(DateTimeOffset at) => WithoutWeekday(DayOf(at));

    /// <summary>«سه‌شنبه ۱۲ آبان ۱۴۰۵، ۱۴:۰۵».</summary>
    public string Full(DateTimeOffset at) => words.Say($"{Long(at)}، {Clock(at)}", $"{Long(at)}, {Clock(at)}");

    /// <summary>«۱۴۰۵/۰۸/۱۲».</summary>
    public string Short(DateTimeOffset at) => Short(DayOf(at));

    public string Short(DateOnly day) =>
        words.Digits(
            time.Calendar == ClubCalendar.Jalali
                ? JalaliDate.FromGregorian(day).ToString()
                : day.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture)
        );

    /// <summary>«۱۴:۰۵» on the club's wall.</summary>
    public string Clock(DateTimeOffset at) =>
        words.Digits(time.WallClock(at).ToString("HH:mm", CultureInfo.InvariantCulture));

    /// <summary>Near times in words: «۱۰ دقیقه پیش»، «امروز ۱۴:۰۵»، «دیروز ۱۴:۰۵»; the rest «۱۲ آبان ۱۴۰۵».</summary>
    public string Near(DateTimeOffset at)
    {
        var ago = now - at;
        if (ago >= TimeSpan.Zero && ago < TimeSpan.FromMinutes(1))
        {
            return words.Say("همین حالا", "just now");
        }

        if (ago >= TimeSpan.Zero && ago < TimeSpan.FromHours(1))
        {
            var minutes = words.Number((long)ago.TotalMinutes);
            return words.Say($"{minutes} دقیقه پیش", $"{minutes} min ago");
        }

        return (DayOf(at).DayNumber - DayOf(now).DayNumber) switch
        {
            0 => $"{words.Say("امروز", "today")} {Clock(at)}",
            -1 => $"{words.Say("دیروز", "yesterday")} {Clock(at)}",
            1 => words.Say("فردا", "tomorrow"),
            _ => WithoutWeekday(DayOf(at)),
        };
    }

    /// <summary>Like <see cref="Near"/>, and far days with their hour: «۱۲ آبان ۱۴۰۵، ۱۴:۰۵».</summary>
    public string NearWithHour(DateTimeOffset at) =>
        DayOf(now).DayNumber - DayOf(at).DayNumber is 0 or 1
            ? Near(at)
            : words.Say($"{Near(at)}، {Clock(at)}", $"{Near(at)}, {Clock(at)}");

    /// <summary>How long ago, in the largest fitting measure: «۱۲ روز پیش»، «۳ ماه پیش».</summary>
    public string Ago(DateTimeOffset at)
    {
        var days = DayOf(now).DayNumber - DayOf(at).DayNumber;
        return days switch
        {
            <= 1 => Near(at),
            < 31 => words.Say($"{words.Number(days)} روز پیش", $"{words.Number(days)} days ago"),
            < 365 => Count(days / 30, "ماه پیش", "month", "months"),
            _ => Count(days / 365, "سال پیش", "year", "years"),
        };
    }

    private string Count(int number, string fa, string one, string many) =>
        words.Say($"{words.Number(number)} {fa}", $"{words.Number(number)} {(number == 1 ? one : many)} ago");

    private DateOnly DayOf(DateTimeOffset at) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, time.Zone).DateTime);

    private string Weekday(DateOnly day) => JalaliDate.WeekdayName(day.DayOfWeek, words.Persian);

    private string WithoutWeekday(DateOnly day)
    {
        if (time.Calendar == ClubCalendar.Jalali)
        {
            var jalali = JalaliDate.FromGregorian(day);
            return words.Digits(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{jalali.Day} {jalali.MonthName(words.Persian)} {jalali.Year}"
                )
            );
        }

        return words.Digits(string.Create(CultureInfo.InvariantCulture, $"{day.Day} {MonthName(day)} {day.Year}"));
    }

    /// <summary>The month that a day lies in, in the club's calendar: «آبان».</summary>
    public string MonthName(DateOnly day) =>
        time.Calendar == ClubCalendar.Jalali ? JalaliDate.FromGregorian(day).MonthName(words.Persian)
        : words.Persian ? GregorianFa[day.Month - 1]
        : CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(day.Month);

    private static readonly string[] GregorianFa =
    [
        "ژانویه",
        "فوریه",
        "مارس",
        "آوریل",
        "مه",
        "ژوئن",
        "ژوئیه",
        "اوت",
        "سپتامبر",
        "اکتبر",
        "نوامبر",
        "دسامبر",
    ];
}
