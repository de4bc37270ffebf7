using Vafa.Features.Programme.Logo;
using Vafa.Features.Programme.Shapes;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Programme;

/// <summary>GET and PATCH of the club's settings.</summary>
internal static class ClubApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        LogoApi.Map(app);
        app.MapGet(
                "/api/v1/club",
                async (GetDocument get, CancellationToken ct) =>
                    Answers.Of(await get.Run(DocumentKind.Club, PatchClub.Code, ct), DocumentAnswer.Club)
            )
            .WithTags("club")
            .NeedsAnyKey()
            .Describe("getClub", "The club's settings.")
            .Gives<ClubShape>();
        app.MapPatch(
                "/api/v1/club",
                async (HttpContext context, PatchClub patch, CancellationToken ct) =>
                {
                    var body = await Body.Read(context, ct);
                    return body.Problem is { } problem
                        ? problem
                        : Answers.Of(
                            await patch.Run(new PatchClubRequest(body.Json, context.Actor()), ct),
                            DocumentAnswer.Club
                        );
                }
            )
            .WithTags("club")
            .Needs(Scopes.Club)
            .Describe("patchClub", "Changes settings: what stands in the patch changes, null goes back to the usual.")
            .TakesPatch<ClubShape>()
            .Gives<ClubShape>();
    }
}
