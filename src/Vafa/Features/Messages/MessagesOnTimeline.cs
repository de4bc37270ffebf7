using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Features.Timeline;
using Vafa.Web;

namespace Vafa.Features.Messages;

/// <summary>What was written to a member, or waits to be.</summary>
internal sealed class MessagesOnTimeline(AppDb db) : ITimelineSource
{
    public string Scope => Scopes.Messages;

    public TimelinePart Part => TimelinePart.Messages;

    public async Task<IReadOnlyList<TimelineEvent>> Read(TimelineAsk ask, CancellationToken ct)
    {
        var (at, id) = (ask.Before.At, ask.Before.Id);
        var rows = await db
            .Messages.AsNoTracking()
            .Where(m => m.MemberId == ask.Member)
            .Where(m => m.CreatedAt <= at && (m.CreatedAt < at || m.Id.CompareTo(id) < 0))
            .OrderByDescending(m => m.CreatedAt)
            .ThenByDescending(m => m.Id)
            .Take(ask.Take)
            .ToListAsync(ct);
        return rows.ConvertAll(m =>
        {
            var kind = MessageText.KindName(m.Kind, ask.Words);
            var sentence = ask.Words.Say($"پیام «{kind}» در صف ارسال", $"Message “{kind}” waits to be sent");
            return new TimelineEvent("message", m.Id, m.CreatedAt, sentence) { State = MessageItem.Waiting };
        });
    }
}
