using System.Globalization;
using Vafa.Core.Ledger;
using Vafa.Core.Values;
using Vafa.Features.Products;
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
    public static string Life(Unit unit, Wording words) => UnitSentences.Lasts(unit.Life, words);

    /// <summary>What is earned on this day stays until when; null for ever.</summary>
    public static string? LastDay(Unit unit, Reader reader) =>
        unit.Life.LastDay(reader.Time, reader.Time.DayOf(reader.Now)) is { } last
            ? reader.Say(
                $"آنچه امروز داده شود تا پایان {reader.Dates.Long(last)} می‌ماند.",
                $"What is given today stays until the end of {reader.Dates.Long(last)}."
            )
            : null;

    /// <summary>What is earned on this day pays from when; null at once, or when nobody knows yet.</summary>
    public static string? FirstDay(Unit unit, int returnDays, Reader reader)
    {
        var today = reader.Time.DayOf(reader.Now);
        var from = unit.TermsOf(reader.Time, reader.Now, today, returnDays).AvailableFrom;
        return unit.Wait.Event is not null || from <= reader.Now
            ? null
            : reader.Say(
                $"آنچه امروز داده شود از {reader.Dates.Long(from)} خرج می‌شود.",
                $"What is given today may be spent from {reader.Dates.Long(from)}."
            );
    }

    /// <summary>The product groups a unit may be kept for.</summary>
    public static async Task<IReadOnlyList<(string Code, string Title)>> Groups(
        ListGoods goods,
        Wording words,
        CancellationToken ct
    ) => [.. (await goods.Groups(ct)).Select(g => (g.Code, g.Title is { } title ? words.Title(title) : g.Code))];

    /// <summary>As a document writes a day that ends lives.</summary>
    public static string Written(LastDayOfLife day) =>
        day.Once is { } once
            ? once.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{day.Month:00}-{day.Day:00}");

    /// <summary>An amount of a unit as it is typed: of one that is like money in the shown money unit.</summary>
    public static string? TypedAmount(long? amount, bool isMoney, Wording words) =>
        amount is not { } given ? null
        : isMoney ? Typed(new Worth(given * Worth.Scale), words)
        : words.Number(given);

    /// <summary>As it is typed into a form: in the shown money unit, however fine.</summary>
    public static string Typed(Worth worth, Wording words)
    {
        var shown = worth.TenThousandths / (decimal)(Worth.Scale * words.MoneyScale);
        return words.Digits(shown.ToString("0.######", CultureInfo.InvariantCulture));
    }
}
