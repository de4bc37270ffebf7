using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;

namespace Vafa.Features.Staff;

/// <summary>A try to get in as somebody.</summary>
/// <param name="Account">The user; null where a link names nobody.</param>
/// <param name="Device">The mark of a browser from which he has signed in before.</param>
public sealed record Guess(IPAddress Address, string? Account, string? Device = null);

/// <summary>
/// Slows guessing down without locking anybody out. An account is closed to the address that guessed at it, an address
/// to all accounts when it guesses at many, and an account to all strangers only when very many addresses guess at it
/// together. A browser from which he has signed in before stands apart from all that: it has a count of its own.
/// </summary>
public sealed class SignInLimit(AppDb db, TimeProvider clock)
{
    /// <summary>From one address, or in one known browser.</summary>
    public const int TriesPerAccount = 5;

    public const int TriesPerAddress = 50;

    /// <summary>From all unknown browsers together: 20 addresses that guess as much as each may.</summary>
    public const int TriesOfStrangers = 100;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Counts a try before it is looked at: a hundred guesses sent at once must not all pass a count that none of them
    /// has raised yet. What one count has refused is not counted in the next, so one address alone cannot close an
    /// account to others. Refused: sign-in.too-many with the seconds to wait.
    /// </summary>
    public async Task<Refusal?> Count(Guess guess, CancellationToken ct)
    {
        foreach (var (key, most) in Counts(guess))
        {
            var (tries, ends) = await CountOne(key, ct);
            if (tries > most)
            {
                var seconds = (int)Math.Ceiling((ends - clock.GetUtcNow()).TotalSeconds);
                return new Refusal("sign-in.too-many", "", Math.Max(1, seconds));
            }
        }

        return null;
    }

    /// <summary>A sign-in that succeeded was no guess. To be called inside the sign-in's transaction.</summary>
    public async Task Forget(Guess guess, CancellationToken ct)
    {
        var own = guess.Device is null ? KeyOf(guess.Address) + " " + guess.Account : DeviceKey(guess.Device);
        await db.SignInTries.Where(t => t.Key == own).ExecuteDeleteAsync(ct);
        foreach (var (key, _) in Counts(guess).Where(count => count.Key != own))
        {
            await db
                .SignInTries.Where(t => t.Key == key && t.Tries > 0)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.Tries, t => t.Tries - 1), ct);
        }
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

    private static IEnumerable<(string Key, int Most)> Counts(Guess guess)
    {
        if (guess.Device is { } device)
        {
            yield return (DeviceKey(device), TriesPerAccount);
            yield break;
        }

        yield return (KeyOf(guess.Address), TriesPerAddress);
        if (guess.Account is { } account)
        {
            yield return (KeyOf(guess.Address) + " " + account, TriesPerAccount);
            yield return ("account " + account, TriesOfStrangers);
        }
    }

    private static string DeviceKey(string device) => "device " + device;

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
