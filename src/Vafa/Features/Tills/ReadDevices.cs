using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Features.Staff;
using Vafa.Web;

namespace Vafa.Features.Tills;

/// <summary>A paired device, as the office sees it.</summary>
/// <param name="Till">Code of its till.</param>
/// <param name="Number">Counts the devices of the till; heads the numbers of its receipts.</param>
/// <param name="LastSeen">To a minute.</param>
/// <param name="Cashier">User of whoever stands at it, or stood last.</param>
/// <param name="Waiting">Sales it held, as it said last, that had not come in.</param>
/// <param name="ClockAhead">Seconds its clock was ahead; negative: behind.</param>
/// <param name="Revoked">Since when it is shut out.</param>
public sealed record TillDeviceView(
    Guid Id,
    string Till,
    int Number,
    string Name,
    string PairedBy,
    DateTimeOffset PairedAt,
    DateTimeOffset LastSeen,
    string? Cashier,
    int Waiting,
    int ClockAhead,
    DateTimeOffset? Revoked
)
{
    /// <summary>It was shut out because its token had been copied.</summary>
    public bool Copied { get; init; }

    /// <summary>Sales that were not taken and wait there for somebody to look.</summary>
    public int Refused { get; init; }

    /// <summary>Of the last few: its number and why.</summary>
    public IReadOnlyList<string> RefusedWhy { get; init; } = [];
}

/// <summary>
/// The devices that were paired, the newest first; those shut out longer than 30 days ago are left out.
/// </summary>
internal sealed class ReadDevices(AppDb db, PeopleAtTill people, TimeProvider clock)
{
    private const int Most = 500;
    private static readonly TimeSpan RevokedStay = TimeSpan.FromDays(30);

    public async Task<IReadOnlyList<TillDeviceView>> Run(CancellationToken ct)
    {
        var since = clock.GetUtcNow() - RevokedStay;
        var rows = await db
            .TillDevices.AsNoTracking()
            .Where(d => d.RevokedAt == null || d.RevokedAt > since)
            .OrderBy(d => d.RevokedAt != null)
            .ThenByDescending(d => d.PairedAt)
            .Take(Most)
            .ToListAsync(ct);
        var users = await people.Users([.. rows.Select(d => d.StaffId).OfType<Guid>().Distinct()], ct);
        return rows.ConvertAll(d => Show(d, d.StaffId is { } id ? users.GetValueOrDefault(id) : null));
    }

    private static TillDeviceView Show(TillDevice d, string? cashier) =>
        new(
            d.Id,
            d.Till,
            d.Number,
            d.Name,
            d.PairedBy,
            d.PairedAt,
            d.LastSeenAt,
            cashier,
            d.Waiting,
            d.ClockAhead,
            d.RevokedAt
        )
        {
            Copied = d.RevokedBy == "system",
            Refused = d.Refused,
            RefusedWhy = d.RefusedWhy?.Split('\n') ?? [],
        };
}

/// <summary>
/// Shuts a device out; its token is nobody's at once, on every node. Refused: till.device-unknown.
/// </summary>
internal sealed class RevokeDevice(AppDb db, TimeProvider clock)
{
    public async Task<Outcome<Guid>> Run(Guid id, Actor by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var device = await db.TillDevices.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct);
        if (device is null)
        {
            return Refusal.NotFound("till.device-unknown");
        }

        await db.Write(
            async inside =>
            {
                var shut = await db
                    .TillDevices.Where(d => d.Id == id && d.RevokedAt == null)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(d => d.RevokedAt, now).SetProperty(d => d.RevokedBy, by.By),
                        inside
                    );
                if (shut == 1)
                {
                    AuditLog.Add(
                        db,
                        new Change(by.By, now, "till.revoked", "till/" + device.Till)
                        {
                            After = new { Device = device.Name },
                        }
                    );
                }

                return shut == 1;
            },
            ct
        );
        return id;
    }
}
