using System.Globalization;
using Vafa.Core.Ledger;
using Vafa.Core.Values;

namespace Vafa.Features.Programme;

/// <summary>What the settings of the club may be, in the reader's words.</summary>
internal static class ClubWords
{
    /// <summary>What owners begin with: the house's own, and seven that go with white.</summary>
    public static readonly IReadOnlyList<(Colour Colour, string Fa, string En)> Swatches =
    [
        (Colour.Usual, "سبزآبی", "Teal"),
        (new Colour(0x1d, 0x4e, 0x89), "آبی", "Blue"),
        (new Colour(0x4c, 0x3f, 0x91), "بنفش", "Violet"),
        (new Colour(0x9c, 0x2c, 0x5f), "ارغوانی", "Plum"),
        (new Colour(0xa6, 0x3a, 0x24), "آجری", "Brick"),
        (new Colour(0x8a, 0x5a, 0x00), "عسلی", "Honey"),
        (new Colour(0x3f, 0x6b, 0x21), "سبز", "Green"),
        (new Colour(0x33, 0x3f, 0x48), "دودی", "Slate"),
    ];

    private static readonly (string Id, string Fa, string En)[] Zones =
    [
        ("Asia/Tehran", "تهران", "Tehran"),
        ("Asia/Kabul", "کابل", "Kabul"),
        ("Asia/Dushanbe", "دوشنبه", "Dushanbe"),
        ("Asia/Dubai", "دبی", "Dubai"),
        ("Asia/Muscat", "مسقط", "Muscat"),
        ("Asia/Qatar", "دوحه", "Doha"),
        ("Asia/Baghdad", "بغداد", "Baghdad"),
        ("Asia/Baku", "باکو", "Baku"),
        ("Asia/Yerevan", "ایروان", "Yerevan"),
        ("Europe/Istanbul", "استانبول", "Istanbul"),
        ("Europe/Berlin", "برلین", "Berlin"),
        ("Europe/London", "لندن", "London"),
        ("America/Toronto", "تورنتو", "Toronto"),
    ];

    private static readonly (string Code, string Fa, string En)[] Currencies =
    [
        ("IRR", "ریال ایران", "Iranian rial"),
        ("AFN", "افغانی", "Afghan afghani"),
        ("AED", "درهم امارات", "UAE dirham"),
        ("TRY", "لیر ترکیه", "Turkish lira"),
        ("EUR", "یورو", "Euro"),
        ("USD", "دلار آمریکا", "US dollar"),
    ];

    public static string Currency(string code, Wording words) =>
        Currencies.FirstOrDefault(c => c.Code == code) is { Code: not null } known
            ? words.Say(known.Fa, known.En)
            : code;

    /// <summary>The usual ones, and the one in force if it is another.</summary>
    public static IEnumerable<(string Value, string Title)> CurrencyChoices(string now, Wording words) =>
        With(Currencies.Select(c => (c.Code, $"{words.Say(c.Fa, c.En)} ({c.Code})")), now, now);

    public static IEnumerable<(string Value, string Title)> ZoneChoices(string now, Wording words) =>
        With(Zones.Select(z => (z.Id, words.Say(z.Fa, z.En))), now, now);

    public static string Zone(string id, Wording words) => ZoneChoices(id, words).First(z => z.Value == id).Title;

    public static IEnumerable<(string Value, string Title)> HourChoices(TimeOnly now, Wording words)
    {
        var hours = Enumerable.Range(0, 9).Select(hour => Hour(new TimeOnly(hour, 0)));
        return With(hours.Select(h => (h, words.Digits(h))), Hour(now), words.Digits(Hour(now)));
    }

    public static string Hour(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static (string Value, string Title)[] CalendarChoices(Wording words) =>
        [("jalali", words.Say("خورشیدی", "Jalali")), ("gregorian", words.Say("میلادی", "Gregorian"))];

    public static (string Value, string Title)[] LanguageChoices => [("fa", "فارسی"), ("en", "English")];

    public static IEnumerable<(string Value, string Title)> WeekChoices(DayOfWeek now, Wording words)
    {
        DayOfWeek[] usual = [DayOfWeek.Saturday, DayOfWeek.Sunday, DayOfWeek.Monday];
        return With(usual.Select(d => (Code(d), Day(d, words))), Code(now), Day(now, words));
    }

    /// <summary>The seven days in the order of the club's week.</summary>
    public static IEnumerable<(string Value, string Title)> Week(DayOfWeek first, Wording words) =>
        Enumerable.Range(0, 7).Select(i => (DayOfWeek)(((int)first + i) % 7)).Select(d => (Code(d), Day(d, words)));

    public static string Code(DayOfWeek day) => day.ToString().ToLowerInvariant();

    public static string Day(DayOfWeek day, Wording words) =>
        day switch
        {
            DayOfWeek.Saturday => words.Say("شنبه", "Saturday"),
            DayOfWeek.Sunday => words.Say("یکشنبه", "Sunday"),
            DayOfWeek.Monday => words.Say("دوشنبه", "Monday"),
            DayOfWeek.Tuesday => words.Say("سه‌شنبه", "Tuesday"),
            DayOfWeek.Wednesday => words.Say("چهارشنبه", "Wednesday"),
            DayOfWeek.Thursday => words.Say("پنج‌شنبه", "Thursday"),
            _ => words.Say("جمعه", "Friday"),
        };

    public static (string Value, string Title)[] DebtChoices(Wording words) =>
        [
            .. new[] { DebtPolicy.BelowZero, DebtPolicy.ToZero, DebtPolicy.PendingOnly }.Select(p =>
                (Code(p), Debt(p, words))
            ),
        ];

    public static string Code(DebtPolicy policy) =>
        policy switch
        {
            DebtPolicy.ToZero => "toZero",
            DebtPolicy.PendingOnly => "pendingOnly",
            _ => "belowZero",
        };

    public static string Debt(DebtPolicy policy, Wording words) =>
        policy switch
        {
            DebtPolicy.ToZero => words.Say(
                "تا جایی که موجودی دارد پس گرفته شود",
                "Take back what is there, down to zero"
            ),
            DebtPolicy.PendingOnly => words.Say(
                "فقط آنچه هنوز در راه است پس گرفته شود",
                "Take back only what is still pending"
            ),
            _ => words.Say("همه پس گرفته شود، حتی اگر موجودی منفی شود", "Take back all of it, even below zero"),
        };

    private static IEnumerable<(string Value, string Title)> With(
        IEnumerable<(string Value, string Title)> usual,
        string now,
        string title
    )
    {
        var all = usual.ToList();
        return all.Exists(a => a.Value == now) ? all : all.Append((now, title));
    }
}
