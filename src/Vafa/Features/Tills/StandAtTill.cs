using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Features.Programme;

namespace Vafa.Features.Tills;

/// <summary>Who and where a device is today: its till as the programme has it, and whoever stands at it.</summary>
internal sealed class StandAtTill(AppDb db, ProgrammeStore programmes, TimeProvider clock)
{
    /// <summary>A cashier who did nothing for so long has gone home.</summary>
    public static readonly TimeSpan ShiftEnds = TimeSpan.FromHours(12);

    private static readonly TimeSpan SeenIsCoarse = TimeSpan.FromMinutes(5);

    /// <summary>Null when its till was taken away.</summary>
    public async Task<TillStand?> Run(TillFound found, CancellationToken ct)
    {
        var (device, club) = (found.Device, await programmes.Version(found.Version, ct));
        if (!club.Tills.TryGetValue(device.Till, out var till))
        {
            return null;
        }

        var cashier = await Cashier(device, found.Person, till.Branch, ct);
        return new TillStand(device.Id, device.Till, device.Number, till.Branch, till.Title, cashier)
        {
            Club = club,
            Looked = new LookedUp(device.LookUpsEnd, device.LookUps, device.Misses),
        };
    }

    private async Task<Cashier?> Cashier(TillDevice device, PersonThere? found, string branch, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (
            found is null
            || now - device.ShiftSeenAt > ShiftEnds
            || !TillRights.MaySell(found.Role, found.Branch, branch)
        )
        {
            return null;
        }

        if (now - device.ShiftSeenAt >= SeenIsCoarse)
        {
            await db.Write(
                async inside =>
                    await db
                        .TillDevices.Where(d => d.Id == device.Id && d.StaffId == found.Id)
                        .ExecuteUpdateAsync(set => set.SetProperty(d => d.ShiftSeenAt, now), inside) == 1,
                ct
            );
        }

        return new Cashier(found.Id, found.User, found.Name, found.Role, TillRights.Approves(found.Role));
    }
}
