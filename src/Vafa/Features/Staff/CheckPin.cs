using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;

namespace Vafa.Features.Staff;

/// <param name="At">The paired till it is typed at.</param>
/// <param name="By">The same for the audit log.</param>
public sealed record CheckPinRequest(string User, string Pin, Guid At, string By);

/// <summary>Who typed his PIN.</summary>
public sealed record PinOwner(Guid StaffId, string User, string? Name, string Role, string? Branch);

/// <summary>
/// Whether a PIN is somebody's. A short secret is only worth something where it cannot be tried often: five tries a
/// quarter of an hour at one till, and twenty wrong ones in a row anywhere close it until its owner sets a new one.
/// Unknown people, people without a PIN and wrong PINs get the same answer after the same work. Refused: pin.wrong,
/// pin.locked, sign-in.too-many.
/// </summary>
public sealed class CheckPin(AppDb db, TimeProvider clock, SignInLimit limit, Passwords passwords)
{
    /// <summary>Wrong ones in a row, at all tills, that close a PIN.</summary>
    public const int MostFailures = 20;

    public async Task<Outcome<PinOwner>> Run(CheckPinRequest request, CancellationToken ct)
    {
        var user = UserName.Of(request.User);
        var guess = new Guess(System.Net.IPAddress.None, user, $"pin {request.At:N} {user}");
        if (await limit.Count(guess, ct) is { } tooMany)
        {
            return tooMany;
        }

        var found = await (
            from staff in db.Staff.AsNoTracking()
            join pin in db.StaffPins on staff.Id equals pin.StaffId
            where staff.User == user && staff.DisabledAt == null
            select new { Owner = new PinOwner(staff.Id, staff.User, staff.Name, staff.Role, staff.Branch), Pin = pin }
        ).SingleOrDefaultAsync(ct);
        var isClosed = found?.Pin.Failures >= MostFailures;
        var typed = PersianText.Digits(request.Pin).Trim();
        var fits = passwords.Verify(isClosed ? null : found?.Pin.Hash, typed) != PasswordVerificationResult.Failed;
        if (isClosed)
        {
            return new Refusal("pin.locked");
        }

        if (!fits || found is null)
        {
            await Fail(found?.Owner, request, ct);
            return new Refusal("pin.wrong", "/pin");
        }

        await db.Write(
            async inside =>
            {
                await limit.Forget(guess, inside);
                await Count(found.Owner.StaffId, 0, inside);
                return true;
            },
            ct
        );
        return found.Owner;
    }

    private Task Fail(PinOwner? owner, CheckPinRequest request, CancellationToken ct) =>
        owner is null
            ? Task.CompletedTask
            : db.Write(
                async inside =>
                {
                    await Count(owner.StaffId, 1, inside);
                    AuditLog.Add(
                        db,
                        new Change(request.By, clock.GetUtcNow(), "staff.pin-wrong", "staff/" + owner.User)
                    );
                    return true;
                },
                ct
            );

    /// <summary>One more in a row, or none.</summary>
    private Task<int> Count(Guid staff, int more, CancellationToken ct) =>
        db
            .StaffPins.Where(p => p.StaffId == staff)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Failures, p => more == 0 ? 0 : p.Failures + more), ct);
}

/// <param name="By">For the audit log.</param>
public sealed record ClearPinRequest(string User, string By);

/// <summary>
/// Takes somebody's PIN away; he chooses a new one with his password. Refused: staff.unknown.
/// </summary>
public sealed class ClearPin(AppDb db, TimeProvider clock)
{
    public async Task<Outcome<string>> Run(ClearPinRequest request, CancellationToken ct)
    {
        var user = UserName.Of(request.User);
        var staff = await db.Staff.Where(s => s.User == user).Select(s => (Guid?)s.Id).SingleOrDefaultAsync(ct);
        if (staff is null)
        {
            return Refusal.NotFound("staff.unknown");
        }

        await db.Write(
            async inside =>
            {
                var gone = await db.StaffPins.Where(p => p.StaffId == staff).ExecuteDeleteAsync(inside);
                if (gone > 0)
                {
                    AuditLog.Add(db, new Change(request.By, clock.GetUtcNow(), "staff.pin-cleared", "staff/" + user));
                }

                return gone > 0;
            },
            ct
        );
        return user!;
    }
}
