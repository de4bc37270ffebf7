using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Web;

/// <summary>GET /health: 200 when the database answers, else 503. Needs no key and tells nothing else.</summary>
internal static class Health
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(
                "/health",
                async (AppDb db, CancellationToken ct) =>
                    await Answers(db, ct)
                        ? Results.Text("ok")
                        : Results.Text("database", statusCode: StatusCodes.Status503ServiceUnavailable)
            )
            .ExcludeFromDescription();

    private static async Task<bool> Answers(AppDb db, CancellationToken ct)
    {
        try
        {
            await db.DataKeys.AnyAsync(ct);
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return false;
        }
    }
}
