using Vafa.Core.Values;

namespace Vafa.Core.Ledger;

/// <summary>
/// What members' wallets of one unit got and lost over some days, an account each: what came in as it came, and
/// <see cref="Spent"/> and <see cref="Expired"/> as what went out. Each is net and may lie below 0.
/// </summary>
/// <param name="Issued">Earned, less what refunds took back.</param>
/// <param name="Imported">Opening balances of an older programme.</param>
/// <param name="Adjusted">By hand: bonuses less penalties.</param>
/// <param name="Converted">What came from another unit, less what became one.</param>
/// <param name="Transferred">Between members; 0 over all days and branches.</param>
/// <param name="Merged">Between members who were merged; 0 over all days and branches.</param>
/// <param name="Spent">Less what refunds gave back.</param>
/// <param name="Expired">Less what stands again.</param>
public readonly record struct UnitMovement(
    long Issued,
    long Imported,
    long Adjusted,
    long Converted,
    long Transferred,
    long Merged,
    long Spent,
    long Expired
)
{
    /// <summary>What rules, offers and people gave: what a plan of giving is measured by.</summary>
    public long Given => checked(Issued + Adjusted);

    /// <summary>What came otherwise: opening balances, from other units, between members.</summary>
    public long Other => checked(Imported + Converted + Transferred + Merged + SetApart);

    /// <summary>Back from tills, less what was set apart for one; still the members' own.</summary>
    public long SetApart { get; init; }

    /// <summary>By how much the wallets grew.</summary>
    public long Net => checked(Given + Other - Spent - Expired);

    public static UnitMovement operator +(in UnitMovement a, in UnitMovement b) =>
        checked(
            new UnitMovement(
                a.Issued + b.Issued,
                a.Imported + b.Imported,
                a.Adjusted + b.Adjusted,
                a.Converted + b.Converted,
                a.Transferred + b.Transferred,
                a.Merged + b.Merged,
                a.Spent + b.Spent,
                a.Expired + b.Expired
            )
            {
                SetApart = a.SetApart + b.SetApart,
            }
        );

    /// <summary>
    /// Each account that moved, in the order of their numbers; + into the wallets.
    /// </summary>
    /// <param name="branch">The branch it counts for; empty: none.</param>
    public IEnumerable<AccountMove> Moves(string branch)
    {
        AccountMove[] all =
        [
            new(ClubAccount.Issued, branch, Issued),
            new(ClubAccount.Spent, branch, -Spent),
            new(ClubAccount.Expired, branch, -Expired),
            new(ClubAccount.Adjusted, branch, Adjusted),
            new(ClubAccount.Imported, branch, Imported),
            new(ClubAccount.Converted, branch, Converted),
            new(ClubAccount.Transferred, branch, Transferred),
            new(ClubAccount.Merged, branch, Merged),
            new(ClubAccount.SetApart, branch, SetApart),
        ];
        return all.Where(m => m.Amount != 0);
    }
}

/// <summary>What moved between members' wallets and one account of the club; + into the wallets.</summary>
/// <param name="Branch">The branch it counts for; empty: none.</param>
public readonly record struct AccountMove(ClubAccount Account, string Branch, long Amount);

/// <summary>The same with what it counts in money, of the same sign or 0.</summary>
public readonly record struct ValuedMove(AccountMove Move, Money Value);
