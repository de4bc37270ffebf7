using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Web;

namespace Vafa.Features.Staff;

/// <summary>What is to become of somebody: each null stays as it is.</summary>
/// <param name="Name">"" takes the name away.</param>
/// <param name="Branch">"" is no branch in particular.</param>
public sealed record StaffChange(string? Name, string? Role, string? Branch);

public sealed record ChangeStaffRequest(string User, StaffChange Change, Actor Actor);

/// <summary>
/// Changes name, role and branch; a role holds at once, also in sessions that are open. Refused: staff.unknown,
/// staff.role-unknown, staff.own-role, staff.owner-only, staff.last-owner.
/// </summary>
public sealed class ChangeStaff(AppDb db, TimeProvider clock)
{
    public Task<Outcome<string>> Run(ChangeStaffRequest request, CancellationToken ct) =>
        request.Change.Role is { } role && !Roles.IsRole(role)
            ? Task.FromResult<Outcome<string>>(new Refusal("staff.role-unknown", "/role", string.Join(", ", Roles.All)))
            : StaffTurn.Run(db, request.User, (staff, inside) => Save(staff, request, inside), ct);

    private async Task<Refusal?> Save(StaffMember staff, ChangeStaffRequest request, CancellationToken ct)
    {
        var (change, actor) = (request.Change, request.Actor);
        var role = change.Role ?? staff.Role;
        if (role != staff.Role)
        {
            if (actor.By == "staff:" + staff.User)
            {
                return Refusal.Conflict("staff.own-role", "/role");
            }

            if (!StaffTurn.MayTouch(actor, staff.Role) || !StaffTurn.MayTouch(actor, role))
            {
                return StaffTurn.OwnerOnly("/role");
            }

            if (staff is { Role: Roles.Owner, DisabledAt: null } && await StaffTurn.IsLastOwner(db, ct))
            {
                return Refusal.Conflict("staff.last-owner", "/role");
            }
        }

        var before = new
        {
            staff.Name,
            staff.Role,
            staff.Branch,
        };
        var after = new
        {
            Name = Kept(change.Name, staff.Name),
            Role = role,
            Branch = Kept(change.Branch, staff.Branch),
        };
        if (before.Equals(after))
        {
            return null;
        }

        await db
            .Staff.Where(s => s.Id == staff.Id)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(s => s.Name, after.Name)
                        .SetProperty(s => s.Role, after.Role)
                        .SetProperty(s => s.Branch, after.Branch),
                ct
            );
        AuditLog.Add(
            db,
            new Change(actor.By, clock.GetUtcNow(), "staff.changed", "staff/" + staff.User)
            {
                Before = before,
                After = after,
            }
        );
        return null;
    }

    private static string? Kept(string? asked, string? stands) =>
        asked is null ? stands
        : asked == "" ? null
        : asked;
}
