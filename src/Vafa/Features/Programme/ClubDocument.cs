using System.Globalization;
using System.Text.Json;
using Vafa.Core.Ledger;
using Vafa.Core.Values;

namespace Vafa.Features.Programme;

/// <summary>The JSON of the club's settings, both ways. What is left out, or null, is as a new club has it.</summary>
public static class ClubDocument
{
    private static readonly (string Word, ClubCalendar Value)[] Calendars =
    [
        ("jalali", ClubCalendar.Jalali),
        ("gregorian", ClubCalendar.Gregorian),
    ];

    private static readonly (string Word, DayOfWeek Value)[] Weekdays =
    [
        ("saturday", DayOfWeek.Saturday),
        ("sunday", DayOfWeek.Sunday),
        ("monday", DayOfWeek.Monday),
        ("tuesday", DayOfWeek.Tuesday),
        ("wednesday", DayOfWeek.Wednesday),
        ("thursday", DayOfWeek.Thursday),
        ("friday", DayOfWeek.Friday),
    ];

    private static readonly (string Word, DebtPolicy Value)[] Policies =
    [
        ("belowZero", DebtPolicy.BelowZero),
        ("toZero", DebtPolicy.ToZero),
        ("pendingOnly", DebtPolicy.PendingOnly),
    ];

    private const int LongestLogo = 64;
    private const int MostMargin = 1_000;

    /// <summary>A larger share would measure a programme that hardly anybody has.</summary>
    private const int MostHoldout = 50;
    private const int MostReturnDays = 366;
    private const int MostOnTill = 5_000;

    /// <summary>A week: whoever waits longer for his own money is not served.</summary>
    private const int MostApartHours = 168;

    /// <summary>A member who is told more often of the same thing stops reading.</summary>
    private const int MostWarnings = 3;
    private const int FurthestWarning = 365;

    private static readonly (string Word, bool Value)[] Languages = [("fa", true), ("en", false)];

    /// <summary>
    /// Reads the settings. Refused at their pointers: club.currency, club.time-zone, club.day-starts-at,
    /// club.colour, and
    /// what the document reader refuses.
    /// </summary>
    public static Outcome<ClubSettings> Read(JsonElement json)
    {
        var fields = DocumentReader.Of(json);
        var usual = ClubSettings.Usual;
        var currency = Currency(fields) ?? usual.Currency;
        var settings = new ClubSettings(
            fields.Text("name", 100) ?? usual.Name,
            currency,
            fields.YesNo("showToman") ?? currency == "IRR",
            fields.Choice<ClubCalendar>("calendar", false, Calendars) ?? usual.Calendar,
            TimeZone(fields) ?? usual.TimeZone,
            DayStart(fields) ?? usual.DayStartsAt,
            fields.Choice<DayOfWeek>("weekStartsOn", false, Weekdays) ?? usual.WeekStartsOn,
            fields.Percent("maxDiscountPercent", 100) ?? usual.MaxDiscountPercent,
            fields.Choice<DebtPolicy>("debtPolicy", false, Policies) ?? usual.DebtPolicy,
            fields.Choice<bool>("language", false, Languages) ?? usual.IsPersian ? "fa" : "en"
        )
        {
            Colour = ColourOf(fields) ?? usual.Colour,
            Logo = fields.Text("logo", LongestLogo),
            MaxBasketDiscountPercent =
                fields.Percent("maxBasketDiscountPercent", 100) ?? usual.MaxBasketDiscountPercent,
            MinMarginPercent = fields.Percent("minMarginPercent", MostMargin),
            CashierDiscountPercent = fields.Percent("cashierDiscountPercent", 100) ?? usual.CashierDiscountPercent,
            ApproveOffers = fields.YesNo("approveOffers") ?? usual.ApproveOffers,
            HoldoutPercent = fields.Percent("holdoutPercent", MostHoldout) ?? usual.HoldoutPercent,
            ApproveAdjustmentsOver = fields.Money("approveAdjustmentsOver"),
            WarnBeforeDays = Warnings(fields) ?? usual.WarnBeforeDays,
            MembersOnTill = (int)(fields.Whole("membersOnTill", 0, MostOnTill) ?? usual.MembersOnTill),
            ReturnDays = (int)(fields.Whole("returnDays", 0, MostReturnDays) ?? usual.ReturnDays),
            OfflineSpendMost = fields.Money("offlineSpendMost") is { Minor: > 0 } most ? most : null,
            OfflineSpendHours = (int)(fields.Whole("offlineSpendHours", 1, MostApartHours) ?? usual.OfflineSpendHours),
        };
        fields.Done();
        if (fields.IsClean && settings is { ShowToman: true, Currency: not "IRR" })
        {
            fields.Refuse("club.toman-needs-rial", "showToman");
        }

        return fields.IsClean ? settings : fields.Refusals;
    }

