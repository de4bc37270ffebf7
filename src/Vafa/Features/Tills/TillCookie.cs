namespace Vafa.Features.Tills;

/// <summary>
/// The token of a paired device. No script can read it, no other site can have it sent, and it leads only to the calls
/// of the till.
/// </summary>
internal static class TillCookie
{
    public const string Name = "vafa_till";

    private const string Place = "/api/v1/till";

    /// <summary>As long as browsers keep one; the server ends it much earlier.</summary>
    private static readonly TimeSpan Lives = TimeSpan.FromDays(400);

    public static string? Of(HttpRequest request) =>
        request.Cookies[Name] is { Length: > 0 and <= 100 } cookie ? cookie : null;

    public static void Keep(HttpContext context, string token) =>
        context.Response.Cookies.Append(Name, token, Options(context, Lives));

    public static void Forget(HttpContext context) =>
        context.Response.Cookies.Delete(Name, Options(context, TimeSpan.Zero));

    private static CookieOptions Options(HttpContext context, TimeSpan lives) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            Path = Place,
            MaxAge = lives,
            IsEssential = true,
        };
}
