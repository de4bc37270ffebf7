using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Vafa.Features.Import.Jobs;

/// <summary>The file of a call: its body, or the first file of a form; read as it arrives, never held.</summary>
internal sealed record UploadedFile(string Name, Stream Content)
{
    /// <summary>What a form may add around a file.</summary>
    public const int Envelope = 16 * 1024;

    private const int LongestName = 120;

    public static async Task<UploadedFile?> Of(HttpContext context, CancellationToken ct)
    {
        var request = context.Request;
        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        )
        {
            return new UploadedFile(Clean(request.Query["name"].ToString()), request.Body);
        }

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > 100)
        {
            return null;
        }

        var parts = new MultipartReader(boundary, request.Body);
        try
        {
            while (await parts.ReadNextSectionAsync(ct) is { } part)
            {
                if (
                    ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var said)
                    && said.IsFileDisposition()
                )
                {
                    var name = said.FileNameStar.HasValue ? said.FileNameStar : said.FileName;
                    return new UploadedFile(Clean(HeaderUtilities.RemoveQuotes(name).Value ?? ""), part.Body);
                }
            }
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            return null;
        }

        return null;
    }

    /// <summary>The last step of whatever path, without control characters.</summary>
    private static string Clean(string name)
    {
        var last = name.Split('/', '\\')[^1];
        var clean = new string([.. last.Where(c => !char.IsControl(c))]).Trim();
        return clean.Length == 0 ? "file" : clean[..Math.Min(clean.Length, LongestName)];
    }
}
