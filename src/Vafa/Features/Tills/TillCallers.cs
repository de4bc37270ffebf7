using Vafa.Features.Staff;
using Vafa.Web;

namespace Vafa.Features.Tills;

/// <summary>What a call of the till asks of its caller.</summary>
/// <param name="Cashier">Somebody must have said that he stands at it.</param>
/// <param name="Renews">Its answer may bring a new token.</param>
internal sealed record NeedsTill(bool Cashier, bool Renews);

internal static class NeedsTillOfEndpoint
{
    /// <summary>Only paired devices get in; no key and no signed-in browser does.</summary>
    public static TBuilder NeedsTill<TBuilder>(this TBuilder builder, bool cashier = true, bool renews = false)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new NeedsScope(null, Device: true), new NeedsTill(cashier, renews));
}

/// <summary>
/// Recognises a paired device by its token, for the calls of the till alone. Whoever else is signed in at that browser
/// has no part in them.
/// </summary>
internal sealed class TillCallers(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<NeedsTill>() is not { } needed)
        {
            await next(context);
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        if (!ApiGate.ComesFromOurPage(context.Request))
        {
            await new Problem(StatusCodes.Status403Forbidden, "staff.foreign-page").ExecuteAsync(context);
            return;
        }

        var stand = await Find(context, needed.Renews);
        if (stand is null)
        {
            TillCookie.Forget(context);
            await new Problem(StatusCodes.Status401Unauthorized, "till.unpaired").ExecuteAsync(context);
            return;
        }

        if (needed.Cashier && stand.Cashier is null)
        {
            await new Problem(StatusCodes.Status401Unauthorized, "till.nobody").ExecuteAsync(context);
            return;
        }

        context.Features.Set(stand);
        context.SetActor(ActorOf(stand));
        await next(context);
    }

    private static async Task<TillStand?> Find(HttpContext context, bool renews)
    {
        if (TillCookie.Of(context.Request) is not { } token)
        {
            return null;
        }

        var ct = context.RequestAborted;
        var known = context.RequestServices.GetRequiredService<KnownTills>();
        if (await known.Find(token, renews, ct) is not { } found)
        {
            return null;
        }

        if (found.NewToken is { } other)
        {
            TillCookie.Keep(context, other);
        }

        return await context.RequestServices.GetRequiredService<StandAtTill>().Run(found, ct);
    }

    /// <summary>
    /// The device is the client, so a sale that is sent again by another cashier is the same sale. Rights are those of
    /// whoever stands at it.
    /// </summary>
    private static Actor ActorOf(TillStand stand)
    {
        var role = stand.Cashier?.Role ?? Roles.Cashier;
        return new Actor(stand.By, "till:" + stand.Device, Roles.ScopesOf(role), role);
    }
}
