using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Vafa.Ui;

/// <summary>
/// Keeps what goes over the line small: built files have a packed twin beside them, pages are packed as they are
/// written.
/// </summary>
internal static class SmallAnswers
{
    private const string Folder = "/dist/assets";
    private const string Packed = ".br";

    public static void Register(IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            // Packing under TLS lets a stranger guess a page's secrets by asking for it again and again in the reader's
            // name. Nobody can: the session's cookie is sent from our own pages alone, and a form's mark is a new one
            // in every answer.
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html"];
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
    }

    /// <summary>The built files have hashed names, so browsers keep them for a year.</summary>
    public static void Serve(WebApplication app)
    {
        app.UseResponseCompression();
        var folder = Path.Combine(app.Environment.WebRootPath, "dist", "assets");
        if (!Directory.Exists(folder))
        {
            return;
        }

        var files = new PhysicalFileProvider(folder);
        app.Use(
            (context, next) =>
            {
                if (
                    context.Request.Path.StartsWithSegments(Folder, StringComparison.Ordinal, out var file)
                    && context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal)
                    && files.GetFileInfo(file + Packed).Exists
                )
                {
                    context.Request.Path += Packed;
                }

                return next(context);
            }
        );
        app.UseStaticFiles(
            new StaticFileOptions
            {
                RequestPath = Folder,
                FileProvider = files,
                ContentTypeProvider = new TypesOfPacked(),
                OnPrepareResponse = Prepare,
            }
        );
    }

    private static void Prepare(StaticFileResponseContext file)
    {
        var headers = file.Context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = "Accept-Encoding";
        if (file.File.Name.EndsWith(Packed, StringComparison.Ordinal))
        {
            headers.ContentEncoding = "br";
        }
    }

    /// <summary>A packed file is of the type of what is in it.</summary>
    private sealed class TypesOfPacked : IContentTypeProvider
    {
        private readonly FileExtensionContentTypeProvider all = new();

        public bool TryGetContentType(
            string subpath,
            [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out string contentType
        ) =>
            all.TryGetContentType(
                subpath.EndsWith(Packed, StringComparison.Ordinal) ? subpath[..^Packed.Length] : subpath,
                out contentType
            );
    }
}
