using System.Text.Json.Serialization;
using Vafa.Features.Programme.Shapes;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Offers;

/// <summary>An offer that is being written, and an amount to try it with.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PreviewOfferShape
{
    public required OfferShape Offer { get; init; }

    /// <summary>Of a sale, in the smallest money unit.</summary>
    public long? Amount { get; init; }
}

/// <summary>What is asked about offers beside their documents.</summary>
internal static class OffersApi
{
    public static void Register(IServiceCollection services)
    {
        services.AddScoped<ReadOffers>();
        services.AddScoped<PreviewOffer>();
        services.AddScoped<ReadOfferForm>();
        services.AddScoped<GoneFromOffers>();
        services.AddScoped<ReadOfferHistory>();
    }

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/api/v1/offers/preview", Preview)
            .WithTags("offers")
            .Needs(Scopes.Offers)
            .Describe("previewOffer", "Says an offer that is being written and tries it on an amount; writes nothing.")
            .Takes<PreviewOfferShape>()
            .Gives<OfferShown>();

    private static async Task<IResult> Preview(HttpContext context, PreviewOffer preview, CancellationToken ct)
    {
        var body = await Body.Read(context, ct);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var fields = body.Reader();
        var offer = fields.Any("offer", required: true);
        var amount = fields.Money("amount");
        fields.Done();
        return fields.IsClean
            ? Answers.Value(await preview.Run(new PreviewOfferRequest(offer!.Value, amount, context.Wording()), ct))
            : Answers.Refused(fields.Refusals);
    }
}
