using Vafa.Core.Tiers;
using Vafa.Features.Ledger;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;

namespace Vafa.Features.Members.Merging;

/// <summary>
/// The higher standing of two members on each ladder stays; the night looks at the sums of both together.
/// </summary>
internal static class MergedStandings
{
    /// <returns>Where he stood before on the ladders that changed.</returns>
    public static IReadOnlyList<StandingBefore> Join(WalletScene at, ClubVersion club, MemberState other, string by)
    {
        var changed = new List<StandingBefore>();
        foreach (var ladder in club.Programme.Ladders)
        {
            var was = at.Owner.Tiers.On(ladder.Code);
            var moved = JoinedStanding.Of(ladder, was, other.Tiers.On(ladder.Code));
            if (moved.IsAny)
            {
                Move(at, club, ladder.Code, moved, by);
                changed.Add(new StandingBefore(ladder.Code, was, at.Owner.Tiers.RowOf(ladder.Code)!.Moves));
            }
        }

        LookAt(at, club, other);
        return changed;
    }

    /// <summary>Goes back where nothing has moved since.</summary>
    public static void Part(
        WalletScene at,
        ClubVersion club,
        MemberState other,
        (IEnumerable<StandingBefore> Standings, string By) before
    )
    {
        foreach (var (ladder, was, moves) in before.Standings)
        {
            if (at.Owner.Tiers.RowOf(ladder) is { } row && row.Moves == moves)
            {
                Move(at, club, ladder, JoinedStanding.To(row.Standing, was), before.By);
            }
        }

        LookAt(at, club, other);
    }

    private static void Move(WalletScene at, ClubVersion club, string ladder, Moved moved, string by)
    {
        var today = club.Time.DayOf(at.Now);
        at.Owner.Tiers.Move(ladder, moved, new TierCause(today, at.Now, today) { By = by });
    }

    private static void LookAt(WalletScene at, ClubVersion club, MemberState other)
    {
        var today = club.Time.DayOf(at.Now);
        at.Owner.Tiers.LookAt(today);
        other.Tiers.LookAt(today);
    }
}
