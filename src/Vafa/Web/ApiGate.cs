using Vafa.Core.Values;

namespace Vafa.Web;

/// <summary>What an endpoint asks of its caller: a scope, or (null) only to be somebody.</summary>
/// <param name="Person">Only a signed-in member of staff: what a machine has no use for, such as a password.</param>
/// <param name="Device">Only a device that is paired with a till.</param>
public sealed record NeedsScope(string? Scope, bool Person = false, bool Device = false);

public static class NeedsScopeOfEndpoint
{
    /// <summary>Only callers with this scope get in.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder builder, string scope)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new NeedsScope(scope));

    /// <summary>Every known caller gets in.</summary>
    public static TBuilder NeedsAnyKey<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new NeedsScope(null));

    /// <summary>Every signed-in member of staff gets in; no key does.</summary>
    public static TBuilder NeedsPerson<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new NeedsScope(null, Person: true));
}

/// <summary>
/// Lets a call to the API through to its endpoint or says 401 or 403. Whoever signed in with a cookie must send the
/// header X-Vafa: 1 from our own origin, which no other site's page can.
/// </summary>
internal sealed class ApiGate(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<NeedsScope>() is not { } needed)
        {
            return next(context);
        }

        if (context.ActorOrNobody() is not { } actor)
        {
            return new Problem(StatusCodes.Status401Unauthorized, "key.needed").ExecuteAsync(context);
        }

        if (needed.Person && actor.Role is null)
        {
            return new Problem(StatusCodes.Status403Forbidden, "staff.person-needed").ExecuteAsync(context);
        }

        if (actor.Role is not null && !ComesFromOurPage(context.Request))
        {
            return new Problem(StatusCodes.Status403Forbidden, "staff.foreign-page").ExecuteAsync(context);
        }

        var reads = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        return needed.Scope is { } scope && !(reads ? actor.MayRead(scope) : actor.May(scope))
            ? Answers
                .Refused(new Refusal("key.scope", "", scope) { Kind = RefusalKind.Forbidden })
                .ExecuteAsync(context)
            : next(context);
    }

    internal static bool ComesFromOurPage(HttpRequest request)
    {
        if (request.Headers["X-Vafa"] != "1")
        {
            return false;
        }

        var site = request.Headers["Sec-Fetch-Site"];
        var origin = request.Headers.Origin;
        return (site.Count == 0 || site == "same-origin")
            && (
                origin.Count == 0
                || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
            );
    }
}
