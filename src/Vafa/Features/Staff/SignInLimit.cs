using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;

namespace Vafa.Features.Staff;

/// <summary>
/// Slows guessing down without locking anybody out: an account is closed only to the address that guessed at it, so the
/// owner still gets in from elsewhere, and an address is closed to all accounts when it guesses at many.
/// </summary>
public sealed class SignInLimit(AppDb db, TimeProvider clock)
{
    public const int TriesPerAccount = 5;
    public const int TriesPerAddress = 50;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Counts a try before it is looked at: a hundred guesses sent at once must not all pass a count that none of them
    /// has raised yet. Refused: sign-in.too-many with the seconds to wait.
    /// </summary>
    public async Task<Refusal?> Count(IPAddress address, string? account, CancellationToken ct)
    {
        Refusal? refusal = null;
        foreach (var (key, most) in Keys(address, account))
        {
            var (tries, ends) = await CountOne(key, ct);
            if (tries > most)
            {
                var seconds = (int)Math.Ceiling((ends - clock.GetUtcNow()).TotalSeconds);
                refusal = new Refusal("sign-in.too-many", "", Math.Max(1, seconds));
            }
        }

        return refusal;
    }

    /// <summary>A sign-in that succeeded was no guess. To be called inside the sign-in's transaction.</summary>
    public async Task Forget(IPAddress address, string account, CancellationToken ct)
    {
        var (byAddress, byAccount) = (KeyOf(address), KeyOf(address, account));
        await db.SignInTries.Where(t => t.Key == byAccount).ExecuteDeleteAsync(ct);
        await db
            .SignInTries.Where(t => t.Key == byAddress && t.Tries > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.Tries, t => t.Tries - 1), ct);
    }

    /// <summary>Removes windows that are over.</summary>
    public Task Sweep(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.Write(
            async inside => await db.SignInTries.Where(t => t.EndsAt <= now).ExecuteDeleteAsync(inside) > 0,
            ct
        );
    }

    private static IEnumerable<(string Key, int Most)> Keys(IPAddress address, string? account)
    {
        yield return (KeyOf(address), TriesPerAddress);
        if (account is not null)
        {
            yield return (KeyOf(address, account), TriesPerAccount);
        }
    }

    private static string KeyOf(IPAddress address, string account) => $"{KeyOf(address)} {account}";

    /// <summary>A home or an office has a whole /64 of IPv6, so that counts as one address.</summary>
    private static string KeyOf(IPAddress address)
    {
        var one = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return one.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(one.GetAddressBytes().AsSpan(0, 8)) + "/64"
            : one.ToString();
    }

    private async Task<(int Tries, DateTimeOffset EndsAt)> CountOne(string key, CancellationToken ct)
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
