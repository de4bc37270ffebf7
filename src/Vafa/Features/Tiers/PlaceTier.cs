using System.Text.Json;
using Vafa.Core.Tiers;
using Vafa.Core.Values;
using Vafa.Features.Audit;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;
using Vafa.Web;
using Ladder = Vafa.Core.Tiers.Ladder;

namespace Vafa.Features.Tiers;

/// <summary>A person gives a member a tier, as a floor.</summary>
/// <param name="Until">Its last business day; null: until somebody ends it.</param>
public sealed record PlaceCall(Guid Member, string? Ladder, string Tier, DateOnly? Until, string Reason);

/// <summary>
/// A placement on its way through the lane. Refused: member.unknown, member.gone (409); tier.unknown and
/// tier.other-ladder at their fields; tier.until-past.
/// </summary>
internal sealed class PlaceTier(PlaceCall call, IdempotencyKey key, Actor by, ProgrammeStore programmes)
    : LaneWork<Outcome<StoredAnswer>>
{
    private readonly AnswerKey answerKey = new(key.Client, key.Key);
    private readonly StandingWork standing = new(call.Member, by, programmes);

    public override IEnumerable<string> Keys => [$"{key.Client}\n{key.Key}"];

    public override int Place => call.Member.GetHashCode();

    public override ValueTask Ask(LaneReads reads, long newestVersion, CancellationToken ct)
    {
        reads.Answers.Add(answerKey);
        return standing.Ask(reads, newestVersion, ct);
    }

    public override ValueTask Decide(LaneScene scene, CancellationToken ct)
    {
        Result = scene.State.Answers.TryGetValue(answerKey, out var answered)
            ? StoredAnswer.Replay(answered, key)
            : Put(scene);
        return ValueTask.CompletedTask;
    }

    private Outcome<StoredAnswer> Put(LaneScene scene)
    {
        if (!scene.State.Members.TryGetValue(call.Member, out var member))
        {
            return scene.State.NotHere(call.Member);
        }

        if (standing.Ladders.FirstOrDefault(l => l.PlaceOf(call.Tier) >= 0) is not { } ladder)
        {
            return new Refusal("tier.unknown", "/tier", call.Tier);
        }

        if (call.Ladder is { } named && !string.Equals(named, ladder.Code, StringComparison.Ordinal))
        {
            return new Refusal("tier.other-ladder", "/ladder", call.Tier, ladder.Title);
        }

        if (call.Until < standing.Today)
        {
            return new Refusal("tier.until-past", "/until");
        }

        var moved = Climb.Place(member.Tiers.On(ladder.Code), new Placement(call.Tier, call.Until));
        var answer = standing.Move(scene, member, ladder, moved, ("member.tier-placed", call.Reason));
        return StoredAnswer.Keep(scene, key, StatusCodes.Status201Created, answer);
    }
}

/// <summary>
/// Ends a placement. Refused: member.unknown, member.gone (409); tier.not-placed (404).
/// </summary>
/// <param name="ladder">Null: the club's first one.</param>
internal sealed class UnplaceTier(Guid owner, string? ladder, Actor by, ProgrammeStore programmes)
    : LaneWork<Outcome<TierOfMember>>
{
    private readonly StandingWork standing = new(owner, by, programmes);

    public override IEnumerable<string> Keys => [];

    public override int Place => owner.GetHashCode();

    public override ValueTask Ask(LaneReads reads, long newestVersion, CancellationToken ct) =>
        standing.Ask(reads, newestVersion, ct);

    public override ValueTask Decide(LaneScene scene, CancellationToken ct)
    {
        Result = End(scene);
        return ValueTask.CompletedTask;
    }

    private Outcome<TierOfMember> End(LaneScene scene)
    {
        if (!scene.State.Members.TryGetValue(owner, out var member))
        {
            return scene.State.NotHere(owner);
        }

        var on = standing.Ladders.FirstOrDefault(l => ladder is null || l.Code == ladder);
        if (on is null || Climb.Unplace(member.Tiers.On(on.Code)) is not { IsAny: true } moved)
        {
            return Refusal.NotFound("tier.not-placed");
        }

        return standing.Move(scene, member, on, moved, ("member.tier-ended", null));
    }
}

/// <summary>What giving and taking have in common: the standing moves and the change is in the audit log.</summary>
internal sealed class StandingWork(Guid member, Actor by, ProgrammeStore programmes)
{
    private ClubVersion? club;

    public DateOnly Today { get; private set; }

    public IEnumerable<Ladder> Ladders => club!.Programme.Ladders;

    public async ValueTask Ask(LaneReads reads, long newestVersion, CancellationToken ct)
    {
        club = await programmes.Version(newestVersion, ct);
        Today = club.Time.DayOf(reads.Now);
        reads.MemberIds.Add(member);
        TierReads.AskAll(reads, club.Programme, Today);
    }

    public TierOfMember Move(
        LaneScene scene,
        MemberState owner,
        Ladder ladder,
        Moved moved,
        (string Action, string? Reason) why
    )
    {
        var now = Stored.Cut(scene.Now);
        var window = ladder.Span.On(club!.Time, owner.Row.Since, Today);
        var next = Foresee.NextReview(ladder, moved.Standing, owner.TierDays, window);
        var before = owner.Tiers.On(ladder.Code).Placed;
        owner.Tiers.Move(ladder.Code, moved, new TierCause(Today, now, next) { By = by.By, Reason = why.Reason });
        scene.Rows.Audit.Add(
            new AuditEntry
            {
                Id = Guid.CreateVersion7(now),
                At = now,
                By = by.By,
                Action = why.Action,
                Subject = $"member/{owner.Row.Id}",
                Before = Told(ladder, before, null),
                After = Told(ladder, moved.Standing.Placed, why.Reason),
            }
        );
        return TierOfMember.Of(ladder, owner.Tiers.RowOf(ladder.Code), Today);
    }

    private static string? Told(Ladder ladder, Placement? placed, string? reason) =>
        placed is null
            ? null
            : JsonSerializer.Serialize(new PlacedInAudit(ladder.Code, placed.Tier, placed.Until, reason), Answers.Json);

    private sealed record PlacedInAudit(string Ladder, string Tier, DateOnly? Until, string? Reason);
}
