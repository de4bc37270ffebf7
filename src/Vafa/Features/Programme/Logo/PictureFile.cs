using System.Security.Cryptography;
using Vafa.Core.Values;
using Vafa.Web;

namespace Vafa.Features.Programme.Logo;

/// <summary>
/// A picture that somebody sent, to be shown as it is: what may be sent, how it is told from all else, and how it is
/// given to a browser.
/// </summary>
/// <param name="Mark">SHA-256 of the picture, its first 16 bytes in hex.</param>
internal sealed record PictureFile(string Mark, PictureHead Head, byte[] Bytes)
{
    public const int Smallest = 32;
    public const int Largest = 2048;

    private const int MostBytes = 512 * 1024;
    private const int Kilo = 1024;

    /// <summary>
    /// Refused: kind for what is no PNG, JPEG or WebP, size for one that is too small or too large to be shown.
    /// </summary>
    /// <param name="name">What it is a picture of, before the refusal's code: "logo".</param>
    public static Outcome<PictureFile> Of(byte[] picture, string name)
    {
        if (PictureHead.Of(picture) is not { } head)
        {
            return new Refusal(name + ".kind");
        }

        return head.Width is < Smallest or > Largest || head.Height is < Smallest or > Largest
            ? new Refusal(name + ".size", "", head.Width, head.Height, Smallest, Largest)
            : new PictureFile(Convert.ToHexStringLower(SHA256.HashData(picture).AsSpan(0, 16)), head, picture);
    }

    /// <summary>The body of a call; null when it has more than a picture may have.</summary>
    public static async Task<byte[]?> Sent(HttpContext context, CancellationToken ct)
    {
        if (context.Request.ContentLength <= MostBytes || context.Request.ContentLength is null)
        {
            var bytes = new byte[MostBytes + 1];
            var read = await context.Request.Body.ReadAtLeastAsync(bytes, bytes.Length, false, ct);
            if (read <= MostBytes)
            {
                return bytes[..read];
            }
        }

        context.Response.Headers.Connection = "close";
        return null;
    }

    public static IResult TooLarge(string name) =>
        new Problem(StatusCodes.Status413PayloadTooLarge, name + ".too-large", MostBytes / Kilo);

    /// <summary>Opened by itself it is a picture and nothing else.</summary>
    public static IResult Shown(HttpContext context, byte[] bytes, string type)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return TypedResults.Bytes(bytes, type);
    }
}
