using Vafa.Core.Values;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;
using Vafa.Web;

namespace Vafa.Features.Purchases.Holds;

/// <summary>A sale to be held open for so long.</summary>
internal sealed record HoldCall(PurchaseRequest Sale, TimeSpan For, IdempotencyKey Key, Actor By);

/// <summary>One limited offer that a hold keeps: a use, and its worth in money.</summary>
public sealed record HeldOffer(string Offer, long Value);

/// <summary>A hold as it stands; it keeps nothing once it is not open.</summary>
public sealed record HoldAnswer(
    Guid Id,
    string State,
    Guid? Member,
    DateTimeOffset ExpiresAt,
    IReadOnlyList<HeldOffer> Offers
)
{
    private static readonly string[] Words = ["open", "used", "released", "expired"];

    internal static HoldAnswer Of(SaleHold hold, IEnumerable<OfferUse> uses) =>
        new(
            hold.Id,
            Words[(int)hold.State],
            hold.IsGuest ? null : hold.MemberId,
            hold.ExpiresAt,
            [
                .. uses.Where(u => !u.Freed)
                    .GroupBy(u => Core.Offers.CounterKey.OfferOf(u.Offer))
                    .Select(g => new HeldOffer(g.Key, g.Max(u => u.Given))),
            ]
        );
}

/// <summary>
/// A hold on its way through the lane: priced like a sale, of which only the uses of limited offers are written. One
/// that takes the place of another frees that first.
/// </summary>
internal sealed class HoldWork(HoldCall call, ProgrammeStore programmes) : LaneWork<Outcome<StoredAnswer>>
{
    private readonly SaleDesk desk = new(call.Sale, programmes, mayWriteHistory: false);
    private readonly Guid id = Guid.CreateVersion7();
    private readonly AnswerKey answerKey = new(call.Key.Client, call.Key.Key);

    public override IEnumerable<string> Keys => [$"{call.Key.Client}\n{call.Key.Key}", .. HoldKeys.Of(call.Sale.Hold)];

    public override int Place => BuyerPlace.Of(call.Sale, call.Key);

    public override async ValueTask Ask(LaneReads reads, long newestVersion, CancellationToken ct)
    {
        await desk.Ask(reads, newestVersion, ct);
        reads.Answers.Add(answerKey);
    }

    public override ValueTask Decide(LaneScene scene, CancellationToken ct)
    {
        Result = scene.State.Answers.TryGetValue(answerKey, out var answered)
            ? StoredAnswer.Replay(answered, call.Key)
            : Hold(scene);
        return ValueTask.CompletedTask;
    }

    private Outcome<StoredAnswer> Hold(LaneScene scene)
    {
        var priced = desk.Price(scene.State, scene.Now);
        if (priced.IsRefused)
        {
            return Outcome<StoredAnswer>.Refused(priced.Refusals);
        }

        var before = scene.Rows.OfferUses.Count;
        var owner = new SaleWriter(priced.Value, id, scene).Hold();
        var now = Stored.Cut(scene.Now);
        var hold = new SaleHold
        {
            Id = id,
            MemberId = owner,
            IsGuest = priced.Value.Member is null,
            CreatedAt = now,
            ExpiresAt = now + call.For,
            By = call.By.By,
        };
        scene.Rows.Holds.Add(hold);
        var answer = HoldAnswer.Of(hold, scene.Rows.OfferUses.Rows.Skip(before));
        return StoredAnswer.Keep(scene, call.Key, StatusCodes.Status201Created, answer);
    }
}

/// <summary>Ends an open hold; one that is not open any more is left as it is.</summary>
internal sealed class EndHoldWork(Guid hold, HoldState how) : LaneWork<HoldState?>
{
    public override IEnumerable<string> Keys => HoldKeys.Of(hold);

    public override int Place => hold.GetHashCode();

    public override ValueTask Ask(LaneReads reads, long newestVersion, CancellationToken ct)
    {
        reads.Holds.Add(hold);
        return ValueTask.CompletedTask;
    }

    public override ValueTask Decide(LaneScene scene, CancellationToken ct)
    {
        var held = scene.State.Holds.GetValueOrDefault(hold);
        Result = held?.State;
        // A sweep that comes too early, by another node's clock, ends nothing.
        if (held is { IsOpen: true } && (how != HoldState.Expired || held.ExpiresAt <= scene.Now))
        {
            held.End(scene, how);
            Result = how;
        }

        return ValueTask.CompletedTask;
    }
}

internal static class HoldKeys
{
    /// <summary>Two works on one hold go one after the other.</summary>
    public static IEnumerable<string> Of(Guid? hold) => hold is { } id ? [$"hold\n{id}"] : [];
}

internal static class BuyerPlace
{
    /// <summary>One member's sales meet in one lane; a guest's go by their key.</summary>
    public static int Of(PurchaseRequest sale, IdempotencyKey key) =>
        sale.Member is { } buyer ? buyer.GetHashCode() : StringComparer.Ordinal.GetHashCode(key.Key);
}
