using System.Globalization;
using System.Text;
using Vafa.Core.Offers;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Offers;

/// <summary>What forms, schema and guide tell of every word, to be read as a whole.</summary>
public sealed class VocabularyTextTests
{
    private static readonly Wording Fa = new(Persian: true, Toman: true);
    private static readonly Wording En = new(Persian: false, Toman: true);

    [Fact]
    public void The_whole_vocabulary_is_told_as_approved()
    {
        var text = new StringBuilder();
        foreach (var word in Vocabulary.Conditions)
        {
            Tell(text, word, word.About, Vocabulary.ExampleOf(word, Fa), Vocabulary.ExampleOf(word, En));
        }

        foreach (var word in Vocabulary.Effects)
        {
            Tell(text, word, word.About, Vocabulary.ExampleOf(word, Fa), Vocabulary.ExampleOf(word, En));
        }

        ApprovedText.ShouldBe("Offers/Approved/vocabulary.txt", text);
    }

    private static void Tell(StringBuilder text, VocabularyEntry word, WordAbout about, string fa, string en)
    {
        Line(text, $"{word.Name}: {about}, {word.Shape}");
        Line(text, $"    {word.Title.Fa} | {word.Title.En}");
        Line(text, $"    {word.Meaning.Fa}");
        Line(text, $"    {word.Meaning.En}");
        Line(text, $"    {word.Example}");
        Line(text, $"    {fa}");
        Line(text, $"    {en}");
        foreach (var arg in word.Args)
        {
            Tell(text, arg, "    - ");
        }
    }

    private static void Tell(StringBuilder text, Arg arg, string indent)
    {
        var more = new List<string>();
        Add(more, arg.Optional ? "optional" : null);
        Add(more, arg.Max > 0 || arg.Min > 0 ? $"from {arg.Min} to {arg.Max}" : null);
        Add(more, arg.Decimals > 0 ? $"{arg.Decimals} decimals" : null);
        Add(more, arg.Start is { } start ? $"starts with {start}" : null);
        Add(more, arg.Of is { } of ? $"of {of}" : null);
        Add(more, arg.Only is { } only ? $"only if {only.Name} is {string.Join(" or ", only.Words)}" : null);
        Line(
            text,
            $"{indent}{string.Join(", ", [$"{arg.Name}: {arg.Kind}", .. more])}: {arg.Label.Fa} | {arg.Label.En}"
        );
        foreach (var choice in arg.Choices)
        {
            Line(text, $"{indent}  {choice.Word}: {choice.Fa} | {choice.En}");
        }

        foreach (var each in arg.Each)
        {
            Tell(text, each, indent + "- ");
        }
    }

    private static void Add(List<string> list, string? text)
    {
        if (text is not null)
        {
            list.Add(text);
        }
    }

    private static void Line(StringBuilder text, string line) => text.Append(CultureInfo.InvariantCulture, $"{line}\n");
}
