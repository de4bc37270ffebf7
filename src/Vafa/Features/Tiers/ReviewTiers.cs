using Vafa.Core.Tiers;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;

namespace Vafa.Features.Tiers;

/// <summary>What a review of some members came to.</summary>
public sealed record TierTally(int Reviewed, int Rose, int Fell, int Graces, int Warned, int PlacementsEnded)
{
    public static readonly TierTally None = new(0, 0, 0, 0, 0, 0);

    /// <summary>Members of whom something changed.</summary>
    public int Moved { get; init; }

    public bool HasAny => Rose + Fell + Graces + Warned + PlacementsEnded > 0;

    public static TierTally operator +(TierTally a, TierTally b) =>
        new(
            a.Reviewed + b.Reviewed,
            a.Rose + b.Rose,
            a.Fell + b.Fell,
            a.Graces + b.Graces,
            a.Warned + b.Warned,
            a.PlacementsEnded + b.PlacementsEnded
        )
        {
            Moved = a.Moved + b.Moved,
        };
}

/// <summary>
/// Reviews a chunk of members on every ladder for a business day that begins: what they are from that day on, by the
/// sums of windows that end with it. Reviewing twice for the same day does nothing the second time. It is a work of the
/// lane; the night's run may also ask and decide it within its own transaction.
/// </summary>
/// <param name="members">Who is due (<see cref="TiersDue"/>); others may be among them.</param>
/// <param name="day">The day that begins: the one after the business day that has ended.</param>
internal sealed class ReviewTiers(IReadOnlyCollection<Guid> members, DateOnly day, ProgrammeStore programmes)
    : LaneWork<TierTally>
{
    private ClubVersion? club;

    /// <summary>What it came to, once decided.</summary>
    public TierTally Tally => Result ?? TierTally.None;

    public override IEnumerable<string> Keys => [];

    public override int Place => members.Count == 0 ? 0 : members.First().GetHashCode();

    public override async ValueTask Ask(LaneReads reads, long newestVersion, CancellationToken ct)
    {
        club = await programmes.Version(newestVersion, ct);
        reads.MemberIds.UnionWith(members);
        TierReads.AskAll(reads, club.Programme, day);
    }

    public override ValueTask Decide(LaneScene scene, CancellationToken ct)
    {
        var tally = TierTally.None;
        foreach (var id in members)
        {
            if (scene.State.Members.TryGetValue(id, out var member))
            {
                tally += Review(scene, member);
            }
        }

        Result = tally;
        return ValueTask.CompletedTask;
    }

    private TierTally Review(LaneScene scene, MemberState member)
    {
        var tally = TierTally.None with { Reviewed = 1 };
        var (days, now) = (member.TierDays, Stored.Cut(scene.Now));
        foreach (var ladder in club!.Programme.Ladders)
        {
            var window = ladder.Span.On(club.Time, member.Row.Since, day);
            var moved = Climb.Review(ladder, member.Tiers.On(ladder.Code), days, window);
            var next = Foresee.NextReview(ladder, moved.Standing, days, window);
            var version = club.LadderVersions[ladder.Code];
            if (moved.IsAny || !member.Tiers.IsAsBefore(ladder.Code, next, version))
            {
                member.Tiers.Move(ladder.Code, moved, new TierCause(day, now, next) { LadderVersion = version });
            }

            foreach (var move in moved.Moves)
            {
                tally += Of(move.Event);
                if (TierMessage.Of(move, ladder, moved.Standing, (days, window)) is { } message)
                {
                    scene.Rows.Messages.Add(message.To(member.Row.Id, now));
                }
            }
        }

        return tally with
        {
            Moved = tally.HasAny ? 1 : 0,
        };
    }

    private static TierTally Of(TierEvent what) =>
        what switch
        {
            TierEvent.Rose => TierTally.None with { Rose = 1 },
            TierEvent.Fell => TierTally.None with { Fell = 1 },
            TierEvent.GraceBegan => TierTally.None with { Graces = 1 },
            TierEvent.Warned => TierTally.None with { Warned = 1 },
            TierEvent.PlacementEnded => TierTally.None with { PlacementsEnded = 1 },
            TierEvent.Kept or TierEvent.Placed or TierEvent.PlacementTaken => TierTally.None,
            TierEvent.Merged or TierEvent.Left => TierTally.None,
            _ => throw new ArgumentOutOfRangeException(nameof(what)),
        };
}
