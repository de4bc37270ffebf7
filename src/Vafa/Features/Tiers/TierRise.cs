using Vafa.Features.Ledger;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;

namespace Vafa.Features.Tiers;

/// <summary>
/// A member rises at once by what he earned without a sale; with one, <see cref="TierAfter"/> says where it takes him.
/// No receipt tells it, so a message does.
/// </summary>
internal static class TierRise
{
    /// <summary>After what was earned is collected; the reads of <see cref="TierReads"/> must be there.</summary>
    public static void ByEarning(WalletScene at, ClubVersion club)
    {
        var (owner, today) = (at.Owner, club.Time.DayOf(at.Now));
        var days = owner.TierDays;
        foreach (var ladder in club.Programme.Ladders)
        {
            var window = ladder.Span.On(club.Time, owner.Row.Since, today);
            var moved = Core.Tiers.Climb.Rise(
                ladder,
                owner.Tiers.On(ladder.Code),
                Core.Tiers.Measured.On(days, window),
                today
            );
            if (!moved.IsAny)
            {
                continue;
            }

            var next = Core.Tiers.Foresee.NextReview(ladder, moved.Standing, days, window);
            owner.Tiers.Move(ladder.Code, moved, new TierCause(today, at.Now, next));
            foreach (var move in moved.Moves)
            {
                if (TierMessage.Of(move, ladder, moved.Standing, (days, window)) is { } message)
                {
                    at.Scene.Rows.Messages.Add(message.To(owner.Row.Id, at.Now));
                }
            }
        }
    }
}
