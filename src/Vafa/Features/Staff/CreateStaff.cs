using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Web;

namespace Vafa.Features.Staff;

/// <param name="By">Who creates: "system" for a command.</param>
public sealed record CreateStaffRequest(string User, string Role, string By)
{
    public string? Name { get; init; }

    public string? Branch { get; init; }

    /// <summary>Refuse a user who is there already, whatever his role.</summary>
    public bool MustBeNew { get; init; }
}

/// <summary>A one-time sign-in link: /enter/{Secret}. The secret is shown once and kept nowhere.</summary>
public sealed record NewLink(string User, string Role, string Secret, DateTimeOffset ExpiresAt)
{
    public string Path => "/enter/" + Secret;
}

/// <summary>
/// Lets somebody sign in: gives a one-time link that lives 24 hours and in which he chooses his password. For a user
/// who stands already in the same role it gives a new link and takes back the unused ones: the cure for a forgotten
/// password. Refused: staff.user-invalid, staff.role-unknown, staff.user-taken (in another role), staff.user-known
/// (when he must be new), staff.disabled.
/// </summary>
public sealed partial class CreateStaff(AppDb db, TimeProvider clock)
{
    public static readonly TimeSpan LinkLives = TimeSpan.FromHours(24);

    public async Task<Outcome<NewLink>> Run(CreateStaffRequest request, CancellationToken ct)
    {
        var user = UserName.Of(request.User);
        if (!Form().IsMatch(user))
        {
            return new Refusal("staff.user-invalid", "/user");
        }

        if (!Roles.IsRole(request.Role))
        {
            return new Refusal("staff.role-unknown", "/role", string.Join(", ", Roles.All));
        }

        var known = await db.Staff.AsNoTracking().SingleOrDefaultAsync(s => s.User == user, ct);
        if (known is not null && request.MustBeNew)
        {
            return Known(user);
        }

        if (known is not null && known.Role != request.Role)
        {
            return Taken(user);
        }

        if (known?.DisabledAt is not null)
        {
            return Refusal.Conflict("staff.disabled", "", user);
        }

        var now = clock.GetUtcNow();
        var link = new NewLink(user, request.Role, Secret.New(), now + LinkLives);
        try
        {
            await db.Write(inside => Save(request, link, known?.Id, inside), ct);
        }
        catch (DbUpdateException e) when (db.IsTaken(e))
        {
            db.ChangeTracker.Clear();
            return request.MustBeNew ? Known(user) : Taken(user);
        }

        return link;
    }

    private static Refusal Known(string user) => Refusal.Conflict("staff.user-known", "/user", user);

    private static Refusal Taken(string user) => Refusal.Conflict("staff.user-taken", "/user", user);

    private async Task<bool> Save(CreateStaffRequest request, NewLink link, Guid? known, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var id = known ?? Guid.CreateVersion7(now);
        if (known is null)
        {
            db.Staff.Add(
                new StaffMember
                {
                    Id = id,
                    User = link.User,
                    Name = request.Name,
                    Role = link.Role,
                    Branch = request.Branch,
                    CreatedAt = now,
                }
            );
        }

        await db.StaffLinks.Where(l => l.StaffId == id && l.UsedAt == null).ExecuteDeleteAsync(ct);
        db.StaffLinks.Add(
            new StaffLink
            {
                Hash = Secret.Hash(link.Secret),
                StaffId = id,
                ExpiresAt = link.ExpiresAt,
            }
        );
        var action = known is null ? "staff.created" : "staff.link-made";
        AuditLog.Add(
            db,
            new Change(request.By, now, action, "staff/" + link.User)
            {
                After = new
                {
                    request.Name,
                    link.Role,
                    request.Branch,
                    link.ExpiresAt,
                },
            }
        );
        return true;
    }

    [GeneratedRegex(
        @"^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,63}$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Form();
}

/// <summary>One spelling of a user name for whatever keyboard wrote it.</summary>
public static class UserName
{
    /// <summary>Longer names are nobody's.</summary>
    public const int MaxLength = 64;

    public static string Of(string? written) =>
        written is null || written.Length > MaxLength * 2 ? "" : PersianText.SearchKey(written);
}
