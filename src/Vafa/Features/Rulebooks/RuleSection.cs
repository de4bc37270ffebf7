namespace Vafa.Features.Rulebooks;

/// <summary>A part of the club's rules.</summary>
/// <param name="Code">
/// Stays the same through all wordings: "earning", "unit/points", "offers", "returns", "ladder/club", "days",
/// "leaving", "terms".
/// </param>
/// <param name="Title">In the reader's language.</param>
/// <param name="Sentences">Each stands for itself; of the owner's own text, each a paragraph.</param>
public sealed record RuleSection(string Code, string Title, IReadOnlyList<string> Sentences)
{
    internal const string Earning = "earning";
    internal const string Offers = "offers";
    internal const string Returns = "returns";
    internal const string Days = "days";
    internal const string Leaving = "leaving";
    internal const string Terms = "terms";
    internal const string Ladders = "ladder/";

    internal bool Says(RuleSection other) =>
        Code == other.Code && Title == other.Title && Sentences.SequenceEqual(other.Sentences, StringComparer.Ordinal);
}
