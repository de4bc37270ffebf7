using Vafa.Features.Programme;
using Vafa.Features.Programme.Logo;
using Vafa.Ui;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Tiers.Pictures;

/// <summary>PUT and DELETE of a tier's picture, and the picture itself.</summary>
internal static class TierPicturesApi
{
    public const string Address = "/tier-pictures";

    public static void Register(IServiceCollection services)
    {
        services.AddScoped<ChangeTierPicture>();
        services.AddScoped<ReadTierPictures>();
        services.AddTexts(
            new Dictionary<string, (string Fa, string En)>(StringComparer.Ordinal)
            {
                ["tier-picture.kind"] = (
                    "این فایل تصویر PNG، JPEG یا WebP نیست. تصویر را با یکی از این قالب‌ها ذخیره کنید و "
                        + "دوباره بفرستید.",
                    "This file is no PNG, JPEG or WebP picture. Save it as one of these and send it again."
                ),
                ["tier-picture.size"] = LogoTexts.All["logo.size"],
                ["tier-picture.too-large"] = LogoTexts.All["logo.too-large"],
            }
        );
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        var calls = app.MapGroup("/api/v1/ladders/{ladder}/tiers/{tier}/picture")
            .WithTags(DocumentKind.Ladder.Address)
            .Needs(Scopes.Offers);
        calls
            .MapPut("", Put)
            .Describe(
                "putTierPicture",
                "Sets the picture of a tier's page: a PNG, JPEG or WebP of at most 512 KiB, 32 to 2048 pixels a side."
            )
            .Accepts<byte[]>("image/png", "image/jpeg", "image/webp", "*/*")
            .Gives<TierPictureTold>();
        calls
            .MapDelete("", Delete)
            .Describe("deleteTierPicture", "Takes the picture of a tier's page away.")
            .Gives<TierPictureTold>();
        app.MapGet(Address + "/{mark}", Show).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> Put(
        string ladder,
        string tier,
        HttpContext context,
        ChangeTierPicture change,
        CancellationToken ct
    ) =>
        await PictureFile.Sent(context, ct) is { } picture
            ? Answers.Of(await change.Run(new(ladder, tier, picture, context.Actor()), ct))
            : PictureFile.TooLarge(ChangeTierPicture.Name);

    private static async Task<IResult> Delete(
        string ladder,
        string tier,
        HttpContext context,
        ChangeTierPicture change,
        CancellationToken ct
    ) => Answers.Of(await change.Run(new(ladder, tier, null, context.Actor()), ct));

    /// <summary>Until the rules are published only who may read tiers sees their pictures.</summary>
    private static async Task<IResult> Show(
        string mark,
        HttpContext context,
        ReadTierPictures read,
        ProgrammeStore programmes,
        CancellationToken ct
    )
    {
        var isOpen = (await programmes.Newest(ct)).Rulebook.Published;
        Cached.Tell(context, isForEver: isOpen);
        if (!isOpen)
        {
            context.Response.Headers.CacheControl = "no-store";
            if (context.ActorOrNobody()?.MayRead(Scopes.Offers) != true)
            {
                return TypedResults.NotFound();
            }
        }

        if (await read.One(mark, ct) is not { } picture)
        {
            context.Response.Headers.CacheControl = "no-store";
            return TypedResults.NotFound();
        }

        return PictureFile.Shown(context, picture.Bytes, picture.Type);
    }
}
