namespace Vafa.Core.Offers;

/// <summary>
/// The codes a document may name: of units, member groups, branches and fields. Products and product groups may be
/// unknown; a sale creates them.
/// </summary>
public sealed record KnownThings(
    IReadOnlySet<string> Units,
    IReadOnlySet<string> Groups,
    IReadOnlySet<string> Branches,
    IReadOnlySet<string> Fields
)
{
    public static KnownThings Of(
        IEnumerable<string> units,
        IEnumerable<string> groups,
        IEnumerable<string> branches,
        IEnumerable<string> fields
    ) => new(Set(units), Set(groups), Set(branches), Set(fields));

    private static HashSet<string> Set(IEnumerable<string> codes) => new(codes, StringComparer.Ordinal);
}
