using Vafa.Features.Purchases;
using Vafa.Features.Purchases.Holds;

namespace Vafa.Features.Ledger.Lane;

/// <summary>The lane's statements about limited offers: uses, counters and what holds keep of them.</summary>
internal static class LaneLimitTables
{
    private const string CountUp =
        "on conflict (offer) do update set uses = offer_counter.uses + excluded.uses, "
        + "given = offer_counter.given + excluded.given";

    public static readonly LaneTable<OfferUse> OfferUses = LaneTable<OfferUse>.Insert(
        "offer_use",
        "",
        Columns<OfferUse>.Id("member_id", u => u.MemberId),
        Columns<OfferUse>.Id("purchase_id", u => u.PurchaseId),
        Columns<OfferUse>.Text("offer", u => u.Offer),
        Columns<OfferUse>.Text("period", u => u.Period),
        Columns<OfferUse>.Whole("given", u => u.Given),
        Columns<OfferUse>.YesNo("counted", u => u.Counted),
        Columns<OfferUse>.YesNo("freed", u => u.Freed)
    );

    /// <summary>
    /// Counts the uses of limited offers; on PostgreSQL only if no other lane has meanwhile counted past a limit that
    /// this batch relied on.
    /// </summary>
    public static readonly LaneTable<CounterMove> OfferCounters = new(
        "with t as (insert into offer_counter (offer, uses, given) "
            + $"select * from unnest($1::text[], $2::bigint[], $3::bigint[]) {CountUp} returning *) "
            + "select 1 / (count(*) = 0)::int from t join unnest($1::text[], $4::bigint[], $5::bigint[], $6::bigint[], "
            + "$7::bigint[]) u(offer, uses_seen, uses_most, given_seen, given_most) on u.offer = t.offer "
            + "and ((t.uses > u.uses_seen and t.uses > u.uses_most) "
            + "or (t.given > u.given_seen and t.given > u.given_most))",
        $"insert into offer_counter (offer, uses, given) values (@offer, @uses, @given) {CountUp}",
        [
            Columns<CounterMove>.Text("offer", c => c.Offer),
            Columns<CounterMove>.Whole("uses", c => c.Uses),
            Columns<CounterMove>.Whole("given", c => c.Given),
            Columns<CounterMove>.Whole("uses_seen", c => c.UsesSeen),
            Columns<CounterMove>.Whole("uses_most", c => c.UsesMost),
            Columns<CounterMove>.Whole("given_seen", c => c.GivenSeen),
            Columns<CounterMove>.Whole("given_most", c => c.GivenMost),
        ],
        Exact: true
    );

    public static readonly LaneTable<FreedUse> FreedUses = LaneTable<FreedUse>.UpdateAny(
        "offer_use",
        "freed = true",
        "t.member_id = {member_id} and t.purchase_id = {purchase_id}",
        Columns<FreedUse>.Id("member_id", u => u.MemberId),
        Columns<FreedUse>.Id("purchase_id", u => u.PurchaseId)
    );

    public static readonly LaneTable<SaleHold> Holds = LaneTable<SaleHold>.Insert(
        "sale_hold",
        "",
        Columns<SaleHold>.Id("id", h => h.Id),
        Columns<SaleHold>.Id("member_id", h => h.MemberId),
        Columns<SaleHold>.YesNo("is_guest", h => h.IsGuest),
        Columns<SaleHold>.At("created_at", h => h.CreatedAt),
        Columns<SaleHold>.At("expires_at", h => h.ExpiresAt),
        Columns<SaleHold>.Text("by", h => h.By),
        Columns<SaleHold>.Small("state", h => (short)h.State)
    );

    /// <summary>Only an open hold ends, so it ends once, whoever is first.</summary>
    public static readonly LaneTable<EndedHold> EndedHolds = LaneTable<EndedHold>.Update(
        "sale_hold",
        "state = {state}",
        "t.id = {id} and t.state = 0",
        Columns<EndedHold>.Id("id", h => h.Id),
        Columns<EndedHold>.Small("state", h => h.State)
    );
}