    /// <summary>Writes all settings.</summary>
    public static void Write(ClubSettings club, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", club.Name);
        json.WriteString("currency", club.Currency);
        json.WriteBoolean("showToman", club.ShowToman);
        json.WriteString("calendar", Word(Calendars, club.Calendar));
        json.WriteString("timeZone", club.TimeZone);
        json.WriteString("dayStartsAt", club.DayStartsAt.ToString("HH:mm", CultureInfo.InvariantCulture));
        json.WriteString("weekStartsOn", Word(Weekdays, club.WeekStartsOn));
        json.WriteNumber("maxDiscountPercent", club.MaxDiscountPercent.BasisPoints / 100m);
        json.WriteNumber("maxBasketDiscountPercent", club.MaxBasketDiscountPercent.BasisPoints / 100m);
        if (club.MinMarginPercent is { } margin)
        {
            json.WriteNumber("minMarginPercent", margin.BasisPoints / 100m);
        }
        else
        {
            json.WriteNull("minMarginPercent");
        }

        json.WriteNumber("cashierDiscountPercent", club.CashierDiscountPercent.BasisPoints / 100m);
        json.WriteNumber("holdoutPercent", club.HoldoutPercent.BasisPoints / 100m);
        json.WriteBoolean("approveOffers", club.ApproveOffers);
        WriteMoney(json, "approveAdjustmentsOver", club.ApproveAdjustmentsOver);
        WriteMoney(json, "offlineSpendMost", club.OfflineSpendMost);
        json.WriteNumber("offlineSpendHours", club.OfflineSpendHours);
        json.WriteNumber("returnDays", club.ReturnDays);
        json.WriteNumber("membersOnTill", club.MembersOnTill);
        json.WriteStartArray("warnBeforeDays");
        foreach (var days in club.WarnBeforeDays)
        {
            json.WriteNumberValue(days);
        }

        json.WriteEndArray();
        json.WriteString("debtPolicy", Word(Policies, club.DebtPolicy));
        json.WriteString("language", club.Language);
        json.WriteString("colour", club.Colour.ToString());
        if (club.Logo is { } logo)
        {
            json.WriteString("logo", logo);
        }

        json.WriteEndObject();
    }

    private static void WriteMoney(Utf8JsonWriter json, string name, Money? money)
    {
        if (money is { } some)
        {
            json.WriteNumber(name, some.Minor);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static string Word<T>((string Word, T Value)[] words, T value) =>
        words.First(w => EqualityComparer<T>.Default.Equals(w.Value, value)).Word;

    /// <summary>In any order and each once or more, as people write it.</summary>
    private static int[]? Warnings(DocumentReader fields) =>
        fields.Wholes("warnBeforeDays", MostWarnings, 1, FurthestWarning) is { } days
            ? [.. days.Select(d => (int)d).Distinct().OrderDescending()]
            : null;

    private static string? Currency(DocumentReader fields)
    {
        var currency = fields.Text("currency");
        if (currency is not null && (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper)))
        {
            fields.Refuse("club.currency", "currency");
        }

        return currency;
    }

    private static string? TimeZone(DocumentReader fields)
    {
        var id = fields.Text("timeZone");
        if (id is null)
        {
            return null;
        }

        var plain = id.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+');
        if (!plain || !TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) || !zone.HasIanaId)
        {
            fields.Refuse("club.time-zone", "timeZone", id);
        }

        return id;
    }

    private static Colour? ColourOf(DocumentReader fields)
    {
        if (fields.Text("colour") is not { } text)
        {
            return null;
        }

        var colour = Colour.Parse(text);
        if (colour is null)
        {
            fields.Refuse("club.colour", "colour");
        }

        return colour;
    }

    private static TimeOnly? DayStart(DocumentReader fields)
    {
        if (fields.Text("dayStartsAt") is not { } text)
        {
            return null;
        }

        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        fields.Refuse("club.day-starts-at", "dayStartsAt", text);
        return null;
    }
}
