using System.Collections.Immutable;
using Vafa.Core.Ledger;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Values;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Members;
using Vafa.Features.Programme;
using Vafa.Features.Purchases.Holds;
using Vafa.Features.Tiers;

namespace Vafa.Features.Purchases;

/// <summary>
/// Prices one sale on what was read: finds the buyer, the programme in force at its time and the facts the live offers
/// ask for, and lets Core decide. A quote and a recorded sale are priced by the same desk.
/// </summary>
internal sealed class SaleDesk(PurchaseRequest sale, ProgrammeStore programmes, bool mayWriteHistory)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Late = TimeSpan.FromDays(7);

    private ClubVersion? club;
    private string[] counters = [];
    private DateTimeOffset at;

    public PurchaseRequest Sale => sale;

    public ClubVersion Club => club!;

    /// <summary>Business day of the sale.</summary>
    public DateOnly Day { get; private set; }

    public DateTimeOffset At => at;

    /// <summary>The business day on which the sale is decided; its own where that has not begun yet.</summary>
    public DateOnly ArrivalOf(DateTimeOffset now) => Club.Time.DayOf(now) is var today && today > Day ? today : Day;

    /// <summary>Says what must be read, given the newest programme version that is known.</summary>
    public async ValueTask Ask(LaneReads reads, long newestVersion, CancellationToken ct)
    {
        at = sale.At ?? Stored.Cut(reads.Now);
        // Without a time of its own the sale goes by the newest programme: another node's clock may run ahead.
        club = sale.At is null
            ? await programmes.Version(newestVersion, ct)
            : await programmes.At(newestVersion, at, ct);
        var programme = club.Programme;
        Day = programme.Club.Time.DayOf(at);
        AskForBuyer(reads, programme);
        foreach (var line in sale.Lines)
        {
            if (line.Sku is not null)
            {
                reads.Skus.Add(line.Sku);
            }
        }

        if (sale.Hold is { } hold)
        {
            reads.Holds.Add(hold);
        }

        reads.Skus.UnionWith(programme.Needs.FreeProducts);
        counters = [.. programme.Needs.Counted.Select(c => CounterOf(programme, c))];
        reads.Counters.UnionWith(counters);
    }

    /// <summary>
    /// The same sale, nothing read anew, once the buyer has said what he pays with. Its decision stands only where no
    /// live offer asks for the way of paying.
    /// </summary>
    public SaleDesk Paying(ImmutableArray<SpendRequest> spend, ImmutableArray<Payment> payments) =>
        new(sale with { Spend = spend, Payments = payments }, programmes, mayWriteHistory)
        {
            club = club,
            counters = counters,
            at = at,
            Day = Day,
        };

    /// <summary>Prices the sale, or says why it can't be. Changes nothing.</summary>
    public Outcome<PricedSale> Price(LaneState state, DateTimeOffset now)
    {
        if (Refused(now) is { } refusal)
        {
            return refusal;
        }

        var member = MemberIn(state);
        if (member is null && sale.Member?.Id is { } gone && state.Gone.ContainsKey(gone))
        {
            return MemberLookup.Gone("/member");
        }

        if (sale.Member is not null && member is null)
        {
            return new Refusal("purchase.unknown-member", "/member");
        }

        var hold = sale.Hold is { } of ? state.Holds.GetValueOrDefault(of) : null;
        if (sale.Hold is not null && NotIts(hold, member) is { } reason)
        {
            return reason;
        }

        var apart = SaleAllowances.Of(sale, member, state);
        long Available(string unit) => (member?.View(unit, now).Available ?? 0) + apart.Of(unit);
        var covered = CoveredSpend.Of(sale, Club.Programme, Available);
        var booked = sale with { Spend = covered.Spend };
        var basket = SaleBasket.Of(booked, Club.Programme.Needs.FreeProducts, state);
        var facts = Known(state, (member, hold), Available, now);
        var decided = Decide.Sale(Club.Programme, basket, facts.Member, facts.Counts, at, covered.Booked(sale.Taken));
        return decided.IsRefused
            ? Outcome<PricedSale>.Refused(decided.Refusals)
            : new PricedSale(this, member, basket, facts, decided.Value)
            {
                Hold = hold,
                Apart = apart,
                Short = covered.Short,
            };
    }

    /// <summary>What is known for a decision before anything lies on the counter, with what gifts cost.</summary>
    public (Facts Facts, Basket Basket) Before(LaneState state, DateTimeOffset now)
    {
        var member = MemberIn(state);
        var facts = Known(state, (member, null), unit => member!.View(unit, now).Available, now);
        return (facts, SaleBasket.Of(sale, Club.Programme.Needs.FreeProducts, state));
    }

    private Facts Known(
        LaneState state,
        (MemberState? Member, HeldUses? Hold) of,
        Func<string, long> available,
        DateTimeOffset now
    ) =>
        new(
            of.Member is null ? null : FactsOf(of.Member, of.Hold, available, now),
            [.. Club.Programme.Needs.Counted.Select((c, i) => CountOf(c, counters[i], state, of.Hold))]
        );

    /// <summary>A hold that was released or has expired keeps nothing: the sale is priced as without it.</summary>
    private static Refusal? NotIts(HeldUses? hold, MemberState? member) =>
        hold is null ? new Refusal("hold.unknown", "/hold")
        : hold.State == HoldState.Used ? Refusal.Conflict("hold.used", "/hold")
        : hold.IsGuest != (member is null) || (member is not null && member.Row.Id != hold.Owner)
            ? new Refusal("hold.other-buyer", "/hold")
        : null;

    private void AskForBuyer(LaneReads reads, Core.Sales.Programme programme)
    {
        if (sale.Member is not { } buyer)
        {
            return;
        }

        if (buyer.Id is { } id)
        {
            reads.MemberIds.Add(id);
        }
        else
        {
            reads.MemberKeys.Add(KeyOf(buyer));
        }

        var needs = programme.Needs;
        reads.Groups |= needs.Groups;
        reads.Fields |= needs.Fields;
        reads.Uses |= needs.MemberLimited.Length > 0;
        reads.EachLot |= sale.Spend.Length > 0 || programme.HasSlidingUnits;
        reads.Allowances |= sale.Allowances.Length > 0;
        reads.Bought.UnionWith(needs.Bought);
        foreach (var unit in needs.CappedUnits)
        {
            reads.Earned(EarnedSpan.Of(programme.UnitOf(unit)!.Caps, programme.Club.Time, Day).From);
        }

        TierReads.Ask(reads, programme, ArrivalOf(reads.Now));
        foreach (var window in needs.Windows)
        {
            reads.Days(programme.Club.Time.WindowStart(Day, window), Day);
        }
    }

    /// <summary>The counter that this sale, of its day and at its branch, would move.</summary>
    private string CounterOf(Core.Sales.Programme programme, in CountedOffer counted)
    {
        var code = counted.Offer;
        var offer = programme.Offers.First(o => o.Code == code);
        return CounterKey.Of(offer, counted.Scope, programme.Club.Time, Day, sale.Branch);
    }

    private static OfferCount CountOf(in CountedOffer counted, string key, LaneState state, HeldUses? hold)
    {
        var (uses, given) = hold?.Of(key) ?? (0, 0);
        return state.Counters.TryGetValue(key, out var counter)
            ? new OfferCount(counted.Offer, counter.UsesNow - uses, new Money(counter.GivenNow - given))
            {
                Scope = counted.Scope,
            }
            : new OfferCount(counted.Offer, 0, Money.Zero) { Scope = counted.Scope };
    }

    private Refusal? Refused(DateTimeOffset now)
    {
        if (at > now + Ahead)
        {
            return new Refusal("purchase.in-future", "/at", at);
        }

        if (at < now - Late && !mayWriteHistory)
        {
            return new Refusal("purchase.too-old", "/at", at) { Kind = RefusalKind.Forbidden };
        }

        return Club.Branches.Contains(sale.Branch)
            ? null
            : new Refusal("purchase.unknown-branch", "/branch", sale.Branch);
    }

    private MemberState? MemberIn(LaneState state) =>
        sale.Member is not { } buyer ? null
        : buyer.Id is { } id ? state.Members.GetValueOrDefault(id)
        : state.MemberOf(KeyOf(buyer));

    private static MemberRef KeyOf(in BuyerRef buyer) =>
        buyer.Mobile is { } mobile
            ? new MemberRef(MemberKey.Mobile, mobile)
            : new MemberRef(MemberKey.Card, buyer.Card!);

    private MemberFacts FactsOf(MemberState member, HeldUses? hold, Func<string, long> available, DateTimeOffset now)
    {
        var programme = Club.Programme;
        var time = programme.Club.Time;
        return new MemberFacts
        {
            Id = new MemberId(member.Row.Id),
            Visits = member.Visits,
            Spent = member.Spent,
            LastVisit = member.LastVisitDay,
            Since = member.Row.Since,
            Birth = member.Row.Birth,
            Groups = member.Groups,
            Tiers = [.. member.Tiers.Effective(programme.Ladders, ArrivalOf(now)).Select(t => t.Code)],
            Fields = member.Fields,
            Wallets = [.. programme.Units.Select(u => new WalletFact(u.Code, available(u.Code)))],
            Windows = [.. programme.Needs.Windows.Select(w => member.Window(time.WindowStart(Day, w), Day))],
            Bought = member.Bought.Facts(programme.Needs.Bought),
            Rooms = [.. programme.Needs.CappedUnits.Select(code => RoomOf(member, code))],
            OfferUses = programme.Needs.MemberLimited.Length == 0 ? null : UsesOf(member, hold),
        };
    }

    /// <summary>By the periods that look back alone: what one sale may bring is the unit's own.</summary>
    private UnitRoom RoomOf(MemberState member, string code)
    {
        var caps = Club.Programme.UnitOf(code)!.Caps with { Sale = null };
        return new UnitRoom(code, member.Earned.Before(code, Club.Programme.Club.Time, Day).Room(caps));
    }

    private Dictionary<string, long> UsesOf(MemberState member, HeldUses? hold)
    {
        var uses = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var offer in Club.Programme.Offers)
        {
            if (offer.Limits.PerMember is not null)
            {
                var period = PeriodOf(offer, member);
                uses[offer.Code] = member.UsesOf(offer.Code, period) - (hold?.Of(offer.Code, period) ?? 0);
            }
        }

        return uses;
    }

    /// <summary>The member's period a use of this offer counts in; empty when it has no member limit.</summary>
    public string PeriodOf(Core.Offers.Offer offer, MemberState? member) =>
        offer.Limits.PerMember is null || member is null
            ? ""
            : Core.Offers.MemberPeriod.KeyOf(offer, Club.Programme.Club.Time, Day, member.Row.Birth);
}
