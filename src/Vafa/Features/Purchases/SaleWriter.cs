using Vafa.Core.Ledger;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Values;
using Vafa.Features.Ledger;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Purchases.Holds;
using Vafa.Features.Tiers;
using Vafa.Web;

namespace Vafa.Features.Purchases;

/// <summary>
/// Writes a priced sale into the batch: wallets first (spent, then earned), then counters, limits, the sale with its
/// lines and keys, and the receipt message. All of it goes with one commit or not at all.
/// </summary>
internal sealed class SaleWriter(PricedSale priced, Guid id, LaneScene scene)
{
    private readonly SaleDesk desk = priced.Desk;
    private readonly Decision decision = priced.Decision;
    private readonly MemberState? member = priced.Member;
    private readonly DateTimeOffset recordedAt = Stored.Cut(scene.Now);
    private readonly IReadOnlyList<EarnedItem> earned = EarnedItem.Of(
        priced.Decision,
        priced.Desk.Club,
        priced.Desk.At,
        priced.Desk.Day
    );

    private readonly IReadOnlyList<TierAfter> tiers = TierAfter.Of(priced, scene.Now);

    private readonly SaleDifferences differs = SaleDifference.Of(priced);
    private VisitKind visit;

    private PurchaseRequest Sale => desk.Sale;

    private Guid MemberId => member?.Row.Id ?? GuestId.Of(Sale.Branch, desk.Day).Value;

    /// <summary>The receipt as it would be; nothing is written.</summary>
    public RecordedSale Preview()
    {
        var details = Details();
        return Recorded(PurchaseOf(0, 0, details), details);
    }

    /// <summary>Writes the uses of limited offers alone, under the id of a hold; says whose they are.</summary>
    public Guid Hold()
    {
        EndHold();
        CountLimits();
        return MemberId;
    }

    public RecordedSale Write(IdempotencyKey key, byte[]? content, string? referenceKey)
    {
        EndHold();
        var fetched = member is null
            ? null
            : priced.Apart.Fetch(member, priced.Basket.Spend, scene, desk.ArrivalOf(scene.Now));
        // What comes back from the till is no entry of the sale.
        var from = member?.Ledger.LastNo + 1 ?? 0;
        if (member is not null)
        {
            MoveWallets(member, fetched!);
            member.Count(desk.Day, 1, decision.Payable);
            visit = member.VisitOn(desk.Day);
            member.Visited(desk.At, desk.Day);
            Climb(member);
            foreach (var line in priced.Basket.Lines.Where(l => l.Kind == LineKind.Goods))
            {
                member.Bought.Move(line.Sku, line.Group, line.Quantity.Thousandths, desk.Day);
            }
        }

        CountLimits();
        foreach (var line in Sale.Lines)
        {
            scene.State.Name(line.Sku, line.Group, line.Name, recordedAt);
        }

        var details = Details();
        var to = member?.Ledger.LastNo + 1 ?? 0;
        var recorded = Recorded(PurchaseOf(from, to, details), details);
        scene.Rows.Purchases.Add(recorded.Purchase);
        scene.Rows.RollUps.Sold(recorded.Purchase, desk.Club.Time.WallClock(desk.At).Hour);
        foreach (var line in recorded.Lines)
        {
            scene.Rows.Lines.Add(line);
        }

        AddKeys(key, content, referenceKey);
        if (HandAudit.Of(priced, id, recordedAt) is { } byHand)
        {
            scene.Rows.Audit.Add(byHand);
        }

        if (member is not null)
        {
            scene.Rows.Messages.Add(ReceiptMessage.Of(recorded, recordedAt));
            foreach (var message in OfferMessage.Of(recorded, recordedAt))
            {
                scene.Rows.Messages.Add(message);
            }
        }

        return recorded;
    }

    private PurchaseDetails Details()
    {
        var wallets = member is null ? [] : desk.Club.Programme.Units.Select(u => member.View(u.Code, scene.Now));
        return new PurchaseDetails(Sale.Payments, Sale.Codes, [.. wallets])
        {
            Tiers = [.. tiers.Select(t => t.OfSale)],
            ByHand = priced.ByHand,
            Short = priced.Short,
        };
    }

    /// <summary>What was kept for this sale is free for it.</summary>
    private void EndHold() => (priced.Hold is { IsOpen: true } hold ? hold : null)?.End(scene, HoldState.Used);

    private void MoveWallets(MemberState owner, ILookup<string, Draw> fetched)
    {
        foreach (var spend in priced.Basket.Spend)
        {
            Draw[] apart = [.. fetched[spend.Unit]];
            owner.Ledger.SpendFrom(apart);
            // The desk has checked it against the same lots under the same lock.
            _ = owner.Ledger.Spend(spend.Unit, spend.Amount - apart.Sum(a => a.Amount), scene.Now).Value;
            Collect(owner, CauseKind.Purchase, null);
        }

        foreach (var item in earned)
        {
            owner.Ledger.Earn(item.Unit, item.Amount, item.Terms with { Branch = Sale.Branch });
            var kind =
                item.Offer is not null ? CauseKind.Offer
                : item.Tier is not null ? CauseKind.Tier
                : CauseKind.Purchase;
            Collect(owner, kind, item.Offer ?? item.Tier ?? item.Rule);
        }

        owner.Ledger.Slide(unit => desk.Club.Programme.SlidesTo(unit, desk.Day), scene.Now);
    }

