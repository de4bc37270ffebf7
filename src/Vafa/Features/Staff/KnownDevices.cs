using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Vafa.Web;
using Secret = Vafa.Web.Secret;

namespace Vafa.Features.Staff;

/// <summary>
/// Browsers from which somebody has signed in before. Guesses of others at his name do not count against such a
/// browser, so nobody can be locked out of his own till. The cookie proves nothing else: a password is still needed.
/// </summary>
public sealed class KnownDevices(IDataProtectionProvider protection)
{
    public const string CookieName = "vafa_device";

    /// <summary>A shared till knows so many people.</summary>
    private const int MostPeople = 12;

    private const int LongestCookie = 3_500;

    private readonly IDataProtector protector = protection.CreateProtector("vafa.known-device.v1");

    public static string? CookieOf(HttpRequest request) =>
        request.Cookies[CookieName] is { Length: > 0 and <= LongestCookie } cookie ? cookie : null;

    /// <summary>The mark of this browser for this user; null when he never signed in there.</summary>
    public string? MarkOf(string? cookie, string user) =>
        Read(cookie).FirstOrDefault(line => line.User == user) is { Mark: { } mark } ? mark : null;

    /// <summary>Lets the browser remember that <paramref name="user"/> has signed in there.</summary>
    public void Remember(HttpContext context, string user)
    {
        var known = Read(CookieOf(context.Request)).ToList();
        var mark = known.FirstOrDefault(line => line.User == user).Mark ?? Secret.New();
        var lines = known
            .Where(line => line.User != user)
            .Prepend((User: user, Mark: mark))
            .Take(MostPeople)
            .Select(line => line.User + "\t" + line.Mark);
        context.Response.Cookies.Append(
            CookieName,
            protector.Protect(string.Join('\n', lines)),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = context.Request.IsHttps,
                Path = "/",
                MaxAge = TimeSpan.FromDays(365),
                IsEssential = true,
            }
        );
    }

    private IEnumerable<(string User, string Mark)> Read(string? cookie)
    {
        if (cookie is null)
        {
            return [];
        }

        try
        {
            return
            [
                .. protector
                    .Unprotect(cookie)
                    .Split('\n')
                    .Select(line => line.Split('\t'))
                    .Where(parts => parts.Length == 2)
                    .Select(parts => (parts[0], parts[1])),
            ];
        }
        catch (CryptographicException)
        {
            // Made up, or of a club that has since lost its keys.
            return [];
        }
    }
}
