using System.Collections.Immutable;
using System.Text.Json;
using Vafa.Core.Offers;
using Vafa.Core.Values;

namespace Vafa.Features.Offers;

/// <summary>One word of the vocabulary in the reader's language: what a form of it is made of.</summary>
/// <param name="About">What it is about: "basket", "past", "member" …; words of one kind stand together.</param>
/// <param name="Shape">What stands behind it: "arguments", "onlyTrue", "conditions" or "condition".</param>
public sealed record OfferWord(
    string Word,
    string Title,
    string Meaning,
    string About,
    string Shape,
    IReadOnlyList<WordArgument> Args
)
{
    public static IReadOnlyList<OfferWord> Conditions(Wording words) =>
        [.. Vocabulary.Conditions.Select(c => Of(c, c.About, words))];

    public static IReadOnlyList<OfferWord> Effects(Wording words) =>
        [.. Vocabulary.Effects.Select(e => Of(e, e.About, words))];

    private static OfferWord Of(VocabularyEntry entry, WordAbout about, Wording words) =>
        new(
            entry.Name,
            words.Title(entry.Title),
            words.Title(entry.Meaning),
            Camel(about),
            Camel(entry.Shape),
            WordArgument.All(entry.Args, words)
        );

    internal static string Camel<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

/// <summary>One argument of a word, and so one field of its form.</summary>
/// <param name="As">What it holds: "percent", "money", "codes" …</param>
/// <param name="Min">As the document writes it: 0.01 for a percentage; null where there is no end.</param>
/// <param name="Start">What a new one begins with, in Latin digits.</param>
/// <param name="From">Of codes: what they are codes of.</param>
public sealed record WordArgument(
    string Name,
    string As,
    string Label,
    bool? Optional,
    decimal? Min,
    decimal? Max,
    int? Decimals,
    string? Start,
    string? From,
    IReadOnlyList<OfferChoice>? Choices,
    WordOnly? Only,
    IReadOnlyList<WordArgument>? Each
)
{
    public static IReadOnlyList<WordArgument> All(ImmutableArray<Arg> args, Wording words) =>
        [.. args.Select(a => Of(a, words))];

    private static WordArgument Of(Arg arg, Wording words)
    {
        var scale = (decimal)Math.Pow(10, arg.Kind == ArgKind.Percent ? 2 : arg.Decimals);
        return new WordArgument(
            arg.Name,
            OfferWord.Camel(arg.Kind),
            words.Title(arg.Label),
            arg.Optional ? true : null,
            arg.Max == 0 ? null : arg.Min / scale,
            arg.Max == 0 ? null : arg.Max / scale,
            arg.Kind == ArgKind.Decimal ? arg.Decimals : null,
            arg.Start,
            arg.Of is { } of ? OfferWord.Camel(of) : null,
            arg.Choices.IsEmpty ? null : [.. arg.Choices.Select(c => new OfferChoice(c.Word, words.Say(c.Fa, c.En)))],
            arg.Only is { } only ? new WordOnly(only.Name, only.Words) : null,
            arg.Each.IsEmpty ? null : All(arg.Each, words)
        );
    }
}

/// <summary>The argument counts while another has one of these words.</summary>
public sealed record WordOnly(string Arg, IReadOnlyList<string> Is);