    /// <summary>A tier that the sale reaches counts from the next one.</summary>
    private void Climb(MemberState owner)
    {
        foreach (var after in tiers)
        {
            if (after.Moved.IsAny)
            {
                owner.Tiers.Move(after.Ladder.Code, after.Moved, after.Cause(recordedAt) with { Purchase = id });
            }
        }
    }

    private void Collect(MemberState owner, CauseKind kind, string? code) =>
        owner.Collect(
            scene.Rows,
            new EntryCause(kind, id, code, desk.At, recordedAt, desk.Day) { Branch = Sale.Branch }
        );

    /// <summary>
    /// A use of each limited offer that was applied moves its counters; each counter has its use, by which a refund
    /// frees it.
    /// </summary>
    private void CountLimits()
    {
        var offers = desk.Club.Programme.Offers;
        foreach (var verdict in decision.Offers)
        {
            var offer = offers[verdict.Offer];
            if (verdict.Status != OfferStatus.Applied)
            {
                continue;
            }

            var given = verdict.Value.Minor;
            if (offer.Limits.CountsInAll || offer.Limits.PerMember is not null)
            {
                var period = desk.PeriodOf(offer, member);
                Use(offer.Code, period, given, offer.Limits.CountsInAll);
                member?.Use(offer.Code, period, 1);
            }

            foreach (var scope in offer.Limits.Scopes)
            {
                var key = CounterKey.Of(offer, scope, desk.Club.Time, desk.Day, Sale.Branch);
                scene.State.CounterOf(key).Use(given, offer.Limits.Of(scope));
                if (scope != CountScope.All)
                {
                    Use(key, "", given, counted: true);
                }
            }
        }
    }

    private void Use(string key, string period, long given, bool counted) =>
        scene.Rows.OfferUses.Add(
            new OfferUse
            {
                MemberId = MemberId,
                PurchaseId = id,
                Offer = key,
                Period = period,
                Given = given,
                Counted = counted,
            }
        );

    private void AddKeys(IdempotencyKey key, byte[]? content, string? referenceKey)
    {
        AddKey(PurchaseKeys.OfId(id), content);
        if (referenceKey is not null)
        {
            AddKey(Convert.FromHexString(referenceKey), null);
        }

        scene.Rows.Idempotency.Add(
            new IdempotencyRow
            {
                Client = key.Client,
                Key = key.Key,
                Request = key.Request,
                Status = StatusCodes.Status201Created,
                PurchaseId = id,
                At = recordedAt,
            }
        );
    }

    private void AddKey(byte[] key, byte[]? content)
    {
        var row = new PurchaseKey
        {
            Key = key,
            MemberId = MemberId,
            PurchaseId = id,
            Content = content,
        };
        scene.Rows.Keys.Add(row);
        scene.State.PurchaseKeys[Convert.ToHexString(key)] = row;
    }

    private RecordedSale Recorded(Purchase purchase, PurchaseDetails details) =>
        new(purchase, [.. Sale.Lines.Select((line, i) => LineOf(line, i))], earned, decision, details, desk.Club);

    private Purchase PurchaseOf(long from, long to, PurchaseDetails details) =>
        new()
        {
            MemberId = MemberId,
            Id = id,
            IsGuest = member is null,
            Branch = Sale.Branch,
            Till = Sale.Till,
            Cashier = Sale.Cashier,
            Channel = Sale.Channel,
            Reference = Sale.Reference,
            At = desk.At,
            RecordedAt = recordedAt,
            Day = desk.Day,
            Total = decision.Total.Minor,
            Discount = decision.Discount.Minor,
            Spent = decision.Spent.Minor,
            Payable = decision.Payable.Minor,
            Source = Sale.Taken is null ? PurchaseSource.Live : PurchaseSource.Taken,
            Visit = visit,
            IsApart = differs != SaleDifferences.None,
            Differs = differs,
            Beyond = SaleDifference.Beyond(priced),
            ProgrammeVersion = desk.Club.Programme.Version,
            EntryFrom = from,
            EntryTo = to,
            Decision = priced.Record(),
            Details = details.Write(),
        };

    private PurchaseLine LineOf(LineRequest line, int index) =>
        new()
        {
            MemberId = MemberId,
            PurchaseId = id,
            No = index + 1,
            Sku = line.Sku,
            ProductGroup = priced.Basket.Lines[index].Group,
            Name = line.Name,
            Quantity = line.Quantity.Thousandths,
            UnitPrice = line.UnitPrice.Minor,
            Amount = line.Amount.Minor,
            Kind = line.Kind,
            Discount = decision.LineDiscounts[index].Minor,
            Spent = decision.LineSpent[index].Minor,
        };
}
