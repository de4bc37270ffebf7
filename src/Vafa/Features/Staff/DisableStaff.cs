using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Web;

namespace Vafa.Features.Staff;

public sealed record DisableStaffRequest(string User, Actor Actor);

/// <summary>
/// Shuts somebody out: his sessions end at once and his unused links are over. What he did stays his. Refused:
/// staff.unknown, staff.own-door, staff.owner-only, staff.last-owner.
/// </summary>
public sealed class DisableStaff(AppDb db, TimeProvider clock)
{
    public Task<Outcome<string>> Run(DisableStaffRequest request, CancellationToken ct) =>
        StaffTurn.Run(db, request.User, (staff, inside) => Save(staff, request.Actor, inside), ct);

    private async Task<Refusal?> Save(StaffMember staff, Actor actor, CancellationToken ct)
    {
        if (actor.By == "staff:" + staff.User)
        {
            return Refusal.Conflict("staff.own-door");
        }

        if (!StaffTurn.MayTouch(actor, staff.Role))
        {
            return StaffTurn.OwnerOnly("");
        }

        if (staff.DisabledAt is not null)
        {
            return null;
        }

        if (staff.Role == Roles.Owner && await StaffTurn.IsLastOwner(db, ct))
        {
            return Refusal.Conflict("staff.last-owner");
        }

        var now = clock.GetUtcNow();
        await db
            .Staff.Where(s => s.Id == staff.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.DisabledAt, now), ct);
        var ended = await db.StaffSessions.Where(s => s.StaffId == staff.Id).ExecuteDeleteAsync(ct);
        await db.StaffLinks.Where(l => l.StaffId == staff.Id && l.UsedAt == null).ExecuteDeleteAsync(ct);
        AuditLog.Add(
            db,
            new Change(actor.By, now, "staff.disabled", "staff/" + staff.User) { After = new { Ended = ended } }
        );
        return null;
    }
}

/// <summary>Lets somebody in again, with the password he had. Refused: staff.unknown, staff.owner-only.</summary>
public sealed class EnableStaff(AppDb db, TimeProvider clock)
{
    public Task<Outcome<string>> Run(DisableStaffRequest request, CancellationToken ct) =>
        StaffTurn.Run(db, request.User, (staff, inside) => Save(staff, request.Actor, inside), ct);

    private async Task<Refusal?> Save(StaffMember staff, Actor actor, CancellationToken ct)
    {
        if (!StaffTurn.MayTouch(actor, staff.Role))
        {
            return StaffTurn.OwnerOnly("");
        }

        if (staff.DisabledAt is null)
        {
            return null;
        }

        await db
            .Staff.Where(s => s.Id == staff.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.DisabledAt, (DateTimeOffset?)null), ct);
        AuditLog.Add(db, new Change(actor.By, clock.GetUtcNow(), "staff.enabled", "staff/" + staff.User));
        return null;
    }
}
