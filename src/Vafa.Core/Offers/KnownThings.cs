using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>
/// The codes a document may name: of units, member groups, branches, fields, festivals, segments and products. Product
/// groups may be unknown; a sale creates them.
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

    /// <summary>
    /// Whether a product of this sku is sold: asked when a document is put. Null asks nothing: what is stored was asked
    /// once, and stays readable when a product is taken off the list.
    /// </summary>
    public Func<string, bool>? Sells { get; init; }

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
