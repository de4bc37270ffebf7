using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Features.Programme.Branches;
using Vafa.Features.Staff;

namespace Vafa.Features.Tills;

/// <summary>Who and where a device is today: its till as the programme has it, and whoever stands at it.</summary>
internal sealed class StandAtTill(AppDb db, ReadTills readTills, PeopleAtTill people, TimeProvider clock)
{
    /// <summary>A cashier who did nothing for so long has gone home.</summary>
    public static readonly TimeSpan ShiftEnds = TimeSpan.FromHours(12);

    private static readonly TimeSpan SeenIsCoarse = TimeSpan.FromMinutes(5);

    /// <summary>Null when its till was taken away.</summary>
    public async Task<TillStand?> Run(TillDevice device, CancellationToken ct)
    {
        if (await readTills.One(device.Till, ct) is not { } till)
        {
            return null;
        }

        var cashier = await Cashier(device, till.Branch, ct);
        return new TillStand(device.Id, till.Code, device.Number, till.Branch, till.Title, cashier);
    }

    private async Task<Cashier?> Cashier(TillDevice device, string branch, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (device.StaffId is not { } staff || now - device.ShiftSeenAt > ShiftEnds)
        {
            return null;
        }

        if (await people.One(staff, ct) is not { } found || !TillRights.MaySell(found.Role, found.Branch, branch))
        {
            return null;
        }

        if (now - device.ShiftSeenAt >= SeenIsCoarse)
        {
            await db.Write(
                async inside =>
                    await db
                        .TillDevices.Where(d => d.Id == device.Id && d.StaffId == staff)
                        .ExecuteUpdateAsync(set => set.SetProperty(d => d.ShiftSeenAt, now), inside) == 1,
                ct
            );
        }

        return new Cashier(found.Id, found.User, found.Name, found.Role, TillRights.Approves(found.Role));
    }
}
