using Microsoft.EntityFrameworkCore;
using Vafa.Core.Tiers;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Timeline;

namespace Vafa.Features.Tiers;

/// <summary>How a member rose, fell and was placed.</summary>
internal sealed class TiersOnTimeline(AppDb db) : ITimelineSource
{
    public TimelinePart Part => TimelinePart.Profile;

    public async Task<IReadOnlyList<TimelineEvent>> Read(TimelineAsk ask, CancellationToken ct)
    {
        var (at, id) = (ask.Before.At, ask.Before.Id);
        var moves = await db
            .MemberTierMoves.AsNoTracking()
            .Where(m => m.MemberId == ask.Member && m.At <= at && (m.At < at || m.Id.CompareTo(id) < 0))
            .OrderByDescending(m => m.At)
            .ThenByDescending(m => m.Id)
            .Take(ask.Take)
            .ToListAsync(ct);
        return moves.ConvertAll(m => new TimelineEvent(KindOf(m.Why), m.Id, m.At, Tell(m, ask.Words))
        {
            By = m.By,
            Reason = m.Reason,
        });
    }

    private static string KindOf(TierEvent why) =>
        why is TierEvent.Rose or TierEvent.Kept or TierEvent.Placed ? "tierUp" : "tierDown";

    private static string Tell(MemberTierMove move, Wording words)
    {
        var (from, to) = (Name(move.FromTier, words), Name(move.ToTier, words));
        return move.Why switch
        {
            TierEvent.Rose => words.Say($"به سطح {to} رسید", $"Reached {to}"),
            TierEvent.GraceBegan => words.Say(
                $"خریدها دیگر به سطح {to} نمی‌رسند؛ مهلت آغاز شد",
                $"Purchases no longer reach {to}; the grace began"
            ),
            TierEvent.Kept => words.Say($"سطح {to} را در مهلت نگه داشت", $"Kept {to} within the grace"),
            TierEvent.Fell when move.ToTier is null => words.Say($"از سطح {from} بیرون آمد", $"Is no longer {from}"),
            TierEvent.Fell => words.Say($"از سطح {from} به {to} رسید", $"From {from} to {to}"),
            TierEvent.Placed => words.Say($"سطح {to} به او داده شد", $"Was given {to}"),
            TierEvent.PlacementEnded => words.Say($"مدت سطح {from} پایان یافت", $"The time of {from} is over"),
            TierEvent.Merged when move.ToTier is null => words.Say(
                $"با جدا شدن دو عضویت از سطح {from} بیرون آمد",
                $"Is no longer {from} since the memberships were parted"
            ),
            TierEvent.Merged => words.Say(
                $"با تغییر ادغام، سطح {to} است",
                $"Is {to} since two memberships were made one or parted"
            ),
            TierEvent.PlacementTaken => words.Say($"سطح {from} از او گرفته شد", $"{from} was taken back"),
            TierEvent.Left => words.Say(
                $"با خروج از باشگاه، سطح {from} پایان یافت",
                $"{from} ended with the membership"
            ),
            TierEvent.Warned => words.Say(
                $"هشدار: سطح {to} نزدیک است از دست برود",
                $"Warned: {to} is about to be lost"
            ),
            _ => throw new InvalidDataException($"A move of a tier is of the unknown kind {move.Why}."),
        };
    }

    private static string Name(string? tier, Wording words) =>
        tier is null ? "" : words.NameInside(NameKind.Tier, tier);
}
