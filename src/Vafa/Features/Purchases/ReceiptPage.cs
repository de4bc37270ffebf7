using Vafa.Core.Ledger;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Values;
using Vafa.Features.Tiers;

namespace Vafa.Features.Purchases;

/// <summary>Makes the receipt of a recorded or quoted sale, in the reader's language.</summary>
internal static class ReceiptPage
{
    public static Receipt Of(RecordedSale sale, Wording reader)
    {
        var wording = sale.Club.Wording(reader.Persian);
        var purchase = sale.Purchase;
        var decision = sale.Decision;
        var explained = decision is null ? null : Explain.Of(decision, sale.Club.Programme, wording);
        return new Receipt
        {
            Id = purchase.Id,
            At = purchase.At,
            RecordedAt = purchase.RecordedAt,
            Member = purchase.IsGuest ? null : new ReceiptMember(purchase.MemberId),
            Branch = purchase.Branch,
            Till = purchase.Till,
            Cashier = purchase.Cashier,
            Channel = ChannelWord(purchase.Channel),
            Reference = purchase.Reference,
            Total = purchase.Total,
            Discount = purchase.Discount,
            ByHand = ByHandOf(sale),
            Spent = purchase.Spent,
            Payable = purchase.Payable,
            Lines = [.. sale.Lines.Select(LineOf)],
            Earned = [.. sale.Earned.Select(item => EarnedOf(item, sale, wording))],
            Capped = decision is { Capped.Length: > 0 }
                ? [.. decision.Capped.Select(c => CappedOf(c, sale, wording))]
                : null,
            Gifts = decision is null ? [] : [.. decision.Gifts.Select(gift => GiftOf(gift, sale, wording))],
            Rewards = explained is null
                ? []
                : [.. explained.Applied.Where(o => o.IsReward).Select(o => RewardOf(o, wording))],
            Applied = explained is null
                ? []
                : [.. explained.Applied.Select(o => AppliedOf(o, decision!, sale, wording))],
            NotApplied = explained is null ? [] : [.. explained.NotApplied.Select(o => NotAppliedOf(o, wording))],
            Said = explained is null ? null : SaidOf(explained, decision!, wording),
            Wallets = [.. sale.Details.Wallets.Select(WalletOf)],
            Tier = sale.Details.Tiers is [var first, ..] ? first.Held : null,
            TierProgress =
                purchase.IsGuest || sale.Details.Tiers.IsEmpty
                    ? null
                    : TierOfSale.Progress(sale.Details.Tiers, sale, wording),
            Reached = TierOfSale.Reached(sale.Details.Tiers, sale, wording),
            ProgrammeVersion = purchase.ProgrammeVersion,
            BestWithin = decision?.Gap is { Minor: > 0 } gap ? gap.Minor : null,
            Taken = decision?.Own is { } own ? TakenOf(own, decision, sale) : null,
        };
    }

    /// <summary>A quote is no sale yet: it says what may be spent, too.</summary>
    public static Receipt OfQuote(RecordedSale sale, Wording reader) =>
        Of(sale, reader) with
        {
            MaySpend = [.. sale.Decision!.MaySpend.Select(m => new ReceiptMaySpend(m.Unit, m.Amount))],
        };

    /// <summary>The receipt with what went back since.</summary>
    public static Receipt OfReading(PurchaseReading reading, Wording reader) =>
        Of(reading.Sale, reader) with
        {
            Refunds = [.. reading.Refunds.Select(r => RefundOf(r, reading))],
        };

    private static ReceiptByHand? ByHandOf(RecordedSale sale) =>
        sale is { Decision.ByHand: { } given, Details.ByHand: { } note }
            ? new ReceiptByHand(given.Amount.Minor, note.Reason, note.By, note.AllowedBy, note.IsBeyond)
            : null;

    private static ReceiptRefund RefundOf(Refund refund, PurchaseReading reading) =>
        new(
            refund.Id,
            refund.At,
            refund.Money,
            refund.Reason,
            [
                .. reading
                    .Returned.Where(l => l.RefundId == refund.Id)
                    .OrderBy(l => l.No)
                    .Select(l => new ReceiptReturned(l.No, l.Quantity / 1000m)),
            ]
        );

    private static ReceiptCapped CappedOf(UnitAmount capped, RecordedSale sale, Wording wording) =>
        new(
            capped.Unit,
            capped.Amount,
            UnitSentences.Capped(sale.Club.Programme.UnitOf(capped.Unit)!, capped.Amount, wording)
        );

    public static string ChannelWord(Channel channel) =>
        channel switch
        {
            Channel.Store => "store",
            Channel.Online => "online",
            Channel.Phone => "phone",
            _ => throw new ArgumentOutOfRangeException(nameof(channel)),
        };

