using System.Collections.Frozen;
using System.Globalization;
using Vafa.Core.Ledger;
using Vafa.Core.Values;

namespace Vafa.Web;

/// <summary>
/// The sentences of one feature: code of a refusal → Persian and English, with {0}, {1} … for its arguments. Money,
/// numbers, percentages and quantities are written as the reader's language and the club's settings have them.
/// </summary>
public sealed record TextSheet(IReadOnlyDictionary<string, (string Fa, string En)> Sentences);

/// <summary>All sentences of the product by code. Two features may not say the same code differently.</summary>
public sealed class Texts
{
    private const int LongestArgument = 80;

    private readonly FrozenDictionary<string, (string Fa, string En)> sentences;

    public Texts(IEnumerable<TextSheet> sheets) =>
        sentences = sheets.SelectMany(s => s.Sentences).ToFrozenDictionary(StringComparer.Ordinal);

    public bool Knows(string code) => sentences.ContainsKey(code);

    public string Say(Refusal refusal, Wording wording) => Say(refusal.Code, wording, refusal.Args);

    /// <summary>The sentence; a code without one is shown as it is.</summary>
    public string Say(string code, Wording wording, params object[] args)
    {
        if (!sentences.TryGetValue(code, out var pair))
        {
            return code;
        }

        var written = Array.ConvertAll<object, object?>(args, arg => Write(arg, wording));
        return string.Format(CultureInfo.InvariantCulture, wording.Say(pair.Fa, pair.En), written);
    }

    private static string Write(object arg, Wording wording) =>
        arg switch
        {
            string text => Short(text),
            Money money => wording.Money(money),
            UnitAmount amount => wording.Amount(amount.Unit, amount.Amount),
            IEnumerable<string> own => string.Join(wording.Say("، ", ", "), own),
            Percent percent => wording.Percent(percent),
            Quantity quantity => wording.Quantity(quantity),
            LocalText title => wording.Title(title),
            int number => wording.Number(number),
            long number => wording.Number(number),
            decimal number => wording.Digits(number.ToString("0.####", CultureInfo.InvariantCulture)),
            DateTimeOffset at => wording.Digits(at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => Short(arg.ToString() ?? ""),
        };

    /// <summary>What a caller sent is repeated short and without control characters.</summary>
    private static string Short(string text)
    {
        var clean = new string([.. text.Take(LongestArgument).Where(c => !char.IsControl(c))]);
        return text.Length > LongestArgument ? clean + "…" : clean;
    }
}

public static class TextsOfFeatures
{
    /// <summary>Registers a feature's sentences.</summary>
    public static IServiceCollection AddTexts(
        this IServiceCollection services,
        IReadOnlyDictionary<string, (string Fa, string En)> sentences
    ) => services.AddSingleton(new TextSheet(sentences));
}
