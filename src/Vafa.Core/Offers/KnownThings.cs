using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>
/// The codes a document may name: of units, member groups, branches, fields, festivals and segments. Products and
/// product groups may be unknown; a sale creates them.
/// </summary>
public sealed record KnownThings(
    IReadOnlySet<string> Units,
    IReadOnlySet<string> Groups,
    IReadOnlySet<string> Branches,
    IReadOnlySet<string> Fields
)
{
    /// <summary>Festivals: the club's own and those that every calendar has.</summary>
    public IReadOnlySet<string> Festivals { get; init; } = CalendarEvents.Codes;

    /// <summary>What each segment of the club asks for, by its code.</summary>
    public IReadOnlyDictionary<string, Condition> Segments { get; init; } =
        new Dictionary<string, Condition>(StringComparer.Ordinal);

    public static KnownThings Of(
        IEnumerable<string> units,
        IEnumerable<string> groups,
        IEnumerable<string> branches,
        IEnumerable<string> fields,
        IEnumerable<string>? festivals = null
    ) =>
        new(Set(units), Set(groups), Set(branches), Set(fields))
        {
            Festivals = Set(CalendarEvents.Codes.Concat(festivals ?? [])),
        };

    private static HashSet<string> Set(IEnumerable<string> codes) => new(codes, StringComparer.Ordinal);
}