    public static string KindWord(LineKind kind) =>
        kind switch
        {
            LineKind.Goods => "goods",
            LineKind.Shipping => "shipping",
            LineKind.Tip => "tip",
            LineKind.StoredValue => "storedValue",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    private static ReceiptLine LineOf(PurchaseLine line) =>
        new(
            line.No,
            line.Sku,
            line.Name,
            line.ProductGroup,
            line.Quantity / 1000m,
            line.UnitPrice,
            line.Amount,
            KindWord(line.Kind),
            line.Discount,
            line.Spent
        );

    private static ReceiptEarned EarnedOf(EarnedItem item, RecordedSale sale, Wording wording)
    {
        var programme = sale.Club.Programme;
        var title =
            item.Offer is { } offer ? programme.Offers.FirstOrDefault(o => o.Code == offer)?.Title
            : item.Tier is { } tier ? programme.TierOf(tier)?.Title
            : programme.Rules.FirstOrDefault(r => r.Code == item.Rule)?.Title;
        var code = item.Offer ?? item.Tier ?? item.Rule;
        return new ReceiptEarned(
            item.Unit,
            item.Amount,
            item.Terms.Awaits is null ? item.Terms.AvailableFrom : null,
            item.Terms.ExpiresAt,
            new ReceiptCause(
                item.Offer is not null ? "offer"
                    : item.Tier is not null ? "tier"
                    : "rule",
                code,
                title is null ? code ?? "" : wording.Title(title)
            )
        )
        {
            Awaits = item.Terms.Awaits,
        };
    }

    private static ReceiptGift GiftOf(Gift gift, RecordedSale sale, Wording wording) =>
        new(
            gift.Product,
            wording.Name(NameKind.Product, gift.Product),
            gift.Quantity.Thousandths / 1000m,
            sale.Club.Programme.Offers[gift.Offer].Code
        );

    private static ReceiptSaid SaidOf(Explained explained, Decision decision, Wording wording) =>
        new(
            Brief.ForCashier(explained, decision, wording),
            Brief.ForMember(explained, decision, wording),
            [.. Brief.Near(explained, decision).Select(o => o.Offer)]
        );

    private static ReceiptReward RewardOf(AppliedOffer offer, Wording wording) =>
        new(offer.Offer, wording.Title(offer.Title), offer.Effect, offer.Sentence);

    private static ReceiptApplied AppliedOf(
        AppliedOffer offer,
        Decision decision,
        RecordedSale sale,
        Wording wording
    ) =>
        new(offer.Offer, wording.Title(offer.Title), offer.Effect, offer.Value.Minor, offer.Sentence)
        {
            KeptBack = offer.KeptBack.Minor > 0 ? offer.KeptBack.Minor : null,
            Choices = ChoicesOf(offer, decision, sale, wording),
        };

    /// <summary>
    /// Of an offer that lets the customer choose: he has what was handed over, else what was taken off.
    /// </summary>
    private static List<ReceiptChoice>? ChoicesOf(
        AppliedOffer offer,
        Decision decision,
        RecordedSale sale,
        Wording wording
    )
    {
        var programme = sale.Club.Programme;
        var effect = programme.Offers.First(o => o.Code == offer.Offer).Give[offer.EffectIndex];
        if (effect.FreeProducts.Length < 2)
        {
            return null;
        }

        var handed = decision
            .Gifts.Where(g => programme.Offers[g.Offer].Code == offer.Offer && g.Effect == offer.EffectIndex)
            .Select(g => g.Product)
            .FirstOrDefault();
        var has = handed ?? effect.FreeProducts.FirstOrDefault(p => sale.Lines.Any(l => l.Sku == p && l.Discount > 0));
        return [.. effect.FreeProducts.Select(p => new ReceiptChoice(p, wording.Name(NameKind.Product, p), p == has))];
    }

    private static ReceiptNotApplied NotAppliedOf(OfferNotApplied offer, Wording wording) =>
        new(
            offer.Offer,
            wording.Title(offer.Title),
            offer.Status,
            offer.Code,
            offer.Message,
            offer.Measure == Measure.Quantity ? offer.Missing / 1000m : offer.Missing,
            MeasureWord(offer.Measure),
            offer.Distance,
            offer.By,
            offer.Value.Minor,
            offer.BeatenBy.Minor
        );

    private static string? MeasureWord(Measure measure) =>
        measure switch
        {
            Measure.None => null,
            Measure.Money => "money",
            Measure.Quantity => "quantity",
            Measure.Visits => "visits",
            Measure.Days => "days",
            Measure.Units => "units",
            Measure.Tiers => "tiers",
            _ => throw new ArgumentOutOfRangeException(nameof(measure)),
        };

    private static ReceiptWallet WalletOf(WalletView wallet) =>
        new(
            wallet.Unit,
            wallet.Balance,
            wallet.Pending,
            [.. wallet.Expiring.Select(e => new ReceiptExpiring(e.Amount, e.At))]
        );

    /// <summary>What we would have decided, and which applied offers had passed their limit or condition.</summary>
    private static ReceiptTaken TakenOf(OwnDecision own, Decision decision, RecordedSale sale) =>
        new(
            own.Discount.Minor,
            own.Payable.Minor,
            [
                .. decision
                    .Offers.Where(v => v.Status == OfferStatus.Applied && v.Code != VerdictCode.None)
                    .Select(v => sale.Club.Programme.Offers[v.Offer].Code),
            ]
        );
}
