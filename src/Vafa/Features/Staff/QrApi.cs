using Vafa.Ui;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Staff;

/// <summary>
/// Draws a one-time link for a phone's camera. The text comes in the body, so it stands in no address and no log, and
/// neither it nor the drawing is kept.
/// </summary>
internal static class QrApi
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/api/v1/qr", Draw)
            .Describe("drawQr", "A text as a QR code: how many squares a side has, and the dark ones as an SVG path.")
            .Takes<QrBody>()
            .Gives<QrSquares>()
            .WithTags("staff")
            .Needs(Scopes.Club);

    private static async Task<IResult> Draw(HttpContext context, CancellationToken ct)
    {
        var body = await Body.Read(context, ct);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var read = body.Reader();
        var text = read.Text("text", QrSquares.MostLetters, required: true);
        read.Done();
        if (!read.IsClean)
        {
            return Answers.Refused(read.Refusals);
        }

        context.Response.Headers.CacheControl = "no-store";
        return Answers.Value(QrSquares.Of(text!));
    }

    /// <summary>The body, for the API's description.</summary>
    internal sealed record QrBody(string Text);
}
