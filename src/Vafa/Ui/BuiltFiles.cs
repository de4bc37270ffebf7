using System.Collections.Frozen;
using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Vafa.Ui;

/// <summary>
/// Serves what the npm workspace built, and makes pages small on the wire. The files' names are hashed, so
/// browsers keep
/// them for a year; each text lies beside its .br and .gz, which cost nothing when they are asked for. Pages are
/// compressed as they are made; why that tells nobody a secret stands in docs/decisions.
/// </summary>
internal static class BuiltFiles
{
    private const string Path = "/dist/assets";

    /// <summary>What a browser may accept and how its file ends, the smallest first.</summary>
    private static readonly (string Coding, string Ending)[] Codings = [("br", ".br"), ("gzip", ".gz")];

    public static void Register(IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html", "text/css"];
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });

        // A page is made anew each time: its levels are those that cost less than they save.
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
    }

    public static void Use(WebApplication app)
    {
        var folder = System.IO.Path.Combine(app.Environment.WebRootPath, "dist", "assets");
        if (!Directory.Exists(folder))
        {
            return;
        }

        var small = Directory.EnumerateFiles(folder).Select(System.IO.Path.GetFileName).OfType<string>();
        var names = small.ToFrozenSet(StringComparer.Ordinal);
        app.Use(
            (context, next) =>
            {
                Shrink(context, names);
                return next(context);
            }
        );
        app.UseStaticFiles(
            new StaticFileOptions
            {
                RequestPath = Path,
                FileProvider = new PhysicalFileProvider(folder),
                ContentTypeProvider = new Types(),
                OnPrepareResponse = file => Tell(file.Context),
            }
        );
    }

    /// <summary>Leads to the smallest form of the file that the browser takes.</summary>
    private static void Shrink(HttpContext context, FrozenSet<string> names)
    {
        var request = context.Request;
        if (
            !request.Path.StartsWithSegments(Path, StringComparison.Ordinal, out var rest)
            || rest.Value is not { Length: > 1 } file
        )
        {
            return;
        }

        var accepted = request.GetTypedHeaders().AcceptEncoding;
        foreach (var (coding, ending) in Codings)
        {
            if (names.Contains(file[1..] + ending) && accepted.Any(a => a.Value == coding && a.Quality is not 0))
            {
                request.Path += ending;
                return;
            }
        }
    }

    private static void Tell(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.XContentTypeOptions = "nosniff";
        headers.Vary = HeaderNames.AcceptEncoding;
        var path = context.Request.Path.Value!;
        foreach (var (coding, ending) in Codings)
        {
            if (path.EndsWith(ending, StringComparison.Ordinal))
            {
                headers.ContentEncoding = coding;
            }
        }
    }

    /// <summary>A file's type is that of what it holds: app.css.br is a style sheet.</summary>
    private sealed class Types : IContentTypeProvider
    {
        private readonly FileExtensionContentTypeProvider known = new();

        public bool TryGetContentType(string subpath, out string contentType)
        {
            var coded = Codings.Any(c => subpath.EndsWith(c.Ending, StringComparison.Ordinal));
            var name = coded ? System.IO.Path.GetFileNameWithoutExtension(subpath) : subpath;
            return known.TryGetContentType(name, out contentType!);
        }
    }
}
