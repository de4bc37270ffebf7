using Vafa.Web;

namespace Vafa.Features.ApiKeys;

/// <summary>
/// Recognises who calls by Authorization: Bearer. Every key that is not good, of whatever form, gets the same answer;
/// an address that sends too many gets 429. A good key is never limited, also from such an address.
/// </summary>
internal sealed class KeyCallers(RequestDelegate next, KnownKeys keys, FailedTries failed)
{
    public const int FailuresAllowed = 20;

    private const string Scheme = "Bearer ";

    public async Task InvokeAsync(HttpContext context)
    {
        var sent = context.Request.Headers.Authorization;
        if (sent.Count == 0 || !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }

        if (KeyIn(sent) is { } key && await keys.Find(key, context.RequestAborted) is { } actor)
        {
            context.SetActor(actor);
            await next(context);
            return;
        }

        var wait = failed.Note("key " + FailedTries.AddressOf(context), FailuresAllowed);
        var problem = wait is { } seconds
            ? new Problem(StatusCodes.Status429TooManyRequests, "key.too-many-failures") { RetryAfterSeconds = seconds }
            : new Problem(StatusCodes.Status401Unauthorized, "key.unknown");
        await problem.ExecuteAsync(context);
    }

    /// <summary>What cannot be a key is not looked up.</summary>
    private static string? KeyIn(Microsoft.Extensions.Primitives.StringValues sent)
    {
        if (sent is not [{ } header] || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var key = header[Scheme.Length..].Trim();
        return key.Length is >= 40 and <= 200 && key.StartsWith(CreateApiKey.Prefix, StringComparison.Ordinal)
            ? key
            : null;
    }
}
