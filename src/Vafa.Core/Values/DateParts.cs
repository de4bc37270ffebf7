using System.Globalization;

namespace Vafa.Core.Values;

/// <summary>The three numbers of a written date, year first, before anyone asks which calendar they are of.</summary>
internal static class DateParts
{
    /// <summary>
    /// Four digits, one or two, one or two, with the same separator "/" or "-" between them; else nothing.
    /// </summary>
    public static (int Year, int Month, int Day)? Read(string text)
    {
        var written = PersianText.Digits(text).Trim();
        if (written.Length is < 8 or > 10 || written[4] is not ('-' or '/'))
        {
            return null;
        }

        var parts = written.Split(written[4]);
        return
            parts.Length == 3
            && parts[0].Length == 4
            && Number(parts[0]) is { } year
            && Number(parts[1]) is { } month
            && Number(parts[2]) is { } day
            ? (year, month, day)
            : null;
    }

    private static int? Number(string digits) =>
        digits.Length is 1 or 2 or 4
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
