using Vafa.Features.Staff;
using Vafa.Web;

namespace Vafa.Features.Tills;

/// <summary>What the roles of the shop mean at a till.</summary>
internal static class TillRights
{
    /// <summary>Who may stand at it: whoever may record sales, and belongs to this branch or to none.</summary>
    public static bool MaySell(string role, string? ownBranch, string branch) =>
        Has(role, Scopes.Purchases) && (ownBranch is null || ownBranch == branch);

    /// <summary>
    /// Whose word is enough to take goods back, to give points by hand or to take more off: whoever may correct a
    /// wallet.
    /// </summary>
    public static bool Approves(string role) => Has(role, Scopes.Ledger);

    private static bool Has(string role, string scope)
    {
        var scopes = Roles.ScopesOf(role);
        return scopes.Contains(scope) || scopes.Contains(Scopes.All);
    }
}
