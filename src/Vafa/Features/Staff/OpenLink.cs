using System.Net;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Web;

namespace Vafa.Features.Staff;

/// <param name="Password">The password to sign in with from now on; needed while there is none.</param>
public sealed record OpenLinkRequest(string Secret, string? Password, Visitor From);

/// <summary>What a link leads to before it is used.</summary>
public sealed record LinkShown(string User, bool NeedsPassword);

/// <summary>
/// Signs in through a one-time link. Looking at it changes nothing, so a chat program's preview does not use it up.
/// Refused: link.over (used, expired or never made: one answer), password.needed and what makes a password weak; the
/// link stays good after these. Too many wrong links from one address: sign-in.too-many.
/// </summary>
public sealed class OpenLink(
    AppDb db,
    TimeProvider clock,
    SignInLimit limit,
    Passwords passwords,
    PasswordRules rules,
    Sessions sessions
)
{
    /// <summary>Whom the link is for; null when it is over.</summary>
    public async Task<LinkShown?> Look(string secret, CancellationToken ct)
    {
        var staff = await Staff(Secret.Hash(secret), ct);
        return staff is null ? null : new LinkShown(staff.User, staff.PasswordHash is null);
    }

    public async Task<Outcome<NewSession>> Run(OpenLinkRequest request, CancellationToken ct)
    {
        var hash = Secret.Hash(request.Secret);
        if (await Staff(hash, ct) is not { } staff)
        {
            return await limit.Count(new Guess(request.From.Address, null), ct) ?? new Refusal("link.over");
        }

        var password = string.IsNullOrEmpty(request.Password) ? null : request.Password;
        if (password is null && staff.PasswordHash is null)
        {
            return new Refusal("password.needed", "/password");
        }

        if (password is not null && await rules.Check(password, staff, ct) is { } weak)
        {
            return weak;
        }

        var newHash = password is null ? null : passwords.Hash(password);
        NewSession? session = null;
        var opened = await db.Write(
            async inside =>
            {
                if (!await UseUp(hash, inside))
                {
                    return false;
                }

                session = await Begin(staff, newHash, request, inside);
                return session is not null;
            },
            ct
        );
        return opened ? session! : new Refusal("link.over");
    }

    private async Task<StaffMember?> Staff(byte[] hash, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await (
            from link in db.StaffLinks.AsNoTracking()
            join staff in db.Staff on link.StaffId equals staff.Id
            where link.Hash == hash && link.UsedAt == null && link.ExpiresAt > now && staff.DisabledAt == null
            select staff
        ).SingleOrDefaultAsync(ct);
    }

    /// <summary>Of two who open it at once, one gets through.</summary>
    private async Task<bool> UseUp(byte[] hash, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await db
                .StaffLinks.Where(l => l.Hash == hash && l.UsedAt == null && l.ExpiresAt > now)
                .ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAt, now), ct) == 1;
    }

    private async Task<NewSession?> Begin(
        StaffMember staff,
        string? newHash,
        OpenLinkRequest request,
        CancellationToken ct
    )
    {
        if (newHash is not null)
        {
            // A new password by link is also the cure for a stolen session and a lost phone.
            await db
                .Staff.Where(s => s.Id == staff.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.PasswordHash, newHash), ct);
            await db.StaffSessions.Where(s => s.StaffId == staff.Id).ExecuteDeleteAsync(ct);
            await db.Passkeys.Where(p => p.StaffId == staff.Id).ExecuteDeleteAsync(ct);
            Add("staff.password-set", staff, request.From.Address);
        }

        var session = await sessions.Begin(staff, request.From, ct);
        Add("staff.signed-in-by-link", staff, request.From.Address);
        return session;
    }

    private void Add(string action, StaffMember staff, IPAddress address) =>
        AuditLog.Add(
            db,
            new Change("staff:" + staff.User, clock.GetUtcNow(), action, "staff/" + staff.User)
            {
                After = new { Address = address.ToString() },
            }
        );
}
