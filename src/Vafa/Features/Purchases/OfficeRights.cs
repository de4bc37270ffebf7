using Vafa.Web;

namespace Vafa.Features.Purchases;

/// <summary>
/// What of sales is a manager's in the office, as it is at a till: whoever may correct wallets. Machines do what their
/// keys say.
/// </summary>
internal static class OfficeRights
{
    /// <summary>To take goods back.</summary>
    public static bool MayRefund(Actor actor) => actor.Role is null || actor.May(Scopes.Ledger);

    /// <summary>To tell a sale as a fact, with whatever was taken off.</summary>
    public static bool MayConclude(Actor actor) => actor.Role is null || actor.May(Scopes.Ledger);
}
