using System.Text.Json.Serialization;
using Vafa.Core.Values;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Programme;

/// <summary>What is done to the fields of members as a whole; each of them is a document of the programme.</summary>
internal static class FieldsApi
{
    private const int MostCodes = 1_000;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/api/v1/fields/order", Order)
            .WithTags(DocumentKind.Field.Address)
            .Needs(Scopes.Offers)
            .Describe("orderFields", "Puts the fields in this order, in one version of the programme.")
            .Takes<FieldOrderShape>()
            .Once()
            .Gives<FieldOrder>();

    private static async Task<IResult> Order(
        HttpContext context,
        OrderFields order,
        Idempotency idempotency,
        CancellationToken ct
    )
    {
        var body = await Body.Read(context, ct);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var fields = body.Reader();
        var codes = fields.Texts("codes", MostCodes, required: true, PathCode.MaxLength);
        fields.Done();
        if (!fields.IsClean)
        {
            return Answers.Refused(fields.Refusals);
        }

        // The order may be set twice without harm, and a version that another node took first is tried again, which
        // cannot be done inside of one transaction.
        var done = default(Outcome<FieldOrder>);
        return await idempotency.OnceAfter(
            context,
            async inside => (done = await order.Run(new OrderFieldsRequest(codes, context.Actor()), inside)).Refusals,
            _ => Task.FromResult(done),
            ct
        );
    }
}

/// <summary>The codes of the fields, the first first; those that are not named follow as they stand.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record FieldOrderShape
{
    public required IReadOnlyList<string> Codes { get; init; }
}
