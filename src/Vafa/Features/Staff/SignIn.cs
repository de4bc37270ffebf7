using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;

namespace Vafa.Features.Staff;

public sealed record SignInRequest(string? User, string? Password, Visitor From);

/// <summary>
/// Signs in with user and password. An unknown user and a wrong password give the same answer after the same work
/// (sign-in.wrong); too many tries are refused before any (sign-in.too-many, with the seconds to wait).
/// </summary>
public sealed class SignIn(
    AppDb db,
    TimeProvider clock,
    SignInLimit limit,
    Passwords passwords,
    Sessions sessions,
    KnownDevices devices
)
{
    public async Task<Outcome<NewSession>> Run(SignInRequest request, CancellationToken ct)
    {
        var user = UserName.Of(request.User);
        var guess = new Guess(request.From.Address, user, devices.MarkOf(request.From.Device, user));
        if (await limit.Count(guess, ct) is { } tooMany)
        {
            return tooMany;
        }

        var staff = await db.Staff.AsNoTracking().SingleOrDefaultAsync(s => s.User == user, ct);
        var result = passwords.Verify(staff?.PasswordHash, request.Password ?? "");
        if (staff is null || staff.DisabledAt is not null || result == PasswordVerificationResult.Failed)
        {
            await Fail(staff, request.From.Address, ct);
            return new Refusal("sign-in.wrong");
        }

        var newHash =
            result == PasswordVerificationResult.SuccessRehashNeeded ? passwords.Hash(request.Password!) : null;
        NewSession? session = null;
        var signedIn = await db.Write(
            async inside =>
            {
                // Whoever changed the password since it was compared has closed this door.
                var still = await db
                    .Staff.Where(s => s.Id == staff.Id && s.PasswordHash == staff.PasswordHash)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(s => s.PasswordHash, newHash ?? staff.PasswordHash),
                        inside
                    );
                await limit.Forget(guess, inside);
                session = await sessions.Begin(staff, request.From, inside);
                Add("staff.signed-in", staff, request.From.Address);
                return still == 1 && session is not null;
            },
            ct
        );
        await limit.Sweep(ct);
        return signedIn ? session! : new Refusal("sign-in.wrong");
    }

    private Task Fail(StaffMember? staff, IPAddress address, CancellationToken ct) =>
        db.Write(
            _ =>
            {
                Add("staff.sign-in-failed", staff, address);
                return Task.FromResult(true);
            },
            ct
        );

    /// <summary>An unknown name is not written down: people type their password into the wrong field.</summary>
    private void Add(string action, StaffMember? staff, IPAddress address) =>
        AuditLog.Add(
            db,
            new Change(
                staff is null || action == "staff.sign-in-failed" ? "system" : "staff:" + staff.User,
                clock.GetUtcNow(),
                action,
                staff is null ? "staff" : "staff/" + staff.User
            )
            {
                After = new { Address = address.ToString() },
            }
        );
}

/// <summary>Signs this browser out.</summary>
public sealed class SignOut(AppDb db, TimeProvider clock, Sessions sessions)
{
    public async Task Run(string cookie, CancellationToken ct)
    {
        var (who, _) = await sessions.Find(cookie, ct);
        if (who is null)
        {
            return;
        }

        await db.Write(
            async inside =>
            {
                await sessions.End(cookie, inside);
                AuditLog.Add(
                    db,
                    new Change("staff:" + who.User, clock.GetUtcNow(), "staff.signed-out", "staff/" + who.User)
                );
                return true;
            },
            ct
        );
    }
}
