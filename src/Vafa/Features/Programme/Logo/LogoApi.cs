using Vafa.Features.Programme.Shapes;
using Vafa.Ui;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Programme.Logo;

/// <summary>PUT and DELETE of the club's logo, and the picture itself, which anybody may see.</summary>
internal static class LogoApi
{
    private const string Address = "/club/logo";
    private const int MostBytes = 512 * 1024;
    private const int Kilo = 1024;

    public static void Register(IServiceCollection services)
    {
        services.AddTexts(LogoTexts.All);
        services.AddScoped<ChangeLogo>();
        services.AddScoped<ReadLogo>();
    }

    /// <summary>Where pages find the logo of this mark.</summary>
    public static string? PathOf(string? mark) => mark is null ? null : $"{Address}?v={mark}";

    public static void Map(IEndpointRouteBuilder app)
    {
        var calls = app.MapGroup("/api/v1/club/logo").WithTags("club").Needs(Scopes.Club);
        calls
            .MapPut("", Put)
            .Describe(
                "putClubLogo",
                "Sets the logo: a PNG, JPEG or WebP of at most 512 KiB and 32 to 2048 pixels a side."
            )
            .Accepts<byte[]>("image/png", "image/jpeg", "image/webp", "*/*")
            .Gives<ClubShape>();
        calls.MapDelete("", Delete).Describe("deleteClubLogo", "Takes the logo away.").Gives<ClubShape>();
        app.MapGet(Address, Show).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> Put(HttpContext context, ChangeLogo change, CancellationToken ct)
    {
        if (context.Request.ContentLength > MostBytes || await Read(context.Request.Body, ct) is not { } picture)
        {
            context.Response.Headers.Connection = "close";
            return new Problem(StatusCodes.Status413PayloadTooLarge, "logo.too-large", MostBytes / Kilo);
        }

        return Answers.Of(await change.Run(new(picture, context.Actor()), ct), DocumentAnswer.Club);
    }

    private static async Task<IResult> Delete(HttpContext context, ChangeLogo change, CancellationToken ct) =>
        Answers.Of(await change.Run(new(null, context.Actor()), ct), DocumentAnswer.Club);

    private static async Task<IResult> Show(HttpContext context, ReadLogo read, CancellationToken ct)
    {
        var logo = await read.Run(ct);
        Cached.Tell(context, isForEver: logo is not null && context.Request.Query["v"] == logo.Mark);
        if (logo is null)
        {
            return TypedResults.NotFound();
        }

        // Opened by itself it is a picture and nothing else.
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return TypedResults.Bytes(logo.Bytes, logo.Type);
    }

    /// <summary>All of it; null when it is more than a logo may have.</summary>
    private static async Task<byte[]?> Read(Stream body, CancellationToken ct)
    {
        var bytes = new byte[MostBytes + 1];
        var read = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        return read > MostBytes ? null : bytes[..read];
    }
}
