using System.Security.Claims;
using Vafa.Features.Staff;

namespace Vafa.Features.Programme.FirstRun;

/// <summary>Leads the owner of an untouched club from the front door to the first run.</summary>
internal sealed class FirstRunGate(RequestDelegate next)
{
    public const string Page = "/first-run";

    public async Task InvokeAsync(HttpContext context, IServiceProvider services)
    {
        var isOwnerAtDoor =
            context.Request.Path == "/"
            && HttpMethods.IsGet(context.Request.Method)
            && context.User.FindFirstValue(ClaimTypes.Role) == Roles.Owner;
        if (isOwnerAtDoor && await services.GetRequiredService<IsUntouched>().Run(context.RequestAborted))
        {
            context.Response.Redirect(Page);
            return;
        }

        await next(context);
    }
}
