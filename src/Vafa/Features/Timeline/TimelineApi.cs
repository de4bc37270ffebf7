using System.Globalization;
using Vafa.Core.Values;
using Vafa.Features.Audit;
using Vafa.Features.Ledger;
using Vafa.Features.Members;
using Vafa.Features.Messages;
using Vafa.Features.Purchases;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Timeline;

/// <summary>GET of what happened to a member, and of his months.</summary>
internal static class TimelineApi
{
    public static void Register(IServiceCollection services)
    {
        services.AddScoped<ReadTimeline>();
        services.AddScoped<ReadChanges>();
        services.AddScoped<ITimelineSource, JoinedOnTimeline>();
        services.AddScoped<ITimelineSource, SalesOnTimeline>();
        services.AddScoped<ITimelineSource, RefundsOnTimeline>();
        services.AddScoped<ITimelineSource, MovesOnTimeline>();
        services.AddScoped<ITimelineSource, MessagesOnTimeline>();
        services.AddScoped<ITimelineSource, ProfileOnTimeline>();
    }

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/api/v1/members/{id:guid}/timeline", Read)
            .WithTags("members")
            .Needs(Scopes.Members)
            .Describe(
                "getTimeline",
                "Everything that happened to a member, newest first; only what the caller may see."
            )
            .GivesList<TimelineEvent>();

    private static async Task<IResult> Read(HttpContext context, Guid id, ReadTimeline read)
    {
        var paging = Paging.Read(context, cursorParts: 2);
        if (paging.IsRefused)
        {
            return Answers.Refused(paging.Refusals);
        }

        TimelinePlace? before = null;
        if (paging.Value.After is { } cursor)
        {
            before = PlaceIn(cursor);
            if (before is null)
            {
                return Answers.Refused(new Refusal("list.cursor", "/cursor"));
            }
        }

        var request = new ReadTimelineRequest(
            id,
            before,
            paging.Value.Limit,
            context.Wording().Persian,
            context.Actor().MayRead
        );
        return Answers.Of(
            await read.Run(request, context.RequestAborted),
            page => Answers.Value(new Listed<TimelineEvent>(page.Items, page.Next is { } next ? CursorOf(next) : null))
        );
    }

    /// <summary>The same cursor for pages, which go on by an address.</summary>
    internal static string CursorOf(TimelinePlace place) =>
        Cursor.Write([place.At.UtcTicks.ToString(CultureInfo.InvariantCulture), place.Id.ToString()]);

    internal static TimelinePlace? PlaceIn(string[] cursor) =>
        cursor is [var at, var id]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
        && ticks < TimelinePlace.Newest.At.UtcTicks
        && Guid.TryParseExact(id, "D", out var last)
            ? new TimelinePlace(new DateTimeOffset(ticks, TimeSpan.Zero), last)
            : null;
}
