using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Programme;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Messages;

/// <summary>A message in the list.</summary>
/// <param name="Kind">welcome or receipt.</param>
/// <param name="State">waiting: it has not left yet.</param>
/// <param name="Text">The sentence as it will be sent, in the club's language.</param>
public sealed record MessageItem(
    Guid Id,
    Guid Member,
    string Kind,
    string State,
    Guid? Purchase,
    string Text,
    DateTimeOffset CreatedAt
)
{
    public const string Waiting = "waiting";
}

/// <summary>Messages, newest first; of one member or of all.</summary>
public sealed class ListMessages(AppDb db, ProgrammeStore programmes)
{
    public const int CursorParts = 2;

    /// <summary>Refused: list.cursor.</summary>
    public async Task<Outcome<Listed<MessageItem>>> Run(Guid? member, Paging paging, CancellationToken ct)
    {
        var rows = db.Messages.AsNoTracking();
        if (member is { } of)
        {
            rows = rows.Where(m => m.MemberId == of);
        }

        if (paging.After is [var ticks, var last])
        {
            if (
                !long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number > DateTimeOffset.MaxValue.UtcTicks
                || !Guid.TryParseExact(last, "D", out var id)
            )
            {
                return new Refusal("list.cursor", "/cursor");
            }

            var at = new DateTimeOffset(number, TimeSpan.Zero);
            rows = rows.Where(m => m.CreatedAt <= at && (m.CreatedAt < at || m.Id.CompareTo(id) < 0));
        }

        var page = await rows.OrderByDescending(m => m.CreatedAt)
            .ThenByDescending(m => m.Id)
            .Take(paging.Limit + 1)
            .ToListAsync(ct);
        var club = await programmes.Newest(ct);
        var words = club.Wording(club.Settings.IsPersian);
        return Listed<MessageItem>.Of(
            page,
            paging,
            m => new MessageItem(
                m.Id,
                m.MemberId,
                m.Kind,
                MessageItem.Waiting,
                m.PurchaseId,
                MessageText.Of(m.Kind, m.Body, club.Settings.Name, words),
                m.CreatedAt
            ),
            m => [m.CreatedAt.UtcTicks.ToString(CultureInfo.InvariantCulture), m.Id.ToString()]
        );
    }
}

/// <summary>GET of the messages.</summary>
internal static class MessagesApi
{
    public static void Register(IServiceCollection services) => services.AddScoped<ListMessages>();

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/api/v1/messages", List)
            .WithTags("messages")
            .Needs(Scopes.Messages)
            .Describe("listMessages", "What waits to be sent to members, newest first, with its sentence.")
            .Asks("state", "waiting: what has not left yet, which all are today.")
            .Asks("member", "Id of a member.", typeof(Guid))
            .GivesList<MessageItem>();

    private static async Task<IResult> List(HttpContext context, ListMessages list)
    {
        var paging = Paging.Read(context, ListMessages.CursorParts);
        if (paging.IsRefused)
        {
            return Answers.Refused(paging.Refusals);
        }

        var query = context.Request.Query;
        if (query["state"].ToString() is not ("" or MessageItem.Waiting))
        {
            return Answers.Refused(new Refusal("json.choice", "/state", MessageItem.Waiting));
        }

        Guid? member = null;
        if (query["member"].ToString() is { Length: > 0 } asked)
        {
            if (!Guid.TryParse(asked, out var id))
            {
                return Answers.Refused(new Refusal("json.uuid", "/member"));
            }

            member = id;
        }

        return Answers.Of(await list.Run(member, paging.Value, context.RequestAborted));
    }
}
