using System.Text.Json.Serialization;
using Vafa.Core.Values;

namespace Vafa.Features.Rulebooks;

/// <summary>The rules of a club as they are or were in force.</summary>
/// <param name="Version">The version of the programme that brought this wording.</param>
/// <param name="Until">When another took its place; null while it is in force.</param>
/// <param name="Versions">All wordings since the rules were first published, newest first.</param>
internal sealed record RulesTold(
    long Version,
    DateTimeOffset From,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTimeOffset? Until,
    IReadOnlyList<RuleSection> Sections,
    IReadOnlyList<RulesVersion> Versions
)
{
    public static RulesTold Of(PublishedRules rules, int place)
    {
        var edition = rules.Editions.All[place];
        return new RulesTold(
            edition.Version,
            edition.From,
            edition.Until,
            edition.Sections,
            [.. rules.Editions.All.Reverse().Select(e => new RulesVersion(e.Version, e.From, e.Until))]
        );
    }
}

/// <summary>When a wording of the rules was in force.</summary>
internal sealed record RulesVersion(
    long Version,
    DateTimeOffset From,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTimeOffset? Until
);

/// <summary>Whether the club shows its rules to anybody.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record RulebookShape
{
    /// <summary>Whether /rules and the pages of tiers are open to anybody.</summary>
    public required bool Published { get; init; }

    /// <summary>
    /// The owner's own text below the rules: plain text of at most 8,000 letters in each language, a paragraph a line.
    /// </summary>
    public LocalText? Terms { get; init; }
}
