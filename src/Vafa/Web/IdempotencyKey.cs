using System.Security.Cryptography;
using System.Text;
using Vafa.Core.Values;

namespace Vafa.Web;

/// <summary>
/// The key under which a caller may send the same change again: scoped to the API client, beside the SHA-256 of method,
/// path and body that it stands for.
/// </summary>
public readonly record struct IdempotencyKey(string Client, string Key, byte[] Request)
{
    public const string Header = "Idempotency-Key";
    public const int MaxLength = 255;

    /// <summary>
    /// Reads the header, quoted or not, after <see cref="Body.Read"/> has read the body. Refused: idempotency.missing
    /// and idempotency.malformed (both 400).
    /// </summary>
    public static Outcome<IdempotencyKey> Read(HttpContext context)
    {
        var sent = context.Request.Headers[Header];
        if (sent.Count == 0 || string.IsNullOrWhiteSpace(sent[0]))
        {
            return new Refusal("idempotency.missing") { Kind = RefusalKind.BadCall };
        }

        var key = Unquoted(sent[0]!.Trim());
        if (sent.Count > 1 || key.Length is 0 or > MaxLength || key.Any(c => c is < ' ' or > '~'))
        {
            return new Refusal("idempotency.malformed", "", MaxLength) { Kind = RefusalKind.BadCall };
        }

        return new IdempotencyKey(context.Actor().Client, key, HashOf(context));
    }

    /// <summary>Whether it stands for the same call as <paramref name="request"/>.</summary>
    public bool IsFor(ReadOnlySpan<byte> request) => request.SequenceEqual(Request);

    private static byte[] HashOf(HttpContext context)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var request = context.Request;
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        if (context.Features.Get<Body>() is { } body)
        {
            hash.AppendData(body.Bytes.Span);
        }

        return hash.GetHashAndReset();
    }

    /// <summary>"abc" and abc are the same key; inside quotes \" and \\ stand for themselves.</summary>
    private static string Unquoted(string text) =>
        text.Length >= 2 && text[0] == '"' && text[^1] == '"'
            ? text[1..^1]
                .Replace("\\\"", "\"", StringComparison.Ordinal)
                .Replace("\\\\", "\\", StringComparison.Ordinal)
            : text;
}
