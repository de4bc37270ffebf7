namespace Vafa.Web;

/// <summary>
/// The last word on every call to the API: what throws becomes 500 without a detail (which is logged), what answered
/// with a bare status gets its problem document.
/// </summary>
internal sealed class Faults(RequestDelegate next, ILogger<Faults> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!IsApi(context.Request.Path))
        {
            await next(context);
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        if (context.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true)
        {
            // No text of ours holds a NUL, and PostgreSQL fails on the question alone.
            await new Problem(StatusCodes.Status400BadRequest, "call.malformed").ExecuteAsync(context);
            return;
        }

        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            await Answer(context, fault);
            return;
        }

        var response = context.Response;
        if (!response.HasStarted && response.StatusCode >= 400 && response.ContentType is null)
        {
            await new Problem(response.StatusCode, CodeOf(response.StatusCode)).ExecuteAsync(context);
        }
    }

    private static bool IsApi(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase);

    private Task Answer(HttpContext context, Exception fault)
    {
        context.Response.Clear();
        context.Response.Headers.CacheControl = "no-store";
        if (fault is BadHttpRequestException bad)
        {
            return new Problem(bad.StatusCode, CodeOf(bad.StatusCode)).ExecuteAsync(context);
        }

        log.LogError(fault, "{Method} {Path} failed", context.Request.Method, context.Request.Path);
        return new Problem(StatusCodes.Status500InternalServerError, "server.fault").ExecuteAsync(context);
    }

    private static string CodeOf(int status) =>
        status switch
        {
            StatusCodes.Status404NotFound => "route.unknown",
            StatusCodes.Status405MethodNotAllowed => "route.method",
            StatusCodes.Status408RequestTimeout => "call.too-slow",
            StatusCodes.Status413PayloadTooLarge => "body.too-large",
            StatusCodes.Status415UnsupportedMediaType => "body.media-type",
            StatusCodes.Status429TooManyRequests => "call.too-many",
            >= 500 => "server.fault",
            _ => "call.malformed",
        };
}
