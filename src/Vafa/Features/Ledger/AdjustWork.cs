using System.Text.Json;
using Vafa.Core.Ledger;
using Vafa.Core.Values;
using Vafa.Features.Audit;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;
using Vafa.Web;

namespace Vafa.Features.Ledger;

/// <summary>A correction of a wallet by a person: ± an amount of a unit, with its reason.</summary>
public sealed record AdjustCall(Guid Member, string Unit, long Amount, string Reason, DateTimeOffset? ExpiresAt);

/// <summary>The entry a correction made.</summary>
public sealed record AdjustAnswer(
    Guid Id,
    DateTimeOffset At,
    string Unit,
    long Amount,
    long Balance,
    string Reason,
    DateTimeOffset? ExpiresAt
);

/// <summary>A correction on its way through the lane.</summary>
internal sealed class AdjustWork(AdjustCall call, IdempotencyKey key, Actor by, ProgrammeStore programmes)
    : LaneWork<Outcome<StoredAnswer>>
{
    private readonly AnswerKey answerKey = new(key.Client, key.Key);
    private ClubVersion? club;

    public override IEnumerable<string> Keys => [$"{key.Client}\n{key.Key}"];

    public override int Place => call.Member.GetHashCode();

    public override async ValueTask Ask(LaneReads reads, long newestVersion, CancellationToken ct)
    {
        club = await programmes.At(newestVersion, reads.Now, ct);
        reads.Answers.Add(answerKey);
        reads.MemberIds.Add(call.Member);
        reads.EachLot = true;
    }

    public override ValueTask Decide(LaneScene scene, CancellationToken ct)
    {
        Result = scene.State.Answers.TryGetValue(answerKey, out var answered)
            ? StoredAnswer.Replay(answered, key)
            : Adjust(scene);
        return ValueTask.CompletedTask;
    }

    private Outcome<StoredAnswer> Adjust(LaneScene scene)
    {
        if (!scene.State.Members.TryGetValue(call.Member, out var member))
        {
            return Refusal.NotFound("member.unknown");
        }

        if (club!.Programme.UnitOf(call.Unit) is not { } unit)
        {
            return new Refusal("ledger.unknown-unit", "/unit", call.Unit);
        }

        var now = Stored.Cut(scene.Now);
        if (call.ExpiresAt <= now)
        {
            return new Refusal("ledger.expires-in-past", "/expiresAt");
        }

        var time = club.Programme.Club.Time;
        var ends =
            call.Amount < 0 ? null
            : call.ExpiresAt is { } given ? given
            : unit.ExpiresAfterDays is { } days ? time.LotEnd(time.DayOf(now), days)
            : (DateTimeOffset?)null;
        var adjusted = member.Ledger.Adjust(call.Unit, call.Amount, new LotTerms(now, ends), scene.Now);
        if (adjusted.IsRefused)
        {
            return Outcome<StoredAnswer>.Refused([.. adjusted.Refusals.Select(Said)]);
        }

        var id = Guid.CreateVersion7();
        member.Collect(
            scene.Rows,
            new EntryCause(CauseKind.Adjustment, id, null, now, now, time.DayOf(now), call.Reason)
        );
        var answer = new AdjustAnswer(
            id,
            now,
            call.Unit,
            call.Amount,
            member.Ledger.StoredBalance(call.Unit),
            call.Reason,
            ends
        );
        scene.Rows.Audit.Add(
            new AuditEntry
            {
                Id = Guid.CreateVersion7(now),
                At = now,
                By = by.By,
                Action = "wallet.adjusted",
                Subject = $"member/{call.Member}",
                After = JsonSerializer.Serialize(answer, Answers.Json),
            }
        );
        return StoredAnswer.Keep(scene, key, StatusCodes.Status201Created, answer);
    }

    /// <summary>What there is of a unit that counts as money is said as money, in the unit that people see.</summary>
    private Refusal Said(Refusal refusal) =>
        refusal.Args is [string unit, long most] && club!.Wording(persian: true).CountsAsMoney!(unit)
            ? refusal with
            {
                Args = [unit, new Money(most)],
            }
            : refusal;
}
