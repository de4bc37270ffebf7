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

    private static readonly FrozenDictionary<string, FrozenSet<string>> Rights = new Dictionary<
        string,
        FrozenSet<string>
    >(StringComparer.Ordinal)
    {
        [Owner] = Set(Scopes.All),
        // Everything but who works here and the machines' keys.
        ["manager"] = Set(
            Scopes.Members,
            Scopes.Purchases,
            Scopes.Offers,
            Scopes.Ledger,
            Scopes.History,
            Scopes.Club,
            Scopes.Audit,
            Scopes.Messages,
            Scopes.Reports,
            Scopes.Staff + Scopes.Read
        ),
        ["marketer"] = Set(
            Scopes.Members,
            Scopes.Offers,
            Scopes.Messages,
            Scopes.Reports,
            Scopes.Purchases + Scopes.Read,
            Scopes.Club + Scopes.Read
        ),
        [Cashier] = Set(Scopes.Members, Scopes.Purchases, Scopes.Offers + Scopes.Read),
        // Calls members; changes nothing of theirs.
        ["agent"] = Set(Scopes.Members + Scopes.Read, Scopes.Purchases + Scopes.Read),
        // Sees everything, changes nothing.
        ["auditor"] = Set([
            .. Scopes.Known.Where(s => s is not (Scopes.All or Scopes.History)).Select(s => s + Scopes.Read),
        ]),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IReadOnlyCollection<string> All { get; } =
    [Owner, "manager", "marketer", Cashier, "agent", "auditor"];

    public static bool IsRole(string word) => Rights.ContainsKey(word);

    public static FrozenSet<string> ScopesOf(string role) => Rights.TryGetValue(role, out var scopes) ? scopes : [];

    private static FrozenSet<string> Set(params string[] scopes) => FrozenSet.Create(StringComparer.Ordinal, scopes);
}
