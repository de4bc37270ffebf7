using Vafa.Features.Programme.Shapes;
using Vafa.Ui;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Programme.Logo;

/// <summary>PUT and DELETE of the club's logo, and the picture itself, which anybody may see.</summary>
internal static class LogoApi
{
    private const string Address = "/club/logo";

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
        return await PictureFile.Sent(context, ct) is { } picture
            ? Answers.Of(await change.Run(new(picture, context.Actor()), ct), DocumentAnswer.Club)
            : PictureFile.TooLarge("logo");
    }

    private static async Task<IResult> Delete(HttpContext context, ChangeLogo change, CancellationToken ct) =>
        Answers.Of(await change.Run(new(null, context.Actor()), ct), DocumentAnswer.Club);

    private static async Task<IResult> Show(HttpContext context, ReadLogo read, CancellationToken ct)
    {
        var logo = await read.Run(ct);
        Cached.Tell(context, isForEver: logo is not null && context.Request.Query["v"] == logo.Mark);
        return logo is null ? TypedResults.NotFound() : PictureFile.Shown(context, logo.Bytes, logo.Type);
    }
}
