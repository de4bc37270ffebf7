namespace Vafa.Web.Description;

/// <summary>
/// What an endpoint says of itself in the OpenAPI document; the problems it may answer are added to all.
/// </summary>
internal static class Described
{
    /// <param name="id">Its name for generated clients: "putOffer".</param>
    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, string id, string summary) =>
        endpoint.WithName(id).WithSummary(summary);

    /// <summary>Reads a JSON body of this shape.</summary>
    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder endpoint)
        where T : notnull => endpoint.Accepts<T>("application/json");

    /// <summary>Reads a JSON merge patch of this shape.</summary>
    public static RouteHandlerBuilder TakesPatch<T>(this RouteHandlerBuilder endpoint)
        where T : notnull => endpoint.Accepts<T>("application/merge-patch+json", "application/json");

    /// <summary>Answers this shape.</summary>
    public static RouteHandlerBuilder Gives<T>(
        this RouteHandlerBuilder endpoint,
        int status = StatusCodes.Status200OK
    ) => endpoint.Produces<T>(status, "application/json");

    /// <summary>Answers a page of a list; takes limit and cursor.</summary>
    public static RouteHandlerBuilder GivesList<T>(this RouteHandlerBuilder endpoint) =>
        endpoint
            .Gives<Listed<T>>()
            .Asks("limit", $"How many, 1 to {Paging.Most}; {Paging.Usual} unless said.", typeof(int))
            .Asks("cursor", "The `next` of the page before.");

    /// <summary>Takes a query parameter, which may be left out.</summary>
    public static RouteHandlerBuilder Asks(
        this RouteHandlerBuilder endpoint,
        string name,
        string meaning,
        Type? type = null
    ) => endpoint.WithMetadata(new QueryParameter(name, meaning, type ?? typeof(string)));

    /// <summary>Needs the header Idempotency-Key.</summary>
    public static RouteHandlerBuilder Once(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new NeedsKey());

    /// <summary>May answer 409; every POST and PATCH may without saying so.</summary>
    public static RouteHandlerBuilder MayConflict(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new MayConflict());
}

/// <summary>A query parameter that the handler reads by itself.</summary>
internal sealed record QueryParameter(string Name, string Meaning, Type Type);

/// <summary>Marks a call with an Idempotency-Key (⚿ in the contract).</summary>
internal sealed record NeedsKey;

/// <summary>Marks a call that the state of things may forbid.</summary>
internal sealed record MayConflict;

/// <summary>Marks a shape as an object with exactly one of its fields.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ExactlyOneFieldAttribute : Attribute;
