using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using Vafa.Core.Values;
using Vafa.Features.Programme;

namespace Vafa.Features.Members.Filter;

/// <summary>
/// The values of one parameter while its term is read. A form with two boxes of one name sends two values, which mean
/// the same as both written together: visits=5&amp;visits=10 is visits=5..10.
/// </summary>
internal sealed class TermReader(string name, StringValues values, ClubVersion club, List<Refusal> refusals)
{
    public const int MostDays = 3_650;
    public const string To = "..";

    public string Name => name;

    public ClubVersion Club => club;

    /// <summary>Without white space around and with Latin digits; empty ones where a box was left empty.</summary>
    public IReadOnlyList<string> Values { get; } = [.. values.Select(v => PersianText.Digits(v ?? "").Trim())];

    /// <summary>Said at all: an empty box asks for nothing.</summary>
    public bool IsSaid => Values.Any(v => v.Length > 0);

    /// <summary>Both ends of "5..10", "5..", "..10" or "5" (at least); null after a refusal.</summary>
    public (string From, string To)? Ends()
    {
        var parts = Values.Count > 1 ? [.. Values] : Values[0].Split(To);
        return parts switch
        {
            [var from] => (from, ""),
            [var from, var to] when from.Length + to.Length > 0 => (from.Trim(), to.Trim()),
            _ => Refused<(string, string)?>(null, "filter.range"),
        };
    }

    /// <summary>A range of whole numbers; null after a refusal.</summary>
    public WholeRange? Range()
    {
        if (Ends() is not var (from, to))
        {
            return null;
        }

        var (least, most) = (Whole(from), Whole(to));
        return (from.Length > 0 && least is null) || (to.Length > 0 && most is null) || least > most
            ? Refused<WholeRange?>(null, "filter.range")
            : new WholeRange(least, most);
    }

    /// <summary>The two halves of "within:30"; the second is empty where there is none.</summary>
    public (string Head, string Tail) Halves()
    {
        var parts = Values.Count > 1 ? [.. Values] : Values[0].Split(':', 2);
        return parts.Length > 2 ? ("", "") : (parts[0].Trim(), parts.Length > 1 ? parts[1].Trim() : "");
    }

    /// <summary>A number of days; null after a refusal.</summary>
    public int? Days(string text) =>
        Whole(text) is { } days and >= 1 and <= MostDays ? (int)days : Refused<int?>(null, "filter.days", 1, MostDays);

    /// <summary>A number from 0 on, with or without separators; null where it is none.</summary>
    public static long? Whole(string text)
    {
        var plain = text.Replace(",", "", StringComparison.Ordinal).Replace("٬", "", StringComparison.Ordinal);
        return
            plain.Length <= 15 && long.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    /// <summary>Refuses the parameter; answers what stands for no term.</summary>
    public T Refused<T>(T nothing, string code, params object[] args)
    {
        refusals.Add(new Refusal(code, "/" + name, args));
        return nothing;
    }
}

/// <summary>From the least to the most, both included; null where that end is open.</summary>
public readonly record struct WholeRange(long? Least, long? Most)
{
    /// <summary>"5..10", "5..", "..10".</summary>
    public string Written => string.Create(CultureInfo.InvariantCulture, $"{Least}{TermReader.To}{Most}");

    /// <summary>The range of what a word of offers counts, by its "at least".</summary>
    public JsonObject AsCondition(string word) =>
        (Least, Most) switch
        {
            ({ } least, null) => AtLeast(word, least),
            (null, { } most) => Not(AtLeast(word, most + 1)),
            ({ } least, { } most) => new JsonObject
            {
                ["all"] = new JsonArray(AtLeast(word, least), Not(AtLeast(word, most + 1))),
            },
            _ => throw new InvalidOperationException(),
        };

    private static JsonObject AtLeast(string word, long amount) =>
        new() { [word] = new JsonObject { ["atLeast"] = amount } };

    private static JsonObject Not(JsonObject condition) => new() { ["not"] = condition };

    /// <summary>«دست‌کم ۵», «حداکثر ۱۰» or «۵ تا ۱۰».</summary>
    public string Say(Wording words, Func<long, string> write) =>
        (Least, Most) switch
        {
            ({ } least, null) => words.Say($"دست‌کم {write(least)}", $"at least {write(least)}"),
            (null, { } most) => words.Say($"حداکثر {write(most)}", $"at most {write(most)}"),
            ({ } least, { } most) when least == most => write(least),
            ({ } least, { } most) => words.Say($"{write(least)} تا {write(most)}", $"{write(least)} to {write(most)}"),
            _ => "",
        };
}
