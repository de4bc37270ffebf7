using System.Net;
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
public sealed class SignInLimit(AppDb db, TimeProvider clock, CountTries count)
{
    /// <summary>From one address, or in one known browser.</summary>
    public const int TriesPerAccount = 5;

    public const int TriesPerAddress = 50;

    /// <summary>From all unknown browsers together: 20 addresses that guess as much as each may.</summary>
    public const int TriesOfStrangers = 100;

    public static readonly TimeSpan Window = CountTries.Window;

    /// <summary>
    /// Counts a try before it is looked at: a hundred guesses sent at once must not all pass a count that none of them
    /// has raised yet. What one count has refused is not counted in the next, so one address alone cannot close an
    /// account to others. Refused: sign-in.too-many with the seconds to wait.
    /// </summary>
    public async Task<Refusal?> Count(Guess guess, CancellationToken ct)
    {
        foreach (var (key, most) in Counts(guess))
        {
            var (tries, ends) = await count.Run(key, ct);
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
        var own = guess.Device is null
            ? CountTries.KeyOf(guess.Address) + " " + guess.Account
            : DeviceKey(guess.Device);
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

        yield return (CountTries.KeyOf(guess.Address), TriesPerAddress);
        if (guess.Account is { } account)
        {
            yield return (CountTries.KeyOf(guess.Address) + " " + account, TriesPerAccount);
            yield return ("account " + account, TriesOfStrangers);
        }
    }

    private static string DeviceKey(string device) => "device " + device;
}
