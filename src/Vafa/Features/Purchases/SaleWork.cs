using Vafa.Core.Sales;
using Vafa.Core.Values;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;
using Vafa.Features.Purchases.Holds;
using Vafa.Web;

namespace Vafa.Features.Purchases;

/// <summary>
/// A sale on its way through the lane: found again by its key or id, or priced, agreed and written.
/// </summary>
internal sealed class SaleWork(RecordCall call, ProgrammeStore programmes) : LaneWork<Outcome<SaleAnswer>>
{
    private const string Changed = "purchase.changed";

    private readonly PurchaseRequest sale = call.Sale;
    private readonly IdempotencyKey key = call.Key;
    private readonly SaleDesk desk = new(call.Sale, programmes, call.By.May(Scopes.History));
    private readonly Guid id = call.Sale.Id ?? Guid.CreateVersion7();
    private readonly AnswerKey answerKey = new(call.Key.Client, call.Key.Key);
    private readonly string? idKey = call.Sale.Id is { } own ? Convert.ToHexString(PurchaseKeys.OfId(own)) : null;
    private string? referenceKey;

    public override IEnumerable<string> Keys
    {
        get
        {
            yield return $"{key.Client}\n{key.Key}";
            if (idKey is not null)
            {
                yield return idKey;
            }

            if (sale.Reference is not null)
            {
                yield return "reference\n" + sale.Reference;
            }

            foreach (var hold in HoldKeys.Of(sale.Hold))
            {
                yield return hold;
            }
        }
    }

    public override int Place => BuyerPlace.Of(sale, key);

    public override async ValueTask Ask(LaneReads reads, long newestVersion, CancellationToken ct)
    {
        await desk.Ask(reads, newestVersion, ct);
        reads.Answers.Add(answerKey);
        if (idKey is not null)
        {
            reads.PurchaseKeys.Add(idKey);
        }

        if (sale.Reference is not null)
        {
            referenceKey = Convert.ToHexString(PurchaseKeys.OfReference(sale, desk.Day));
            reads.PurchaseKeys.Add(referenceKey);
        }
    }

    public override async ValueTask Decide(LaneScene scene, CancellationToken ct) =>
        Result = Before(scene.State) is { } known ? known : await Record(scene, ct);

    /// <summary>What was answered or recorded before under the same key, id or reference.</summary>
    private Outcome<SaleAnswer>? Before(LaneState state)
    {
        if (state.Answers.TryGetValue(answerKey, out var answered))
        {
            if (key.IsFor(answered.Request) && answered.PurchaseId is { } purchase)
            {
                return new SaleAnswer(null, purchase, IsReplay: true);
            }

            return new Refusal("idempotency.other-body");
        }

        if (idKey is not null && state.PurchaseKeys.TryGetValue(idKey, out var known))
        {
            if (known.Content is { } content && content.AsSpan().SequenceEqual(PurchaseKeys.Content(sale)))
            {
                return new SaleAnswer(null, known.PurchaseId, IsReplay: true);
            }

            return Refusal.Conflict("purchase.id-taken", "/id");
        }

        if (referenceKey is not null && state.PurchaseKeys.ContainsKey(referenceKey))
        {
            return Refusal.Conflict("purchase.reference-taken", "/reference", sale.Reference!);
        }

        return null;
    }

    private async ValueTask<Outcome<SaleAnswer>> Record(LaneScene scene, CancellationToken ct)
    {
        var priced = desk.Price(scene.State, scene.Now);
        if (priced.IsRefused)
        {
            return Outcome<SaleAnswer>.Refused(priced.Refusals);
        }

        var sold = priced.Value with { Word = call.Word };
        var writer = new SaleWriter(sold, id, scene);
        if ((NotAgreed(sold) ?? NotLet(sold)) is { } refusal)
        {
            if (refusal.Code != Changed)
            {
                return refusal;
            }

            return new SaleAnswer(writer.Preview(), id, IsReplay: false) { Changed = refusal };
        }

        await priced.Value.Apart.LoadLots(scene, priced.Value.Member, ct);
        var recorded = writer.Write(key, idKey is null ? null : PurchaseKeys.Content(sale), referenceKey);
        return new SaleAnswer(recorded, id, IsReplay: false);
    }

    /// <summary>What is over is a fact, whoever let it.</summary>
    private Refusal? NotLet(PricedSale priced) =>
        sale.Taken is null && priced.ByHand is { IsBeyond: true }
            ? new Refusal("byHand.limit", "/byHand", priced.Limit) { Kind = RefusalKind.Forbidden }
            : null;

    /// <summary>Payments must pay exactly what is payable; a price seen before must still hold.</summary>
    private Refusal? NotAgreed(PricedSale priced)
    {
        var payable = priced.Decision.Payable;
        if (sale.ExpectPayable is { } expected && expected != payable && sale.Taken is null)
        {
            return Refusal.Conflict(Changed, "/expect/payable", payable);
        }

        if (sale.SaysPayments && sale.Payments.Sum(p => p.Amount.Minor) != payable.Minor)
        {
            return new Refusal("purchase.payments-sum", "/payments", payable);
        }

        return null;
    }
}

/// <summary>A recorded sale, one that was recorded before under the same key, or one whose price has changed.</summary>
internal sealed record SaleAnswer(RecordedSale? Sale, Guid Purchase, bool IsReplay)
{
    public Refusal? Changed { get; init; }
}
