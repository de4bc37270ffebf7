using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using Vafa.Ui;

namespace Vafa.Features.Rulebooks;

/// <summary>A page that says the published rules and nothing else: it stays the same until they change.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SaysRulesAttribute : Attribute;

/// <summary>
/// Tells a browser that has the published rules that they are still the same, so that nothing is drawn again. The
/// language is of the reader's own choice, so no cache between may keep them.
/// </summary>
internal sealed class SameRules(RequestDelegate next)
{
    /// <summary>Another build may draw the same rules otherwise.</summary>
    private static readonly Guid Build = typeof(SameRules).Module.ModuleVersionId;

    public async Task InvokeAsync(HttpContext context, Reader reader, Editions editions)
    {
        var says = context.GetEndpoint()?.Metadata.GetMetadata<SaysRulesAttribute>() is not null;
        if (says && await editions.Of(reader.Persian, context.RequestAborted) is { } rules)
        {
            var tag = TagOf(rules, reader);
            var headers = context.Response.Headers;
            headers.CacheControl = "private, no-cache";
            headers.Vary = HeaderNames.Cookie;
            headers.ETag = tag;
            if (context.Request.Headers.IfNoneMatch.ToString().Contains(tag, StringComparison.Ordinal))
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        await next(context);
    }

    /// <summary>Names of goods are no part of a version, so what is said counts beside its number.</summary>
    private static string TagOf(PublishedRules rules, Reader reader)
    {
        var today = reader.Time.DayOf(reader.Now).DayNumber;
        var all = $"{rules.Club.Version} {rules.Editions.Mark} {reader.Language} {today} {Build}";
        return $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)).AsSpan(0, 12))}\"";
    }
}
