using System.Text.Json;
using Vafa.Core.Values;
using Vafa.Features.Members.Filter;

namespace Vafa.Features.Programme;

/// <summary>A group of members.</summary>
/// <param name="Rule">Who is in it; null: whom people put there.</param>
public sealed record GroupDefinition(LocalText Title, GroupRule? Rule);

/// <summary>A filter of members that moves them into a group and out of it.</summary>
/// <param name="Filter">As the list of members has it.</param>
public sealed record GroupRule(MemberFilter Filter)
{
    /// <summary>The version of the programme that brought the group as it is.</summary>
    public long Version { get; init; }

    /// <summary>The groups its filter names.</summary>
    public IEnumerable<string> Asks => Filter.Terms.OfType<InGroups>().SelectMany(t => t.Codes);
}

/// <summary>The JSON of a group of members: {title, rule?: {filter}}.</summary>
public static class GroupDocument
{
    private const string RuleField = "rule";

    /// <summary>
    /// Refused at /rule/filter: what the filter of members refuses; filter.unknown; group.rule-empty; group.rule-words
    /// for a search, which may hold a name or a number; group.rule-itself; group.rule-circle when groups by rule would
    /// wait for each other.
    /// </summary>
    /// <param name="code">Of the group itself.</param>
    /// <param name="club">Whose groups, units and fields the rule may name.</param>
    public static Outcome<GroupDefinition> Read(JsonElement json, string code, ClubVersion club)
    {
        var fields = DocumentReader.Of(json);
        var title = fields.Title();
        var rule = ReadRule(fields, code, club);
        fields.Done();
        return fields.IsClean ? new GroupDefinition(title!, rule) : fields.Refusals;
    }

    /// <summary>The rule of a body; null where it has none, and after a refusal.</summary>
    internal static GroupRule? ReadRule(DocumentReader fields, string code, ClubVersion club, bool required = false)
    {
        if (fields.Below(RuleField, required) is not { } below)
        {
            return null;
        }

        var filter = FilterText.Read(below, club);
        below.Done();
        if (filter is null)
        {
            return null;
        }

        var rule = new GroupRule(filter);
        foreach (var fault in Faults(rule, code, club))
        {
            below.Refuse(fault.Code, FilterText.Field, fault.Args);
        }

        return rule;
    }

    /// <summary>Whether a stored group fills itself.</summary>
    internal static bool HasRule(string body) => DocumentKind.Parse(body).TryGetProperty(RuleField, out _);

    public static void Write(GroupDefinition group, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        TitledDocument.WriteTitle(group.Title, json);
        if (group.Rule is { } rule)
        {
            json.WriteStartObject(RuleField);
            json.WriteString(FilterText.Field, rule.Filter.Query);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>Why a filter can be no rule of this group; none when it can.</summary>
    internal static IReadOnlyList<Refusal> Faults(GroupRule rule, string code, ClubVersion club) =>
        rule.Filter.Terms.Count == 0 ? [new Refusal("group.rule-empty")]
        : rule.Filter.Terms.Any(t => t is NameWords) ? [new Refusal("group.rule-words")]
        : rule.Asks.Contains(code) ? [new Refusal("group.rule-itself")]
        : rule.Asks.FirstOrDefault(asked => LeadsTo(asked, code, club)) is { } back
            ? [new Refusal("group.rule-circle", "", back)]
        : [];

    /// <summary>Whether who is in one group depends on the other. What stands has no circle, so this ends.</summary>
    private static bool LeadsTo(string from, string to, ClubVersion club) =>
        club.GroupRules.TryGetValue(from, out var rule)
        && rule.Asks.Any(asked => string.Equals(asked, to, StringComparison.Ordinal) || LeadsTo(asked, to, club));
}
