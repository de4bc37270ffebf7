using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Staff;

/// <summary>
/// Counts what somebody tried in the running quarter of an hour, under a key that says who or where; in the database,
/// so that all nodes count together.
/// </summary>
public sealed class CountTries(AppDb db, TimeProvider clock)
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>A home or an office has a whole /64 of IPv6, so that counts as one address.</summary>
    public static string KeyOf(IPAddress address)
    {
        var one = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return one.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(one.GetAddressBytes().AsSpan(0, 8)) + "/64"
            : one.ToString();
    }

    /// <returns>How many with this one, and when the quarter ends.</returns>
    public async Task<(int Tries, DateTimeOffset EndsAt)> Run(string key, CancellationToken ct)
    {
        while (true)
        {
            var row = new SignInTry
            {
                Key = key,
                Tries = 1,
                EndsAt = clock.GetUtcNow() + Window,
            };
            var counted = (row.Tries, row.EndsAt);
            try
            {
                await db.Write(
                    async inside =>
                    {
                        counted = await Raise(row, inside);
                        return true;
                    },
                    ct
                );
                return counted;
            }
            catch (DbUpdateException e) when (db.IsTaken(e))
            {
                // Another try from there opened the window in the same moment; now it can be raised.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<(int Tries, DateTimeOffset EndsAt)> Raise(SignInTry first, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.SignInTries.Where(t => t.Key == first.Key && t.EndsAt <= now).ExecuteDeleteAsync(ct);
        var raised = await db
            .SignInTries.Where(t => t.Key == first.Key)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.Tries, t => t.Tries + 1), ct);
        if (raised == 0)
        {
            db.SignInTries.Add(first);
            return (first.Tries, first.EndsAt);
        }

        var row = await db.SignInTries.AsNoTracking().SingleAsync(t => t.Key == first.Key, ct);
        return (row.Tries, row.EndsAt);
    }
}
