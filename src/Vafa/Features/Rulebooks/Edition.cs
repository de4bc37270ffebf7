using Vafa.Features.Programme;

namespace Vafa.Features.Rulebooks;

/// <summary>A wording of the rules in one language, from the first version of the programme that had it.</summary>
/// <param name="Until">When the next one took its place; null while it is in force.</param>
internal sealed record Edition(
    long Version,
    DateTimeOffset From,
    DateTimeOffset? Until,
    IReadOnlyList<RuleSection> Sections
)
{
    public bool Says(IReadOnlyList<RuleSection> sections) =>
        Sections.Count == sections.Count && Sections.Zip(sections).All(pair => pair.First.Says(pair.Second));
}

/// <summary>All wordings in one language since the rules were first published, oldest first; never empty.</summary>
/// <param name="Mark">Changes with anything they say.</param>
internal sealed record EditionList(IReadOnlyList<Edition> All, string Mark)
{
    public Edition Now => All[^1];
}

/// <summary>The rules as anybody may read them.</summary>
/// <param name="Club">The programme in force.</param>
internal sealed record PublishedRules(ClubVersion Club, EditionList Editions)
{
    public Edition Now => Editions.Now;

    /// <summary>
    /// Place of the wording that was in force at this version; −1 before the first and after the newest version.
    /// </summary>
    public int At(long version)
    {
        var place = Editions.All.Count - 1;
        while (place >= 0 && Editions.All[place].Version > version)
        {
            place--;
        }

        return version > Club.Version ? -1 : place;
    }

    /// <summary>The wording at a place, and the one before it.</summary>
    public (Edition Edition, Edition? Before) Pair(int place) =>
        (Editions.All[place], place > 0 ? Editions.All[place - 1] : null);
}
