using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Staff;

/// <param name="Always">A link also where the owner has a password.</param>
public sealed record LetOwnerInRequest(bool Always);

/// <summary>
/// The way into a new club: makes the owner where there is none and a one-time link as long as he has no password. The
/// link made before and not used is over then. Nothing when he can sign in.
/// </summary>
public sealed class LetOwnerIn(AppDb db, CreateStaff create)
{
    private const string OwnerName = "owner";

    public async Task<NewLink?> Run(LetOwnerInRequest request, CancellationToken ct)
    {
        var owner = await db
            .Staff.AsNoTracking()
            .Where(s => s.Role == Roles.Owner && s.DisabledAt == null)
            .OrderByDescending(s => s.PasswordHash != null)
            .ThenBy(s => s.Id)
            .FirstOrDefaultAsync(ct);
        if (owner?.PasswordHash is not null && !request.Always)
        {
            return null;
        }

        var made = await create.Run(new CreateStaffRequest(owner?.User ?? OwnerName, Roles.Owner, "system"), ct);
        return made.IsRefused ? null : made.Value;
    }
}
