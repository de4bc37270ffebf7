using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Joining;

/// <summary>Where a link to join is read from.</summary>
internal enum JoinPlace
{
    Receipt,
    Screen,
    Poster,
}

/// <summary>What a link to join says of itself.</summary>
/// <param name="Till">Code of the till that shows it; null for a poster.</param>
internal sealed record JoinLink(JoinPlace Place, string? Till, DateTimeOffset Until);

/// <summary>
/// Makes and reads the links by which people join. A link is signed and says where it stands and when it ends, so none
/// has to be kept; a new key ends all that were made before.
/// </summary>
internal sealed class JoinLinks(AppDb db, TimeProvider clock)
{
    public const string Path = "/join/";

    /// <summary>Stands for the till of whom no till brought; no code has a space.</summary>
    public const string Poster = "a poster";

    /// <summary>Longer than any link is.</summary>
    private const int Longest = 400;

    private const int MacBytes = 16;

    private static readonly (JoinPlace Place, char Letter, TimeSpan Lives, TimeSpan Step)[] Places =
    [
        (JoinPlace.Receipt, 'r', TimeSpan.FromDays(90), TimeSpan.FromDays(1)),
        (JoinPlace.Screen, 's', TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(10)),
        (JoinPlace.Poster, 'p', TimeSpan.FromDays(366), TimeSpan.FromDays(1)),
    ];

    /// <summary>Whether people may join by themselves.</summary>
    public async Task<bool> AreOpen(CancellationToken ct) => (await Door(ct)).Open;

    /// <summary>
    /// The path of a link; null while nobody may join by himself. One made again within the same step is the same, so
    /// that what shows it stands still.
    /// </summary>
    public async Task<(string Path, DateTimeOffset Until)?> Make(JoinPlace place, string? till, CancellationToken ct)
    {
        var door = await Door(ct);
        if (!door.Open)
        {
            return null;
        }

        var (_, letter, lives, step) = Places.Single(p => p.Place == place);
        var latest = clock.GetUtcNow() + lives;
        var until = new DateTimeOffset(((latest.Ticks / step.Ticks) + 1) * step.Ticks, TimeSpan.Zero);
        var minutes = until.ToUnixTimeSeconds() / 60;
        var said = string.Create(CultureInfo.InvariantCulture, $"{letter}{minutes}.{Encoded(till ?? "")}");
        return ($"{Path}{said}.{Signed(door.Key, said)}", until);
    }

    /// <summary>What a token says; null for one that was not made here, is over, or leads nowhere any more.</summary>
    public async Task<JoinLink?> Read(string token, CancellationToken ct)
    {
        if (token.Length > Longest || token.Split('.') is not [var head, var till, var mac])
        {
            return null;
        }

        var door = await Door(ct);
        var signed = Encoding.ASCII.GetBytes(Signed(door.Key, head + "." + till));
        if (!door.Open || !CryptographicOperations.FixedTimeEquals(signed, Encoding.UTF8.GetBytes(mac)))
        {
            return null;
        }

        var until = DateTimeOffset.FromUnixTimeSeconds(long.Parse(head.AsSpan(1), CultureInfo.InvariantCulture) * 60);
        return until <= clock.GetUtcNow()
            ? null
            : new JoinLink(Places.Single(p => p.Letter == head[0]).Place, Decoded(till), until);
    }

    /// <summary>The door as it is; the first look makes it, open.</summary>
    public async Task<JoinDoor> Door(CancellationToken ct)
    {
        while (true)
        {
            if (await db.JoinDoors.AsNoTracking().SingleOrDefaultAsync(ct) is { } door)
            {
                return door;
            }

            try
            {
                await db.Write(
                    _ =>
                    {
                        db.JoinDoors.Add(
                            new JoinDoor
                            {
                                Open = true,
                                Key = NewKey(),
                                KeySince = clock.GetUtcNow(),
                            }
                        );
                        return Task.FromResult(true);
                    },
                    ct
                );
            }
            catch (DbUpdateException e) when (db.IsTaken(e))
            {
                // Another call made it in the same moment.
                db.ChangeTracker.Clear();
            }
        }
    }

    internal static byte[] NewKey() => RandomNumberGenerator.GetBytes(32);

    private static string Signed(byte[] key, string said) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes("join " + said)).AsSpan(0, MacBytes));

    private static string Encoded(string till) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(till));

    private static string? Decoded(string till) =>
        till.Length == 0 ? null : Encoding.UTF8.GetString(Base64Url.DecodeFromChars(till));
}
