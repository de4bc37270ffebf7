using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Vafa.Web;

namespace Vafa.Features.Staff;

/// <summary>The cookie of a signed-in browser.</summary>
public static class StaffCookie
{
    public const string Name = "vafa_staff";

    public static string? Of(HttpRequest request) =>
        request.Cookies[Name] is { Length: > 0 and <= 100 } cookie ? cookie : null;

    public static void Keep(HttpContext context, string cookie) =>
        context.Response.Cookies.Append(Name, cookie, Options(context, Sessions.Lives));

    public static void Forget(HttpContext context) =>
        context.Response.Cookies.Delete(Name, Options(context, TimeSpan.Zero));

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
}

/// <summary>The signed-in person of a call that only people may make.</summary>
/// <param name="Session">The session he calls from.</param>
public sealed record Person(Guid StaffId, string User, Guid Session)
{
    public string By => "staff:" + User;

    public static Person Of(HttpContext context) =>
        new(
            Guid.Parse(context.User.FindFirstValue(ClaimTypes.NameIdentifier)!),
            context.User.FindFirstValue(ClaimTypes.Name)!,
            Guid.Parse(context.User.FindFirstValue(ClaimTypes.Sid)!)
        );
}

/// <summary>
/// Recognises signed-in staff by the cookie, for pages and API calls alike: sets the user, his role and the actor. A
/// call that brings an API key is not asked for a cookie. A page that needs somebody sends nobody to the sign-in page.
/// </summary>
public sealed class StaffSessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "staff";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization.Count > 0 || StaffCookie.Of(Request) is not { } cookie)
        {
            return AuthenticateResult.NoResult();
        }

        // Asked for only here: the calls of machines, most of all, need no context of their own.
        var sessions = Context.RequestServices.GetRequiredService<Sessions>();
        var (who, prolonged) = await sessions.Find(cookie, Context.RequestAborted);
        if (who is null)
        {
            return AuthenticateResult.NoResult();
        }

        if (prolonged && !Response.HasStarted)
        {
            StaffCookie.Keep(Context, cookie);
        }

        Context.SetActor(who.Actor);
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, who.StaffId.ToString()),
                new Claim(ClaimTypes.Name, who.User),
                new Claim(ClaimTypes.Role, who.Role),
                new Claim(ClaimTypes.Sid, who.SessionId.ToString()),
            ],
            Scheme.Name
        );
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var back = Request.Path + Request.QueryString;
        Response.Redirect(back == "/" ? "/sign-in" : "/sign-in?back=" + Uri.EscapeDataString(back));
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
