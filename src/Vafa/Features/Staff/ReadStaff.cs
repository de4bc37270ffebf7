using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Web;

namespace Vafa.Features.Staff;

/// <summary>Somebody who works here, as the office sees him.</summary>
/// <param name="User">Name to sign in with.</param>
/// <param name="State">"invited" (has not come in yet), "active" or "disabled".</param>
public sealed record StaffView(
    string User,
    string? Name,
    string Role,
    string? Branch,
    string State,
    bool HasPasskey,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastSignIn
)
{
    /// <summary>Whether he has a PIN for the tills.</summary>
    public bool HasPin { get; init; }
}

/// <summary>Who works here, by user name. Refused: staff.unknown.</summary>
public sealed class ReadStaff(AppDb db)
{
    public const string Invited = "invited";
    public const string Active = "active";
    public const string Disabled = "disabled";
    public const int CursorParts = 1;

    public async Task<Outcome<StaffView>> Run(string user, CancellationToken ct)
    {
        var name = UserName.Of(user);
        var view = await db.Staff.Where(s => s.User == name).Select(Shown()).SingleOrDefaultAsync(ct);
        return view is null ? Refusal.NotFound("staff.unknown") : view;
    }

    public async Task<Listed<StaffView>> List(Paging paging, CancellationToken ct)
    {
        var staff = db.Staff.AsQueryable();
        if (paging.After is [var last])
        {
            staff = staff.Where(s => string.Compare(s.User, last) > 0);
        }

        var rows = await staff.OrderBy(s => s.User).Take(paging.Limit + 1).Select(Shown()).ToListAsync(ct);
        return Listed<StaffView>.Of(rows, paging, row => row, row => [row.User]);
    }

    private Expression<Func<StaffMember, StaffView>> Shown() =>
        s => new StaffView(
            s.User,
            s.Name,
            s.Role,
            s.Branch,
            s.DisabledAt != null ? Disabled
                : s.LastSignInAt == null && s.PasswordHash == null && !db.Passkeys.Any(p => p.StaffId == s.Id) ? Invited
                : Active,
            db.Passkeys.Any(p => p.StaffId == s.Id),
            s.CreatedAt,
            s.LastSignInAt
        )
        {
            HasPin = db.StaffPins.Any(p => p.StaffId == s.Id),
        };
}
