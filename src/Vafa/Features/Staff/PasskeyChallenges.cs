using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Web;
using Secret = Vafa.Web.Secret;

namespace Vafa.Features.Staff;

/// <summary>
/// What a browser was asked, kept by the browser itself in a protected cookie that lives five minutes. An answer uses
/// it up for good, on every node: a recorded answer opens nothing a second time.
/// </summary>
public sealed class PasskeyChallenges(AppDb db, TimeProvider clock, IDataProtectionProvider protection)
{
    public const string CookieName = "vafa_passkey";
    public const string ToAdd = "add";
    public const string ToSignIn = "sign-in";

    public static readonly TimeSpan Lives = TimeSpan.FromMinutes(5);

    private readonly IDataProtector protector = protection.CreateProtector("vafa.passkey-challenge.v1");

    /// <param name="purpose">One of the two words above; an answer to the other is none.</param>
    /// <param name="state">What the platform wants back to check the answer.</param>
    public void Ask(HttpContext context, string purpose, string state)
    {
        var asked = new Asked(purpose, Secret.New(), clock.GetUtcNow() + Lives, state);
        context.Response.Cookies.Append(
            CookieName,
            protector.Protect(JsonSerializer.Serialize(asked)),
            Options(context, Lives)
        );
    }

    /// <summary>The state of what was asked; null when nothing was, or it is over or was answered before.</summary>
    public async Task<string?> Take(HttpContext context, string purpose, CancellationToken ct)
    {
        var sent = context.Request.Cookies[CookieName];
        context.Response.Cookies.Delete(CookieName, Options(context, TimeSpan.Zero));
        var now = clock.GetUtcNow();
        if (Read(sent) is not { } asked || asked.Purpose != purpose || asked.ExpiresAt <= now)
        {
            return null;
        }

        try
        {
            await db.Write(
                async inside =>
                {
                    await db.AnsweredChallenges.Where(c => c.ExpiresAt <= now).ExecuteDeleteAsync(inside);
                    var answered = new AnsweredChallenge
                    {
                        Hash = Secret.Hash(asked.Mark),
                        ExpiresAt = asked.ExpiresAt,
                    };
                    db.AnsweredChallenges.Add(answered);
                    return true;
                },
                ct
            );
            return asked.State;
        }
        catch (DbUpdateException e) when (db.IsTaken(e))
        {
            db.ChangeTracker.Clear();
            return null;
        }
    }

    private Asked? Read(string? cookie)
    {
        try
        {
            return cookie is null ? null : JsonSerializer.Deserialize<Asked>(protector.Unprotect(cookie));
        }
        catch (Exception made) when (made is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private static CookieOptions Options(HttpContext context, TimeSpan lives) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            Path = "/",
            MaxAge = lives,
            IsEssential = true,
        };

    private sealed record Asked(string Purpose, string Mark, DateTimeOffset ExpiresAt, string State);
}
