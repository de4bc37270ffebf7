using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;

namespace Vafa.Features.Staff;

/// <summary>
/// Signs in with a passkey, which says by itself whose it is. Every answer that does not fit is refused alike
/// (passkey.refused); one that was asked too long ago or answered before is passkey.stale; too many from one address
/// are sign-in.too-many.
/// </summary>
public sealed class SignInByPasskey(
    AppDb db,
    TimeProvider clock,
    SignInLimit limit,
    IPasskeyHandler<StaffMember> handler,
    PasskeyChallenges challenges,
    Sessions sessions
)
{
    /// <summary>What the browser is to be asked, as JSON; it names nobody.</summary>
    public async Task<string> Ask(HttpContext context)
    {
        var asked = await handler.MakeRequestOptionsAsync(null, context);
        challenges.Ask(context, PasskeyChallenges.ToSignIn, asked.AssertionState ?? "");
        return asked.RequestOptionsJson;
    }

    public async Task<Outcome<NewSession>> Run(string credential, HttpContext context, CancellationToken ct)
    {
        var from = Visitor.Of(context);
        var guess = new Guess(from.Address, null);
        if (await limit.Count(guess, ct) is { } tooMany)
        {
            return tooMany;
        }

        if (await challenges.Take(context, PasskeyChallenges.ToSignIn, ct) is not { } state)
        {
            return new Refusal("passkey.stale");
        }

        var shown = await handler.PerformAssertionAsync(
            new PasskeyAssertionContext
            {
                HttpContext = context,
                CredentialJson = credential,
                AssertionState = state,
            }
        );
        if (!shown.Succeeded)
        {
            return new Refusal("passkey.refused");
        }

        NewSession? session = null;
        var signedIn = await db.Write(
            async inside =>
            {
                session = await Begin(shown.User, shown.Passkey, from, inside);
                await limit.Forget(guess, inside);
                return session is not null;
            },
            ct
        );
        return signedIn ? session! : new Refusal("passkey.refused");
    }

    private async Task<NewSession?> Begin(StaffMember staff, UserPasskeyInfo used, Visitor from, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var still = await db
            .Passkeys.Where(p => p.CredentialId == used.CredentialId && p.StaffId == staff.Id)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(p => p.SignCount, (long)used.SignCount)
                        .SetProperty(p => p.IsBackedUp, used.IsBackedUp)
                        .SetProperty(p => p.LastUsedAt, now),
                ct
            );
        if (still == 0 || await sessions.Begin(staff, from, ct) is not { } session)
        {
            return null;
        }

        AuditLog.Add(
            db,
            new Change("staff:" + staff.User, now, "staff.signed-in-by-passkey", "staff/" + staff.User)
            {
                After = new { Address = from.Address.ToString() },
            }
        );
        return session;
    }
}
