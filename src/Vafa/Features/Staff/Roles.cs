using System.Collections.Frozen;
using Vafa.Web;

namespace Vafa.Features.Staff;

/// <summary>
/// What the people of a shop may do, in the scopes of the API. A role without a scope may sign in and no more: a right
/// comes with the page that needs it.
/// </summary>
public static class Roles
{
    public const string Owner = "owner";
    public const string Cashier = "cashier";

    private static readonly FrozenSet<string> Till = FrozenSet.Create(
        StringComparer.Ordinal,
        Scopes.Members,
        Scopes.Purchases,
        Scopes.Offers + Scopes.Read
    );

    private static readonly FrozenDictionary<string, FrozenSet<string>> Rights = new Dictionary<
        string,
        FrozenSet<string>
    >(StringComparer.Ordinal)
    {
        [Owner] = FrozenSet.Create(StringComparer.Ordinal, Scopes.All),
        ["manager"] = Till,
        ["marketer"] = [],
        [Cashier] = Till,
        ["agent"] = [],
        ["auditor"] = [],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IReadOnlyCollection<string> All { get; } =
    [Owner, "manager", "marketer", Cashier, "agent", "auditor"];

    public static bool IsRole(string word) => Rights.ContainsKey(word);

    public static FrozenSet<string> ScopesOf(string role) => Rights.TryGetValue(role, out var scopes) ? scopes : [];
}
