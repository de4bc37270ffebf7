using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;

namespace Vafa.Features.Staff;

/// <param name="Password">His password: who finds an open browser must not give himself a PIN.</param>
/// <param name="From">What the tries are counted under: a session, or a till.</param>
public sealed record ChangePinRequest(string User, string Password, string Pin, IPAddress Address, string From);

/// <summary>
/// Somebody chooses the PIN he uses at the tills; it is unlocked by it, too. Refused: pin.invalid, pin.easy,
/// pin.password (also for an unknown user), sign-in.too-many.
/// </summary>
public sealed class ChangePin(AppDb db, TimeProvider clock, SignInLimit limit, Passwords passwords)
{
    public async Task<Outcome<PinSet>> Run(ChangePinRequest request, CancellationToken ct)
    {
        var pin = Pin.Read(request.Pin);
        if (pin.IsRefused)
        {
            return Outcome<PinSet>.Refused(pin.Refusals);
        }

        var user = UserName.Of(request.User);
        var guess = new Guess(request.Address, user, request.From);
        if (await limit.Count(guess, ct) is { } tooMany)
        {
            return tooMany;
        }

        var staff = await db.Staff.AsNoTracking().SingleOrDefaultAsync(s => s.User == user, ct);
        var fits = passwords.Verify(staff?.PasswordHash, request.Password) != PasswordVerificationResult.Failed;
        if (!fits || staff is null || staff.DisabledAt is not null)
        {
            return new Refusal("pin.password", "/password");
        }

        var (hash, now) = (passwords.Hash(pin.Value), clock.GetUtcNow());
        await db.Write(
            async inside =>
            {
                await limit.Forget(guess, inside);
                await db.StaffPins.Where(p => p.StaffId == staff.Id).ExecuteDeleteAsync(inside);
                db.StaffPins.Add(
                    new StaffPin
                    {
                        StaffId = staff.Id,
                        Hash = hash,
                        SetAt = now,
                    }
                );
                AuditLog.Add(db, new Change("staff:" + staff.User, now, "staff.pin-set", "staff/" + staff.User));
                return true;
            },
            ct
        );
        return new PinSet(now);
    }
}

/// <summary>Since when a PIN holds.</summary>
public sealed record PinSet(DateTimeOffset At);
