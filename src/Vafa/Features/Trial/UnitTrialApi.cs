using Vafa.Features.Programme;
using Vafa.Features.Programme.Shapes;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Trial;

/// <summary>What settings would have done to the club's past, asked before they are saved.</summary>
internal static class UnitTrialApi
{
    public static void Register(IServiceCollection services)
    {
        services.AddScoped<EarnedActs>();
        services.AddScoped<TryUnit>();
    }

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/api/v1/units/{code}/preview", Preview)
            .WithTags(DocumentKind.Unit.Address)
            .Needs(Scopes.Offers)
            .Describe(
                "previewUnit",
                "What a unit's caps, life and bounds on spending would have done to the last 90 days; writes nothing."
            )
            .Takes<UnitShape>()
            .Gives<UnitTrial>();

    private static async Task<IResult> Preview(string code, HttpContext context, TryUnit tries, CancellationToken ct)
    {
        var body = await Body.Read(context, ct);
        return body.Problem is { } problem
            ? problem
            : Answers.Of(await tries.Run(body.Json, code, context.Wording().Persian, ct));
    }
}
