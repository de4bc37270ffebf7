using System.Collections.Immutable;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>
/// The codes a document may name: of units, member groups, branches, fields, festivals, segments, tiers and products.
/// Product groups may be unknown; a sale creates them.
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

    /// <summary>Codes of the tiers of each ladder of the club, from low to high, by the ladder's code.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<string>> Ladders { get; init; } =
        new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);

    /// <summary>What a unit turns into, by its code; one that turns into nothing is not in it.</summary>
    public IReadOnlyDictionary<string, string> TurnsInto { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// Whether a tier that is on no ladder may be named: what is stored was asked once, and stays readable when a tier
    /// is taken off its ladder. Nobody is in it then.
    /// </summary>
    public bool KnowsGoneTiers { get; init; }

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

    /// <summary>
    /// All tiers of the ladder that this one is on, from low to high; empty for a tier that is on none.
    /// </summary>
    public ImmutableArray<string> LadderOf(string tier)
    {
        foreach (var tiers in Ladders.Values)
        {
            if (tiers.Contains(tier))
            {
                return tiers;
            }
        }

        return [];
    }

    private static HashSet<string> Set(IEnumerable<string> codes) => new(codes, StringComparer.Ordinal);
}
