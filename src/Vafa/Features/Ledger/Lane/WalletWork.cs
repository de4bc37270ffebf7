using System.Text.Json;
using Vafa.Core.Values;
using Vafa.Features.Audit;
using Vafa.Features.Programme;
using Vafa.Web;

namespace Vafa.Features.Ledger.Lane;

/// <summary>
/// A call that moves wallets of one member: answered once for its key, refused where there is no such member, decided
/// under his lock with each of his lots at hand. Derived works say what moves.
/// </summary>
internal abstract class WalletWork(Guid member, IdempotencyKey key, Actor by, ProgrammeStore programmes)
    : LaneWork<Outcome<StoredAnswer>>
{
    private readonly AnswerKey answerKey = new(key.Client, key.Key);

    public override IEnumerable<string> Keys => [$"{key.Client}\n{key.Key}"];

    public override int Place => member.GetHashCode();

    /// <summary>The programme in force.</summary>
    protected ClubVersion Club { get; private set; } = null!;

    protected Actor By => by;

    public override async ValueTask Ask(LaneReads reads, long newestVersion, CancellationToken ct)
    {
        Club = await programmes.At(newestVersion, reads.Now, ct);
        reads.Answers.Add(answerKey);
        reads.MemberIds.Add(member);
        reads.EachLot = true;
    }

    public override async ValueTask Decide(LaneScene scene, CancellationToken ct)
    {
        if (scene.State.Answers.TryGetValue(answerKey, out var answered))
        {
            Result = StoredAnswer.Replay(answered, key);
            return;
        }

        Result = scene.State.Members.TryGetValue(member, out var owner)
            ? await Move(new WalletScene(scene, owner, Stored.Cut(scene.Now)), ct)
            : scene.State.NotHere(member);
    }

    /// <summary>Moves what the call asks for and answers, or refuses and leaves everything as it is.</summary>
    protected abstract ValueTask<Outcome<StoredAnswer>> Move(WalletScene at, CancellationToken ct);

    /// <summary>The answer, kept under the key.</summary>
    protected StoredAnswer Keep<T>(WalletScene at, T answer, int status = StatusCodes.Status201Created) =>
        StoredAnswer.Keep(at.Scene, key, status, answer);

    /// <summary>The cause of what moves on the business day of now.</summary>
    protected EntryCause Cause(WalletScene at, CauseKind kind, Guid id, string? reason = null) =>
        new(kind, id, null, at.Now, at.Now, Club.Time.DayOf(at.Now), reason);

    /// <summary>Writes into the audit log what a person did to the member's wallets.</summary>
    protected void Audit<T>(WalletScene at, string action, T after, object? before = null) =>
        at.Scene.Rows.Audit.Add(
            new AuditEntry
            {
                Id = Guid.CreateVersion7(at.Now),
                At = at.Now,
                By = by.By,
                Action = action,
                Subject = $"member/{at.Owner.Row.Id}",
                Before = before is null ? null : JsonSerializer.Serialize(before, Answers.Json),
                After = JsonSerializer.Serialize(after, Answers.Json),
            }
        );

    /// <summary>What there is of a unit that counts as money is said as money, in the unit that people see.</summary>
    protected Outcome<StoredAnswer> Said(IReadOnlyList<Refusal> refusals) =>
        Outcome<StoredAnswer>.Refused([.. refusals.Select(Said)]);

    private Refusal Said(Refusal refusal) =>
        refusal.Args is [string unit, long most] && Club.Wording(persian: true).CountsAsMoney!(unit)
            ? refusal with
            {
                Args = [unit, new Money(most)],
            }
            : refusal;
}

/// <summary>Where a call moves a member's wallets.</summary>
/// <param name="Now">The moment, as the database keeps it.</param>
internal sealed record WalletScene(LaneScene Scene, MemberState Owner, DateTimeOffset Now);
