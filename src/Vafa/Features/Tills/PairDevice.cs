using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Features.Programme.Branches;
using Vafa.Features.Staff;
using Vafa.Web;

namespace Vafa.Features.Tills;

/// <summary>A code that pairs one device with a till, shown once.</summary>
/// <param name="Code">8 digits.</param>
/// <param name="Address">Path of the till's page, where it is typed.</param>
/// <param name="Link">Path that brings it to the till's page behind a #, so that no server and no log sees it.</param>
public sealed record PairingCode(string Code, string Address, string Link, DateTimeOffset ExpiresAt);

/// <summary>
/// Makes a pairing code for a till; the one before it is over. Refused: till.unknown.
/// </summary>
internal sealed class MakePairingCode(AppDb db, TimeProvider clock, ReadTills readTills)
{
    public static readonly TimeSpan Lives = TimeSpan.FromMinutes(10);

    public async Task<Outcome<PairingCode>> Run(string till, Actor by, CancellationToken ct)
    {
        if (await readTills.One(till, ct) is null)
        {
            return Refusal.NotFound("till.unknown", till);
        }

        // A short secret: it is typed by hand, lives ten minutes, serves once, and few may be tried.
        var code = RandomNumberGenerator.GetInt32(100_000_000).ToString("D8", CultureInfo.InvariantCulture);
        var now = clock.GetUtcNow();
        await db.Write(
            async inside =>
            {
                await db.TillPairings.Where(p => p.Till == till || p.ExpiresAt <= now).ExecuteDeleteAsync(inside);
                db.TillPairings.Add(
                    new TillPairing
                    {
                        CodeHash = Secret.Hash(code),
                        Till = till,
                        MadeBy = by.By,
                        ExpiresAt = now + Lives,
                    }
                );
                AuditLog.Add(db, new Change(by.By, now, "till.code-made", "till/" + till));
                return true;
            },
            ct
        );
        return new PairingCode(code, "/till", "/till#pair=" + code, now + Lives);
    }
}

/// <param name="Code">As typed.</param>
/// <param name="Name">What kind of device it says it is.</param>
internal sealed record PairDeviceRequest(string Code, string Name, IPAddress Address);

/// <summary>A device just paired, with what its browser keeps.</summary>
internal sealed record PairedDevice(Guid Id, string Till, string Token);

/// <summary>
/// Pairs a device by a code. Wrong codes are counted by address and, lest many addresses guess together, in all.
/// Refused: till.code-wrong (also for one that is used or over), sign-in.too-many.
/// </summary>
internal sealed class PairDevice(AppDb db, TimeProvider clock, SignInLimit limit)
{
    /// <summary>No user is called so: a name has no space.</summary>
    private const string Counted = "till pairing";

    public async Task<Outcome<PairedDevice>> Run(PairDeviceRequest request, CancellationToken ct)
    {
        var guess = new Guess(request.Address, Counted);
        if (await limit.Count(guess, ct) is { } tooMany)
        {
            return tooMany;
        }

        var digits = new string([.. PersianText.Digits(request.Code).Where(char.IsAsciiDigit).Take(9)]);
        var (hash, now) = (Secret.Hash(digits), clock.GetUtcNow());
        PairedDevice? paired = null;
        while (paired is null)
        {
            try
            {
                var fits = await db.Write(
                    async inside =>
                    {
                        paired = await Pair(hash, request.Name, now, inside);
                        await (paired is null ? Task.CompletedTask : limit.Forget(guess, inside));
                        return paired is not null;
                    },
                    ct
                );
                if (!fits)
                {
                    return new Refusal("till.code-wrong", "/code");
                }
            }
            catch (DbUpdateException e) when (db.IsTaken(e))
            {
                // Another device of the same till took the number in the same moment.
                (paired, _) = (null, db.ChangeTracker);
                db.ChangeTracker.Clear();
            }
        }

        return paired;
    }

    private async Task<PairedDevice?> Pair(byte[] hash, string name, DateTimeOffset now, CancellationToken ct)
    {
        var pairing = await db.TillPairings.AsNoTracking().SingleOrDefaultAsync(p => p.CodeHash == hash, ct);
        // Whoever deletes the row has used the code; a second one finds none.
        var used = await db.TillPairings.Where(p => p.CodeHash == hash && p.ExpiresAt > now).ExecuteDeleteAsync(ct);
        if (pairing is null || used != 1)
        {
            return null;
        }

        var before = await db.TillDevices.Where(d => d.Till == pairing.Till).MaxAsync(d => (int?)d.Number, ct);
        var token = Secret.New();
        var device = new TillDevice
        {
            Id = Guid.CreateVersion7(now),
            Till = pairing.Till,
            Number = (before ?? 0) + 1,
            Name = name,
            TokenHash = Secret.Hash(token),
            TokenSince = now,
            PairedBy = pairing.MadeBy,
            PairedAt = now,
            LastSeenAt = now,
        };
        db.TillDevices.Add(device);
        AuditLog.Add(
            db,
            new Change(pairing.MadeBy, now, "till.paired", "till/" + pairing.Till)
            {
                After = new { Device = name, device.Number },
            }
        );
        return new PairedDevice(device.Id, device.Till, token);
    }
}
