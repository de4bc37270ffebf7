using System.Globalization;
using Vafa.Core.Values;

namespace Vafa.Features.Import;

/// <summary>
/// Reads the mapped cells of one row after the other. What can't be read becomes the row's reason to be rejected; the
/// first one counts.
/// </summary>
public sealed class CellReader(Mapping mapping, ClubTime time)
{
    private static readonly string[] Clocks = ["HH:mm:ss", "HH:mm", "H:mm", "H:mm:ss", "HH:mm:ss.FFFFFFF"];

    private TableRow row = new(0, [], IsBroken: false);

    public TableRow Row
    {
        get => row;
        set => (row, Reason) = (value, null);
    }

    /// <summary>Why the row can't be taken; null so far.</summary>
    public RowReason? Reason { get; private set; }

    /// <summary>Numbers that were rounded because the file has more decimals than are kept.</summary>
    public long Rounded { get; private set; }

    public bool Has(string field) => mapping.Has(field);

    public DateOnly DayOf(DateTimeOffset at) => time.DayOf(at);

    public string? Text(string field, int max = 200)
    {
        var text = mapping.Text(field, row);
        if (text?.Length > max)
        {
            return Refuse<string>("too-long", field, max);
        }

        return text?.Contains('\0', StringComparison.Ordinal) == true ? Refuse<string>("nul", field)
            : text is null ? null
            : PersianText.Normalise(text);
    }

    /// <summary>An amount of money, scaled as mapped and rounded half up to the smallest unit.</summary>
    public long? Money(string field) => Number(field, 1, Core.Values.Money.Max.Minor);

    /// <summary>
    /// An amount of a wallet's unit; scaled as mapped and, like any benefit, rounded down to a whole.
    /// </summary>
    public long? Units(string field) => Number(field, 1, Core.Values.Money.Max.Minor, down: true);

    /// <summary>A quantity in thousandths.</summary>
    public long? Quantity(string field) => Number(field, 1_000, Core.Values.Quantity.Max.Thousandths);

    public string? Mobile(string field)
    {
        if (mapping.Text(field, row) is not { } text)
        {
            return null;
        }

        var digits = CellText.Digits(text, out var lost);
        if (lost)
        {
            return Refuse<string>("shortened", field, Short(text));
        }

        var mobile = Core.Values.Mobile.Parse(digits);
        return mobile.IsRefused ? Refuse<string>("no-mobile", field, Short(text)) : mobile.Value.E164;
    }

    /// <summary>A card's number as it is kept; one whose last digits a spreadsheet swallowed is refused.</summary>
    public string? Card(string field)
    {
        if (Text(field, 64) is not { } text)
        {
            return null;
        }

        var digits = CellText.Digits(text, out var lost);
        return lost ? Refuse<string>("shortened", field, Short(text)) : Members.CardNumber.Read(digits);
    }

    /// <summary>Refuses a row whose cells can't be told apart.</summary>
    public void Whole(int columns)
    {
        if (row.IsBroken)
        {
            Refuse<string>("broken");
        }
        else if (row.Fields.Skip(columns).Any(f => !string.IsNullOrWhiteSpace(f)))
        {
            Refuse<string>("too-many-cells");
        }
    }

    public DateOnly? Birth(string field, DateOnly today)
    {
        if (mapping.Text(field, row) is not { } text)
        {
            return null;
        }

        var written = CellDates.Spelled(text);
        var birth = BirthDate.Parse(written, today);
        return !birth.IsRefused ? birth.Value
            : CellDates.HasShortYear(written) ? RefuseValue<DateOnly>("short-year", field, Short(text))
            : RefuseValue<DateOnly>("no-birth", field, Short(text));
    }

    /// <summary>
    /// A moment: ISO 8601 with an offset; else on the club's clock, "2017-01-28 14:06:53", "20170128" or a Jalali date
    /// such as "1395/11/09 14:06". A date alone is the start of that business day.
    /// </summary>
    public DateTimeOffset? At(string field)
    {
        if (mapping.Text(field, row) is not { } written)
        {
            return null;
        }

        var text = PersianText.Digits(written);
        return Parse(text) is { } at && at.Year is >= 1900 and < 3000
            ? at
            : RefuseValue<DateTimeOffset>("no-date", field, Short(written));
    }

    public T? Refuse<T>(string code, string field = "", params object[] args)
        where T : class
    {
        Reason ??= RowReason.Of(code, field, args);
        return null;
    }

    private T? RefuseValue<T>(string code, string field, params object[] args)
        where T : struct
    {
        Reason ??= RowReason.Of(code, field, args);
        return null;
    }

    private long? Number(string field, int unit, long max, bool down = false)
    {
        if (mapping.Text(field, row) is not { } written)
        {
            return null;
        }

        var text = PersianText
            .Digits(written)
            .Replace('٫', '.')
            .Replace("٬", "", StringComparison.Ordinal)
            .Replace(",", "", StringComparison.Ordinal);
        // Programs write what is almost nothing as 4.4e-16.
        const NumberStyles forms =
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent;
        if (text.Length > 28 || !decimal.TryParse(text, forms, CultureInfo.InvariantCulture, out var number))
        {
            return RefuseValue<long>("no-number", field, Short(written));
        }

        if (number < 0)
        {
            return RefuseValue<long>("below-zero", field, Short(written));
        }

        var scale = mapping.Scale(field) * unit;
        if (number > max / scale)
        {
            return RefuseValue<long>("too-large", field, Short(written));
        }

        var exact = number * scale;
        var whole = decimal.Floor(down ? exact : exact + 0.5m);
        Rounded += whole == exact ? 0 : 1;
        return (long)whole;
    }

    private DateTimeOffset? Parse(string text)
    {
        if (text.Length == 8 && text.All(char.IsAsciiDigit))
        {
            text = $"{text[..4]}-{text[4..6]}-{text[6..]}";
        }

        var space = text.IndexOfAny([' ', 'T']);
        var date = space < 0 ? text : text[..space];
        if (DateOf(date) is not { } found)
        {
            return null;
        }

        if (space < 0)
        {
            return time.StartOf(found);
        }

        var clock = text[(space + 1)..].Trim();
        var offset = clock.EndsWith('Z') ? clock.Length - 1 : clock.LastIndexOfAny(['+', '-']);
        if (offset >= 0)
        {
            var iso = string.Create(CultureInfo.InvariantCulture, $"{found:yyyy-MM-dd}T{clock}");
            return DateTimeOffset.TryParse(iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact)
                ? exact.ToUniversalTime()
                : null;
        }

        return TimeOnly.TryParseExact(clock, Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall)
            ? OnTheWall(found.ToDateTime(wall))
            : null;
    }

    /// <summary>Where the clocks skip or repeat an hour, the offset before the change is taken.</summary>
    private DateTimeOffset OnTheWall(DateTime local)
    {
        var offset =
            time.Zone.IsInvalidTime(local) ? time.Zone.GetUtcOffset(local.AddHours(-3))
            : time.Zone.IsAmbiguousTime(local) ? time.Zone.GetAmbiguousTimeOffsets(local).Max()
            : time.Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private static DateOnly? DateOf(string text)
    {
        if (BirthDate.Parse(text) is { IsRefused: false } dated)
        {
            return dated.Value;
        }

        return DateOnly.TryParseExact(
            text,
            "yyyy.MM.dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var dots
        )
            ? dots
            : null;
    }

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
