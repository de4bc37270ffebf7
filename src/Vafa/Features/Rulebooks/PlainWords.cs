using Vafa.Core.Values;

namespace Vafa.Features.Rulebooks;

/// <summary>
/// What others wrote, made safe to stand on a page that anybody opens: it is text and nothing else, and its marks of
/// direction cannot turn what stands around it.
/// </summary>
internal static class PlainWords
{
    /// <summary>Opens and ends a name that is set apart (<see cref="Wording.Inside"/>).</summary>
    private const char Apart = '\u2068';
    private const char Ends = '\u2069';

    /// <summary>The club's own way of writing, with every name made safe.</summary>
    public static Wording Of(Wording words) =>
        words with
        {
            Names = (kind, code) => words.Names?.Invoke(kind, code) is { } title ? Of(title) : null,
        };

    public static LocalText Of(LocalText text) => new(Clean(text.Fa), Clean(text.En));

    /// <summary>
    /// A sentence: names that our words set apart stay so, unless something in them would undo it.
    /// </summary>
    public static string Sentence(string text)
    {
        var depth = 0;
        foreach (var c in text)
        {
            depth += c switch
            {
                Apart => 1,
                Ends => -1,
                _ => 0,
            };
            if (depth is < 0 or > 1)
            {
                return PersianText.WithoutDirections(text);
            }
        }

        return depth == 0
            ? string.Concat(text.Where(c => c is Apart or Ends || !PersianText.IsDirection(c)))
            : PersianText.WithoutDirections(text);
    }

    /// <summary>The paragraphs of a text of several lines.</summary>
    public static IReadOnlyList<string> Paragraphs(string text) =>
        [
            .. PersianText
                .WithoutDirections(text)
                .Split('\n', '\r')
                .Select(line => line.Trim())
                .Where(line => line.Length > 0),
        ];

    private static string? Clean(string? text) => text is null ? null : PersianText.WithoutDirections(text);
}
