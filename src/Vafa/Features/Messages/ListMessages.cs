using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Programme;
using Vafa.Features.Tiers;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Messages;

/// <summary>A message in the list.</summary>
/// <param name="Kind">welcome, receipt, offer, available or expiring.</param>
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

/// <summary>Whose messages are listed, and of which kind; null does not narrow.</summary>
public sealed record MessageFilter(Guid? Member, string? Kind)
{
    public static readonly IReadOnlyList<string> Kinds =
    [
        MessageText.Receipt,
        Outbox.Welcome,
        MessageText.Offer,
        MessageText.Ending,
        MessageText.Opened,
        TierMessage.Kind,
    ];
}

/// <summary>
/// Messages, newest first. A kind stands in no index: it is looked for along the index of time, so far a call, so that
/// a page may hold fewer than asked, even none, and still have a next.
/// </summary>
public sealed class ListMessages(AppDb db, ProgrammeStore programmes)
{
    public const int CursorParts = 2;
    private const int MostWalked = 20_000;

    /// <summary>Refused: list.cursor.</summary>
    public async Task<Outcome<Listed<MessageItem>>> Run(MessageFilter filter, Paging paging, CancellationToken ct)
    {
        var rows = db.Messages.AsNoTracking();
        if (filter.Member is { } of)
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

        var end = filter.Kind is null ? null : await Newest(rows).Skip(MostWalked - 1).FirstOrDefaultAsync(ct);
        if (filter.Kind is { } kind)
        {
            rows = rows.Where(m => m.Kind == kind);
            rows = end is null
                ? rows
                : rows.Where(m =>
                    m.CreatedAt >= end.CreatedAt && (m.CreatedAt > end.CreatedAt || m.Id.CompareTo(end.Id) >= 0)
                );
        }

        var page = await Newest(rows).Take(paging.Limit + 1).ToListAsync(ct);
        var club = await programmes.Newest(ct);
        var words = club.Wording(club.Settings.IsPersian);
        var list = Listed<MessageItem>.Of(page, paging, m => Item(m, club, words), Place);
        return end is not null && list.Next is null ? list with { Next = Cursor.Write(Place(end)) } : list;
    }

    private static IOrderedQueryable<Message> Newest(IQueryable<Message> rows) =>
        rows.OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id);

    private static string[] Place(Message m) =>
        [m.CreatedAt.UtcTicks.ToString(CultureInfo.InvariantCulture), m.Id.ToString()];

    private static MessageItem Item(Message m, ClubVersion club, Wording words) =>
        new(
            m.Id,
            m.MemberId,
            m.Kind,
            MessageItem.Waiting,
            m.PurchaseId,
            MessageText.Of(m.Kind, m.Body, club.Settings.Name, words),
            m.CreatedAt
        );
}

/// <summary>GET of the messages.</summary>
internal static class MessagesApi
{
    public static void Register(IServiceCollection services) =>
        services.AddScoped<ListMessages>().AddScoped<KnownMessages>();

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/api/v1/messages", List)
            .WithTags("messages")
            .Needs(Scopes.Messages)
            .Describe("listMessages", "What waits to be sent to members, newest first, with its sentence.")
            .Asks("state", "waiting: what has not left yet, which all are today.")
            .Asks("member", "Id of a member.", typeof(Guid))
            .Asks(
                "kind",
                "welcome, receipt, offer, expiring or available; a page may hold fewer than asked, and a next."
            )
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

        var kind = query["kind"].ToString() is { Length: > 0 } word ? word : null;
        if (kind is not null && !MessageFilter.Kinds.Contains(kind))
        {
            return Answers.Refused(new Refusal("json.choice", "/kind", string.Join(", ", MessageFilter.Kinds)));
        }

        return Answers.Of(await list.Run(new MessageFilter(member, kind), paging.Value, context.RequestAborted));
    }
}
