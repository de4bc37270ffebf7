using System.Text.Json.Serialization;
using Vafa.Core.Values;
using Vafa.Features.Ledger;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Engagements;

/// <summary>POST /members/{id}/events: what a member did that is no sale.</summary>
internal static class EventsApi
{
    public static void Register(IServiceCollection services)
    {
        services.AddTexts(EventTexts.All);
        services.AddScoped<CompleteProfile>();
    }

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/api/v1/members/{id:guid}/events", Tell)
            .WithTags("members")
            .Needs(Scopes.Purchases)
            .Describe(
                "recordEvent",
                "What a member did that is no sale: it earns what its engagement says and frees what waited for it."
            )
            .Once()
            .Takes<EventBody>()
            .Gives<EventAnswer>(StatusCodes.Status201Created);

    private static Task<IResult> Tell(Guid id, HttpContext context, WalletCalls calls, CancellationToken ct) =>
        calls.Run(
            context,
            body => new EventCall(
                id,
                body.Code("event", required: true) ?? "",
                body.Text("reference", 100),
                body.Id("purchase"),
                body.Instant("at"),
                body.Code("branch")
            ),
            (call, key, by, programmes) => new EventWork(call, key, by, programmes),
            ct
        );

    /// <param name="Event">Code of an engagement, or a name that a unit waits for.</param>
    /// <param name="Reference">Your own name for it, at most 100 characters: it comes once.</param>
    /// <param name="Purchase">The sale it is about: only what that sale brought comes free.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record EventBody(
        string Event,
        string? Reference,
        Guid? Purchase,
        DateTimeOffset? At,
        string? Branch
    );
}
