using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Features.Staff;

namespace Vafa.Features.Tills;

/// <summary>
/// Somebody takes his place at a till by his PIN; whoever stood there is relieved. Refused: what the PIN refuses,
/// till.role (his role sells nothing), till.other-branch.
/// </summary>
internal sealed class BeginShift(AppDb db, TimeProvider clock, CheckPin checkPin)
{
    public async Task<Outcome<Cashier>> Run(TillStand stand, string user, string pin, CancellationToken ct)
    {
        var owner = await checkPin.Run(new CheckPinRequest(user, pin, stand.Device, "till:" + stand.Till), ct);
        if (owner.IsRefused)
        {
            return Outcome<Cashier>.Refused(owner.Refusals);
        }

        var who = owner.Value;
        if (!TillRights.MaySell(who.Role, null, stand.Branch))
        {
            return new Refusal("till.role", "/user") { Kind = RefusalKind.Forbidden };
        }

        if (!TillRights.MaySell(who.Role, who.Branch, stand.Branch))
        {
            return new Refusal("till.other-branch", "/user") { Kind = RefusalKind.Forbidden };
        }

        var now = clock.GetUtcNow();
        await db.Write(
            async inside =>
            {
                AuditLog.Add(db, new Change("staff:" + who.User, now, "till.shift-begun", "till/" + stand.Till));
                return await db
                        .TillDevices.Where(d => d.Id == stand.Device && d.RevokedAt == null)
                        .ExecuteUpdateAsync(
                            set =>
                                set.SetProperty(d => d.StaffId, who.StaffId)
                                    .SetProperty(d => d.ShiftSince, now)
                                    .SetProperty(d => d.ShiftSeenAt, now),
                            inside
                        ) == 1;
            },
            ct
        );
        return new Cashier(who.StaffId, who.User, who.Name, who.Role, TillRights.Approves(who.Role));
    }
}

/// <summary>Whoever stands at a till leaves it; what waits there is sent all the same.</summary>
internal sealed class EndShift(AppDb db)
{
    public Task Run(TillStand stand, CancellationToken ct) =>
        db.Write(
            async inside =>
                await db
                    .TillDevices.Where(d => d.Id == stand.Device && d.StaffId != null)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(d => d.StaffId, (Guid?)null)
                                .SetProperty(d => d.ShiftSince, (DateTimeOffset?)null)
                                .SetProperty(d => d.ShiftSeenAt, (DateTimeOffset?)null),
                        inside
                    ) == 1,
            ct
        );
}
