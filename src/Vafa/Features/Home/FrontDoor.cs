using Vafa.Ui;
using Vafa.Web;

namespace Vafa.Features.Home;

/// <summary>
/// Leads from the front door to where a person works: who may see figures stays at home, who sells goes to the till,
/// who looks members up goes to them.
/// </summary>
internal sealed class FrontDoor(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Reader reader)
    {
        if (context.Request.Path == "/" && Pages.IsPage(context) && Away(reader) is { } place)
        {
            context.Response.Redirect(place);
            return;
        }

        await next(context);
    }

    /// <summary>The place of somebody whose home is not at the door; null for whom it is.</summary>
    internal static string? Away(Reader reader) =>
        reader.May(Scopes.Reports) ? null
        : reader.MayChange(Scopes.Purchases) ? "/sale"
        : reader.May(Scopes.Members) ? "/members"
        : reader.May(Scopes.Purchases) ? "/purchases"
        : "/me";
}
