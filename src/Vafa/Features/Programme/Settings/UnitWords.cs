using System.Globalization;
using Vafa.Core.Ledger;
using Vafa.Core.Values;
using Vafa.Ui;

namespace Vafa.Features.Programme.Settings;

/// <summary>What a unit's settings come to, in sentences with numbers of its own.</summary>
internal static class UnitWords
{
    private static readonly long[] Examples = [100, 1_000, 10_000];

    /// <summary>One of it is one of the smallest money unit, so that it is written as money.</summary>
    public static bool IsMoney(Unit unit) => unit.Worth.TenThousandths == Worth.Scale;

    /// <summary>«۱۰۰ امتیاز = ۵٬۰۰۰ تومان»; null when it is worth nothing.</summary>
    public static string? Example(Unit unit, Worth worth, Wording words)
    {
        if (worth.TenThousandths == 0)
        {
            return null;
        }

        var many = Examples.FirstOrDefault(e => worth.Scaled(e) % Worth.Scale == 0, Examples[^1]);
        return $"{words.Number(many)} {words.Title(unit.Title)} = {words.Money(worth.Of(many))}";
    }

    /// <summary>What it counts when offers are compared, in one line.</summary>
    public static string Compared(Unit unit, Wording words) =>
        IsMoney(unit)
            ? words.Say($"مثل پول: یک {words.MoneyUnit} آن یک {words.MoneyUnit} است", "Like money, one for one")
        : Example(unit, unit.Worth, words) is { } example
            ? words.Say($"{example} در مقایسهٔ پیشنهادها", $"{example} when offers are compared")
        : words.Say("در مقایسهٔ پیشنهادها ارزشی ندارد", "Counts nothing when offers are compared");

    /// <summary>How long it lasts: «۹۰ روز».</summary>
    public static string Life(Unit unit, Wording words) =>
        unit.ExpiresAfterDays is { } days
            ? words.Say($"{words.Number(days)} روز", $"{words.Number(days)} days")
            : words.Say("همیشه", "for ever");

    /// <summary>What is earned on this day stays until when; null for ever.</summary>
    public static string? LastDay(Unit unit, Reader reader) =>
        unit.ExpiresAfterDays is { } days
            ? reader.Say(
                $"آنچه امروز داده شود تا پایان {Day(days, reader)} می‌ماند.",
                $"What is given today stays until the end of {Day(days, reader)}."
            )
            : null;

    /// <summary>What is earned on this day pays from when; null at once.</summary>
    public static string? FirstDay(Unit unit, Reader reader) =>
        unit.AvailableAfterDays is { } days
            ? reader.Say(
                $"آنچه امروز داده شود از {Day(days, reader)} خرج می‌شود.",
                $"What is given today may be spent from {Day(days, reader)}."
            )
            : null;

    /// <summary>As it is typed into a form: in the shown money unit, however fine.</summary>
    public static string Typed(Worth worth, Wording words)
    {
        var shown = worth.TenThousandths / (decimal)(Worth.Scale * words.MoneyScale);
        return words.Digits(shown.ToString("0.######", CultureInfo.InvariantCulture));
    }

    private static string Day(int days, Reader reader) =>
        reader.Dates.Long(reader.Time.DayOf(reader.Now).AddDays(days));
}
