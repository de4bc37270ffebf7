using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Timeline;

namespace Vafa.Features.Members.Merging;

/// <summary>That another membership was merged into a member, and that it was undone.</summary>
internal sealed class MergesOnTimeline(AppDb db) : ITimelineSource
{
    public TimelinePart Part => TimelinePart.Profile;

    public async Task<IReadOnlyList<TimelineEvent>> Read(TimelineAsk ask, CancellationToken ct)
    {
        var merges = await db.MemberMerges.AsNoTracking().Where(m => m.Into == ask.Member).ToListAsync(ct);
        var ids = merges.ConvertAll(m => m.MemberId);
        var cards = await db
            .Members.IgnoreQueryFilters()
            .Where(m => ids.Contains(m.Id))
            .ToDictionaryAsync(m => m.Id, m => m.Card, ct);
        return
        [
            .. merges
                .SelectMany(m => Told(m, ask.Words.Digits(cards[m.MemberId]), ask.Words))
                .Where(e => e.At < ask.Before.At || (e.At == ask.Before.At && e.Id.CompareTo(ask.Before.Id) < 0))
                .OrderByDescending(e => e.At)
                .ThenByDescending(e => e.Id)
                .Take(ask.Take),
        ];
    }

    private static IEnumerable<TimelineEvent> Told(MemberMerge merge, string card, Wording words)
    {
        yield return new TimelineEvent(
            "merged",
            merge.Id,
            merge.At,
            words.Say($"عضویت با کارت {card} با این عضو یکی شد", $"The membership of card {card} became one with this")
        )
        {
            By = merge.By,
        };
        if (merge.UndoneAt is { } undone)
        {
            yield return new TimelineEvent(
                "parted",
                merge.Id,
                undone,
                words.Say($"عضویت با کارت {card} دوباره جدا شد", $"The membership of card {card} was parted again")
            )
            {
                By = merge.UndoneBy,
            };
        }
    }
}
