using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;

namespace Vafa.Features.Staff;

/// <param name="Old">The password he has.</param>
public sealed record ChangePasswordRequest(Person Person, string Old, string New, IPAddress Address);

/// <summary>
/// Somebody changes his own password; his other sessions end. Guessing at the old one is slowed down like a sign-in,
/// for whoever found an open till. Refused: password.wrong, sign-in.too-many and what makes a password weak.
/// </summary>
public sealed class ChangePassword(
    AppDb db,
    TimeProvider clock,
    SignInLimit limit,
    Passwords passwords,
    PasswordRules rules
)
{
    public async Task<Outcome<Ended>> Run(ChangePasswordRequest request, CancellationToken ct)
    {
        var person = request.Person;
        var guess = new Guess(request.Address, person.User, "session " + person.Session);
        if (await limit.Count(guess, ct) is { } tooMany)
        {
            return tooMany;
        }

        var staff = await db.Staff.AsNoTracking().SingleAsync(s => s.Id == person.StaffId, ct);
        if (passwords.Verify(staff.PasswordHash, request.Old) == PasswordVerificationResult.Failed)
        {
            return new Refusal("password.wrong", "/old");
        }

        if (await rules.Check(request.New, staff, ct) is { } weak)
        {
            return weak with { Pointer = "/new" };
        }

        var hash = passwords.Hash(request.New);
        var ended = 0;
        var changed = await db.Write(
            async inside =>
            {
                // Whoever changed it since it was compared has closed this door.
                var mine = await db
                    .Staff.Where(s => s.Id == staff.Id && s.PasswordHash == staff.PasswordHash)
                    .ExecuteUpdateAsync(set => set.SetProperty(s => s.PasswordHash, hash), inside);
                ended = await db
                    .StaffSessions.Where(s => s.StaffId == staff.Id && s.Id != person.Session)
                    .ExecuteDeleteAsync(inside);
                await limit.Forget(guess, inside);
                AuditLog.Add(
                    db,
                    new Change(person.By, clock.GetUtcNow(), "staff.password-changed", "staff/" + staff.User)
                    {
                        After = new { Address = request.Address.ToString(), Ended = ended },
                    }
                );
                return mine == 1;
            },
            ct
        );
        return changed ? new Ended(ended) : new Refusal("password.wrong", "/old");
    }
}
