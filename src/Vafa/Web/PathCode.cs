using Microsoft.AspNetCore.Http.Features;
using Vafa.Core.Values;

namespace Vafa.Web;

/// <summary>
/// The code or sku in an address, percent-decoded: 1 to 64 characters of any script, without control ones.
/// </summary>
public static class PathCode
{
    public const int MaxLength = 64;

    private const int Segment = 4;
    private const int SegmentOfSettings = 3;

    /// <summary>
    /// Reads the segment after /api/v1/things. A slash in a code is written %2F, which routing leaves as it is and
    /// which then cannot be told from a written-out "%2F"; so it is decoded from what was really sent. Refused:
    /// code.malformed.
    /// </summary>
    public static Outcome<string> Read(HttpContext context) => Read(context, Segment);

    /// <summary>The same of a page, after /settings/things; null for what can be no code.</summary>
    public static string? OfSettings(HttpContext context) =>
        Read(context, SegmentOfSettings) is { IsRefused: false, Value: var code } ? code : null;

    /// <summary>
    /// Whether what routing found in an address means this code; a slash in it comes as it was written there.
    /// </summary>
    public static bool Means(string? asked, string code) =>
        asked is not null && (code == asked || code == Uri.UnescapeDataString(asked));

    private static Outcome<string> Read(HttpContext context, int segment)
    {
        var raw = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var path = raw.StartsWith('/') ? raw.Split('?')[0] : context.Request.Path.ToUriComponent();
        var code = Uri.UnescapeDataString(path.Split('/').ElementAtOrDefault(segment) ?? "");
        return code.Length is 0 or > MaxLength || code.Any(char.IsControl) || code != code.Trim()
            ? new Refusal("code.malformed", "/code", MaxLength)
            : code;
    }

    /// <summary>
    /// Reads the code a document may repeat, so that an answer of GET can be put back as it came. Refused:
    /// document.other-code.
    /// </summary>
    public static void SameCode(this DocumentReader fields, string name, string code)
    {
        if (fields.Text(name, MaxLength) is { } named && named != code)
        {
            fields.Refuse("document.other-code", name, code);
        }
    }
}
