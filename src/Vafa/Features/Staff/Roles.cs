using System.Collections.Frozen;

namespace Vafa.Features.Staff;

/// <summary>
/// What the people of a shop may do, in the scopes of the API. A role without a scope may sign in and no more: a right
/// comes with the page that needs it.
/// </summary>
public static class Roles
{
    public const string Owner = "owner";
    public const string Cashier = "cashier";

    private static readonly FrozenDictionary<string, FrozenSet<string>> Scopes = new Dictionary<
        string,
        FrozenSet<string>
    >(StringComparer.Ordinal)
    {
        [Owner] = FrozenSet.Create(StringComparer.Ordinal, "all"),
        ["manager"] = FrozenSet.Create(StringComparer.Ordinal, "members", "purchases"),
        ["marketer"] = [],
        [Cashier] = FrozenSet.Create(StringComparer.Ordinal, "members", "purchases"),
        ["agent"] = [],
        ["auditor"] = [],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IReadOnlyCollection<string> All { get; } =
    [Owner, "manager", "marketer", Cashier, "agent", "auditor"];

    public static bool IsRole(string word) => Scopes.ContainsKey(word);

    public static FrozenSet<string> ScopesOf(string role) => Scopes.TryGetValue(role, out var scopes) ? scopes : [];
}
