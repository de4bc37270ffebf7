namespace Vafa.Core.Values;

/// <summary>Birth dates as people write them.</summary>
public static class BirthDate
{
    /// <summary>
    /// Reads "1990-05-12" as Gregorian and a year from 1200 to 1500 as Jalali, with "-" or "/" and in Latin, Persian or
    /// Arabic digits (semantics 18). Gregorian years from 1800. Refused: birthDate.invalid.
    /// </summary>
    public static Outcome<DateOnly> Parse(string text)
    {
        if (DateParts.Read(text) is var (year, month, day))
        {
            if (new JalaliDate(year, month, day) is { IsReal: true } jalali)
            {
                return jalali.ToGregorian();
            }

            if (year >= 1800 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month))
            {
                return new DateOnly(year, month, day);
            }
        }

        return new Refusal("birthDate.invalid", "", text);
    }

    /// <summary>The same, and refused with birthDate.future when it lies after <paramref name="today"/>.</summary>
    public static Outcome<DateOnly> Parse(string text, DateOnly today)
    {
        var read = Parse(text);
        return !read.IsRefused && read.Value > today ? new Refusal("birthDate.future", "", text) : read;
    }
}
