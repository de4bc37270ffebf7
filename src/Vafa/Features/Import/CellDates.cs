using System.Globalization;
using System.Text.RegularExpressions;
using Vafa.Core.Values;

namespace Vafa.Features.Import;

/// <summary>Dates as old programs and spreadsheets write them.</summary>
internal static partial class CellDates
{
    private const int LeapDayThatNeverWas = 60;

    /// <summary>
    /// Year first with dashes, from 13690222, 1369.2.2, a spreadsheet's day number (33005), or a date with a clock
    /// behind it; anything else as it is.
    /// </summary>
    public static string Spelled(string written)
    {
        var text = PersianText.Digits(written).Trim();
        if (text.Length == 5 && text.All(char.IsAsciiDigit))
        {
            return OfSerial(int.Parse(text, CultureInfo.InvariantCulture)) ?? text;
        }

        if (text.Length == 8 && text.All(char.IsAsciiDigit))
        {
            return $"{text[..4]}-{text[4..6]}-{text[6..]}";
        }

        var clock = text.IndexOfAny([' ', 'T']);
        return (clock > 0 && text.Contains(':', StringComparison.Ordinal) ? text[..clock] : text).Replace('.', '-');
    }

    /// <summary>69/2/22: nobody can know the century.</summary>
    public static bool HasShortYear(string text) => ShortYear().IsMatch(text);

    /// <summary>A spreadsheet's number of a day, with its time of day if it has one; null when it is none.</summary>
    /// <param name="from1904">Counted from 1904, as old spreadsheets on a Mac do.</param>
    public static string? OfSerial(double serial, bool from1904 = false)
    {
        var days = from1904 ? serial + 1462 : serial;
        if (days is < 0 or > 2_900_000)
        {
            return null;
        }

        // Spreadsheets believe that 1900 was a leap year.
        var at = DateTime.FromOADate(days < LeapDayThatNeverWas ? days + 1 : days);
        var format =
            days < 1 ? "HH:mm:ss"
            : at.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd"
            : "yyyy-MM-dd HH:mm:ss";
        return at.ToString(format, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^\d{2}[-/]\d{1,2}[-/]\d{1,2}$|^\d{1,2}[-/]\d{1,2}[-/]\d{2}$", RegexOptions.None, 1_000)]
    private static partial Regex ShortYear();
}
