using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;

namespace Vafa.Features.Staff;

/// <summary>A signed-in browser in a list.</summary>
/// <param name="Browser">"Chrome"; null when it did not say.</param>
/// <param name="System">"Windows"; null when it did not say.</param>
/// <param name="LastUsed">To ten minutes.</param>
/// <param name="Here">Whether it is the one that asks.</param>
public sealed record SessionView(
    Guid Id,
    string? Browser,
    string? System,
    string? UserAgent,
    string? Address,
    DateTimeOffset CreatedAt,
    DateTimeOffset LastUsed,
    DateTimeOffset ExpiresAt,
    bool Here
);

/// <summary>How many sessions a call ended.</summary>
public sealed record Ended(int Sessions);

/// <summary>The open sessions of somebody, the newest first. Refused: staff.unknown.</summary>
public sealed class ReadSessions(AppDb db, TimeProvider clock)
{
    /// <summary>Nobody works in more browsers; the oldest are not shown.</summary>
    private const int Most = 100;

    public async Task<Outcome<IReadOnlyList<SessionView>>> Of(string user, Guid here, CancellationToken ct)
    {
        var name = UserName.Of(user);
        var now = clock.GetUtcNow();
        var staff = await db.Staff.Where(s => s.User == name).Select(s => (Guid?)s.Id).SingleOrDefaultAsync(ct);
        if (staff is null)
        {
            return Refusal.NotFound("staff.unknown");
        }

        var rows = await db
            .StaffSessions.AsNoTracking()
            .Where(s => s.StaffId == staff && s.ExpiresAt > now && s.Id != null)
            .OrderByDescending(s => s.CreatedAt)
            .Take(Most)
            .ToListAsync(ct);
        return rows.ConvertAll(row => Shown(row, here));
    }

    private static SessionView Shown(StaffSession row, Guid here)
    {
        var device = DeviceName.Of(row.UserAgent);
        return new SessionView(
            row.Id ?? Guid.Empty,
            device.Browser,
            device.System,
            row.UserAgent,
            row.Address,
            row.CreatedAt,
            row.ExpiresAt - Sessions.Lives,
            row.ExpiresAt,
            row.Id == here
        );
    }
}

/// <param name="User">Whose sessions.</param>
/// <param name="Session">This one; null is all but <paramref name="Keep"/>.</param>
/// <param name="By">For the audit log.</param>
public sealed record EndSessionsRequest(string User, Guid? Session, Guid? Keep, string By);

/// <summary>
/// Ends sessions; whoever holds their cookies is nobody at once. Refused: staff.unknown, session.unknown (also when it
/// is somebody else's).
/// </summary>
public sealed class EndSessions(AppDb db, TimeProvider clock)
{
    public async Task<Outcome<Ended>> Run(EndSessionsRequest request, CancellationToken ct)
    {
        var name = UserName.Of(request.User);
        var staff = await db.Staff.AsNoTracking().SingleOrDefaultAsync(s => s.User == name, ct);
        if (staff is null)
        {
            return Refusal.NotFound("staff.unknown");
        }

        var ended = 0;
        await db.Write(
            async inside =>
            {
                ended = await Chosen(staff.Id, request).ExecuteDeleteAsync(inside);
                if (ended > 0)
                {
                    AuditLog.Add(
                        db,
                        new Change(request.By, clock.GetUtcNow(), "staff.sessions-ended", "staff/" + staff.User)
                        {
                            After = new { Ended = ended },
                        }
                    );
                }

                return ended > 0;
            },
            ct
        );
        return ended == 0 && request.Session is not null ? Refusal.NotFound("session.unknown") : new Ended(ended);
    }

    private IQueryable<StaffSession> Chosen(Guid staff, EndSessionsRequest request)
    {
        var sessions = db.StaffSessions.Where(s => s.StaffId == staff);
        return request.Session is { } one ? sessions.Where(s => s.Id == one)
            : request.Keep is { } keep ? sessions.Where(s => s.Id != keep)
            : sessions;
    }
}
