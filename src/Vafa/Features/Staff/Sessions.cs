using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Web;

namespace Vafa.Features.Staff;

/// <summary>Who is signed in, and until when unless he goes on working.</summary>
public sealed record SignedIn(Guid StaffId, string User, string Role, DateTimeOffset ExpiresAt, Guid SessionId)
{
    public Actor Actor => new("staff:" + User, "staff:" + StaffId, Roles.ScopesOf(Role), Role);
}

/// <summary>A session just begun, with what the browser keeps of it.</summary>
public sealed record NewSession(string Cookie, SignedIn SignedIn);

/// <summary>
/// The signed-in browsers. A session ends 12 hours after it was last used; a new sign-in begins a new one and ends that
/// of the same browser, so that a cookie planted before is worth nothing after.
/// </summary>
public sealed class Sessions(AppDb db, TimeProvider clock)
{
    public static readonly TimeSpan Lives = TimeSpan.FromHours(12);

    /// <summary>Not every click is a write: a session is prolonged at most so often.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(10);

    /// <summary>Who this cookie is; null when the session is over or never was.</summary>
    /// <returns>Also whether it was prolonged, so that the browser must keep it longer too.</returns>
    public async Task<(SignedIn? Who, bool Prolonged)> Find(string cookie, CancellationToken ct)
    {
        var hash = Secret.Hash(cookie);
        var now = clock.GetUtcNow();
        var found = await (
            from session in db.StaffSessions.AsNoTracking()
            join staff in db.Staff on session.StaffId equals staff.Id
            where session.Hash == hash && session.ExpiresAt > now && staff.DisabledAt == null
            select new SignedIn(staff.Id, staff.User, staff.Role, session.ExpiresAt, session.Id ?? Guid.Empty)
        ).SingleOrDefaultAsync(ct);
        if (found is null || found.ExpiresAt - now > Lives - Step)
        {
            return (found, false);
        }

        var until = now + Lives;
        await db.Write(
            async inside =>
                await db
                    .StaffSessions.Where(s => s.Hash == hash && s.ExpiresAt > now)
                    .ExecuteUpdateAsync(set => set.SetProperty(s => s.ExpiresAt, until), inside) == 1,
            ct
        );
        return (found with { ExpiresAt = until }, true);
    }

    /// <summary>
    /// Begins a session in the running transaction and ends the one this browser had. Null when somebody has disabled
    /// him meanwhile: then the transaction must not be kept.
    /// </summary>
    internal async Task<NewSession?> Begin(StaffMember staff, Visitor from, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var open = await db
            .Staff.Where(s => s.Id == staff.Id && s.DisabledAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSignInAt, now), ct);
        if (open == 0)
        {
            return null;
        }

        await End(from.Session, ct);
        var cookie = Secret.New();
        var id = Guid.CreateVersion7(now);
        var session = new StaffSession
        {
            Hash = Secret.Hash(cookie),
            Id = id,
            StaffId = staff.Id,
            CreatedAt = now,
            ExpiresAt = now + Lives,
            UserAgent = from.UserAgent,
            Address = from.Address.ToString(),
        };
        db.StaffSessions.Add(session);
        return new NewSession(cookie, new SignedIn(staff.Id, staff.User, staff.Role, session.ExpiresAt, id));
    }

    /// <summary>Ends the session in the running transaction, and those whose time is over.</summary>
    internal async Task End(string? cookie, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var hash = Secret.Hash(cookie ?? "");
        await db.StaffSessions.Where(s => s.Hash == hash || s.ExpiresAt <= now).ExecuteDeleteAsync(ct);
    }
}
