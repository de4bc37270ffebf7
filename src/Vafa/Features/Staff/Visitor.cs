using System.Net;

namespace Vafa.Features.Staff;

/// <summary>The browser at the door, before it has proved who sits before it.</summary>
/// <param name="Session">The session cookie it had, if any.</param>
public sealed record Visitor(IPAddress Address, string? Session)
{
    private const int LongestUserAgent = 200;

    /// <summary>What it says it is; plain text, cut to 200 characters.</summary>
    public string? UserAgent { get; init; }

    /// <summary>The cookie by which it is known from earlier sign-ins, as it was sent.</summary>
    public string? Device { get; init; }

    public static Visitor Of(HttpContext context) =>
        new(context.Connection.RemoteIpAddress ?? IPAddress.None, StaffCookie.Of(context.Request))
        {
            UserAgent = Clean(context.Request.Headers.UserAgent),
            Device = KnownDevices.CookieOf(context.Request),
        };

    private static string? Clean(string? said)
    {
        var plain = new string([.. (said ?? "").Take(LongestUserAgent).Where(c => c is >= ' ' and <= '~')]).Trim();
        return plain.Length == 0 ? null : plain;
    }
}

/// <summary>What kind of browser a session is in, as a person would name it: "Chrome", "Windows".</summary>
public sealed record DeviceName(string? Browser, string? System)
{
    /// <summary>Most say they are several; the first that stands in the text is the true one.</summary>
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("FxiOS/", "Firefox"),
        ("Firefox/", "Firefox"),
        ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("CrOS", "ChromeOS"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ];

    public static DeviceName Of(string? userAgent) => new(First(Browsers, userAgent), First(Systems, userAgent));

    private static string? First((string Sign, string Name)[] known, string? userAgent) =>
        userAgent is null ? null : known.FirstOrDefault(k => userAgent.Contains(k.Sign, StringComparison.Ordinal)).Name;
}
