using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Web;

namespace Vafa.Features.Staff;

/// <summary>
/// Changes of who works here come one after the other, on all nodes: two owners who disable each other in the same
/// moment would otherwise leave a club without one.
/// </summary>
internal static class StaffTurn
{
    /// <summary>
    /// Runs <paramref name="change"/> on somebody as he stands when the turn has come; it answers why not, or null.
    /// Gives his user name. Refused: staff.unknown and what the change refuses.
    /// </summary>
    public static async Task<Outcome<string>> Run(
        AppDb db,
        string user,
        Func<StaffMember, CancellationToken, Task<Refusal?>> change,
        CancellationToken ct
    )
    {
        var name = UserName.Of(user);
        Refusal? refusal = Refusal.NotFound("staff.unknown");
        await db.Write(
            async inside =>
            {
                await Enter(db, inside);
                if (await db.Staff.AsNoTracking().SingleOrDefaultAsync(s => s.User == name, inside) is { } staff)
                {
                    refusal = await change(staff, inside);
                }

                return refusal is null;
            },
            ct
        );
        return refusal is null ? name : refusal;
    }

    public static async Task<bool> IsLastOwner(AppDb db, CancellationToken ct) =>
        await db.Staff.CountAsync(s => s.Role == Roles.Owner && s.DisabledAt == null, ct) == 1;

    /// <summary>Who may not do everything makes no owners and unmakes none.</summary>
    public static bool MayTouch(Actor actor, string role) => role != Roles.Owner || actor.May(Scopes.All);

    public static Refusal OwnerOnly(string pointer) =>
        new("staff.owner-only", pointer) { Kind = RefusalKind.Forbidden };

    /// <summary>
    /// The row of whoever came first is the turnstile: rows of staff are never deleted, so all wait for the same one.
    /// </summary>
    private static async Task Enter(AppDb db, CancellationToken ct)
    {
        var first = await db.Staff.OrderBy(s => s.Id).Select(s => s.Id).FirstOrDefaultAsync(ct);
        await db
            .Staff.Where(s => s.Id == first)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Role, s => s.Role), ct);
    }
}
