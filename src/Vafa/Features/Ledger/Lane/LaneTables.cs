using Vafa.Features.Audit;
using Vafa.Features.Messages;
using Vafa.Features.Products;
using Vafa.Features.Purchases;
using Vafa.Web;

namespace Vafa.Features.Ledger.Lane;

/// <summary>The lane's statements. Inserts are plain; every update names the value it expects to find.</summary>
internal static class LaneTables
{
    public static readonly LaneTable<Product> Products = LaneTable<Product>.Insert(
        "product",
        "on conflict do nothing",
        Columns<Product>.Text("sku", p => p.Sku),
        Columns<Product>.Text("title_fa", p => p.TitleFa),
        Columns<Product>.Text("title_en", p => p.TitleEn),
        Columns<Product>.Text("group_code", p => p.GroupCode),
        Columns<Product>.At("created_at", p => p.CreatedAt)
    );

    public static readonly LaneTable<ProductGroup> ProductGroups = LaneTable<ProductGroup>.Insert(
        "product_group",
        "on conflict do nothing",
        Columns<ProductGroup>.Text("code", g => g.Code),
        Columns<ProductGroup>.Text("title_fa", g => g.TitleFa),
        Columns<ProductGroup>.Text("title_en", g => g.TitleEn),
        Columns<ProductGroup>.At("created_at", g => g.CreatedAt)
    );

    public static readonly LaneTable<Purchase> Purchases = LaneTable<Purchase>.Insert(
        "purchase",
        "",
        Columns<Purchase>.Id("member_id", p => p.MemberId),
        Columns<Purchase>.Id("id", p => p.Id),
        Columns<Purchase>.YesNo("is_guest", p => p.IsGuest),
        Columns<Purchase>.Text("branch", p => p.Branch),
        Columns<Purchase>.Text("till", p => p.Till),
        Columns<Purchase>.Text("cashier", p => p.Cashier),
        Columns<Purchase>.Small("channel", p => (short)p.Channel),
        Columns<Purchase>.Text("reference", p => p.Reference),
        Columns<Purchase>.At("at", p => p.At),
        Columns<Purchase>.At("recorded_at", p => p.RecordedAt),
        Columns<Purchase>.Day("day", p => p.Day),
        Columns<Purchase>.Whole("total", p => p.Total),
        Columns<Purchase>.Whole("discount", p => p.Discount),
        Columns<Purchase>.Whole("spent", p => p.Spent),
        Columns<Purchase>.Whole("payable", p => p.Payable),
        Columns<Purchase>.Whole("refunded", p => p.Refunded),
        Columns<Purchase>.YesNo("is_void", p => p.IsVoid),
        Columns<Purchase>.Small("source", p => (short)p.Source),
        Columns<Purchase>.Small("visit", p => (short)p.Visit),
        Columns<Purchase>.YesNo("is_apart", p => p.IsApart),
        Columns<Purchase>.Small("differs", p => (short)p.Differs),
        Columns<Purchase>.Whole("beyond", p => p.Beyond),
        Columns<Purchase>.Whole("programme_version", p => p.ProgrammeVersion),
        Columns<Purchase>.Whole("entry_from", p => p.EntryFrom),
        Columns<Purchase>.Whole("entry_to", p => p.EntryTo),
        Columns<Purchase>.Text("decision", p => p.Decision),
        Columns<Purchase>.Text("details", p => p.Details)
    );

    public static readonly LaneTable<PurchaseLine> Lines = LaneTable<PurchaseLine>.Insert(
        "purchase_line",
        "",
        Columns<PurchaseLine>.Id("member_id", l => l.MemberId),
        Columns<PurchaseLine>.Id("purchase_id", l => l.PurchaseId),
        Columns<PurchaseLine>.Number("no", l => l.No),
        Columns<PurchaseLine>.Text("sku", l => l.Sku),
        Columns<PurchaseLine>.Text("product_group", l => l.ProductGroup),
        Columns<PurchaseLine>.Text("name", l => l.Name),
        Columns<PurchaseLine>.Whole("quantity", l => l.Quantity),
        Columns<PurchaseLine>.Whole("unit_price", l => l.UnitPrice),
        Columns<PurchaseLine>.Whole("amount", l => l.Amount),
        Columns<PurchaseLine>.Small("kind", l => (short)l.Kind),
        Columns<PurchaseLine>.Whole("discount", l => l.Discount),
        Columns<PurchaseLine>.Whole("spent", l => l.Spent)
    );

    public static readonly LaneTable<PurchaseKey> Keys = LaneTable<PurchaseKey>.Insert(
        "purchase_key",
        "",
        Columns<PurchaseKey>.Bytes("key", k => k.Key),
        Columns<PurchaseKey>.Id("member_id", k => k.MemberId),
        Columns<PurchaseKey>.Id("purchase_id", k => k.PurchaseId),
        Columns<PurchaseKey>.Bytes("content", k => k.Content)
    );

    public static readonly LaneTable<IdempotencyRow> Idempotency = LaneTable<IdempotencyRow>.Insert(
        "idempotency",
        "",
        Columns<IdempotencyRow>.Text("client", i => i.Client),
        Columns<IdempotencyRow>.Text("key", i => i.Key),
        Columns<IdempotencyRow>.Bytes("request", i => i.Request),
        Columns<IdempotencyRow>.Small("status", i => i.Status),
        Columns<IdempotencyRow>.Text("answer", i => i.Answer),
        Columns<IdempotencyRow>.IdOrNull("purchase_id", i => i.PurchaseId),
        Columns<IdempotencyRow>.At("at", i => i.At)
    );

    public static readonly LaneTable<EntryRow> Entries = LaneTable<EntryRow>.Insert(
        "entry",
        "",
        Columns<EntryRow>.Id("member_id", e => e.MemberId),
        Columns<EntryRow>.Whole("no", e => e.No),
        Columns<EntryRow>.Whole("posting", e => e.Posting),
        Columns<EntryRow>.Text("unit", e => e.Unit),
        Columns<EntryRow>.Whole("lot", e => e.Lot),
        Columns<EntryRow>.Whole("amount", e => e.Amount),
        Columns<EntryRow>.Whole("balance", e => e.Balance),
        Columns<EntryRow>.Small("account", e => (short)e.Account),
        Columns<EntryRow>.Small("kind", e => (short)e.Kind),
        Columns<EntryRow>.Small("cause_kind", e => (short)e.CauseKind),
        Columns<EntryRow>.Id("cause_id", e => e.CauseId),
        Columns<EntryRow>.Text("cause_code", e => e.CauseCode),
        Columns<EntryRow>.At("at", e => e.At),
        Columns<EntryRow>.At("recorded_at", e => e.RecordedAt),
        Columns<EntryRow>.Text("reason", e => e.Reason)
    );

    public static readonly LaneTable<LotRow> NewLots = LaneTable<LotRow>.Insert(
        "lot",
        "",
        Columns<LotRow>.Id("member_id", l => l.MemberId),
        Columns<LotRow>.Whole("no", l => l.No),
        Columns<LotRow>.Text("unit", l => l.Unit),
        Columns<LotRow>.Whole("amount", l => l.Amount),
        Columns<LotRow>.Whole("remaining", l => l.Remaining),
        Columns<LotRow>.At("available_from", l => l.AvailableFrom),
        Columns<LotRow>.AtOrNull("expires_at", l => l.ExpiresAt),
        Columns<LotRow>.Text("awaits", l => l.Awaits),
        Columns<LotRow>.YesNo("slides", l => l.Slides),
        Columns<LotRow>.DayOrNull("day", l => l.Day),
        Columns<LotRow>.Text("branch", l => l.Branch)
    );

    /// <summary>A life that was made longer, and what waited for an event that came.</summary>
    public static readonly LaneTable<MovedDates> LotDates = LaneTable<MovedDates>.Update(
        "lot",
        "available_from = {available_from}, expires_at = {expires_at}, awaits = {awaits}",
        "t.member_id = {member_id} and t.no = {no}",
        Columns<MovedDates>.Id("member_id", l => l.MemberId),
        Columns<MovedDates>.Whole("no", l => l.No),
        Columns<MovedDates>.At("available_from", l => l.Dates.AvailableFrom),
        Columns<MovedDates>.AtOrNull("expires_at", l => l.Dates.ExpiresAt),
        Columns<MovedDates>.Text("awaits", l => l.Dates.Awaits)
    );

    public static readonly LaneTable<LotChange> LotChanges = LaneTable<LotChange>.Update(
        "lot",
        "remaining = {after}",
        "t.member_id = {member_id} and t.no = {no} and t.remaining = {before}",
        Columns<LotChange>.Id("member_id", l => l.MemberId),
        Columns<LotChange>.Whole("no", l => l.No),
        Columns<LotChange>.Whole("before", l => l.Before),
        Columns<LotChange>.Whole("after", l => l.After)
    );

    public static readonly LaneTable<WalletChange> NewWallets = LaneTable<WalletChange>.Insert(
        "wallet",
        "",
        Columns<WalletChange>.Id("member_id", w => w.MemberId),
        Columns<WalletChange>.Text("unit", w => w.Unit),
        Columns<WalletChange>.Whole("balance", w => w.Delta)
    );

    public static readonly LaneTable<WalletChange> WalletChanges = LaneTable<WalletChange>.Update(
        "wallet",
        "balance = t.balance + {delta}",
        "t.member_id = {member_id} and t.unit = {unit} and t.balance = {before}",
        Columns<WalletChange>.Id("member_id", w => w.MemberId),
        Columns<WalletChange>.Text("unit", w => w.Unit),
        Columns<WalletChange>.Whole("before", w => w.Before),
        Columns<WalletChange>.Whole("delta", w => w.Delta)
    );

    public static readonly LaneTable<MemberDay> Days = LaneTable<MemberDay>.Insert(
        "member_day",
        "on conflict (member_id, day) do update set visits = member_day.visits + excluded.visits, "
            + "spent = member_day.spent + excluded.spent",
        Columns<MemberDay>.Id("member_id", d => d.MemberId),
        Columns<MemberDay>.Day("day", d => d.Day),
        Columns<MemberDay>.Whole("visits", d => d.Visits),
        Columns<MemberDay>.Whole("spent", d => d.Spent)
    );

    public static readonly LaneTable<MemberChange> Members = LaneTable<MemberChange>.Update(
        "member",
        "visits = t.visits + {visits}, spent = t.spent + {spent}, last_no = {no}, "
            + "last_visit = case when t.last_visit is null or {last_visit} > t.last_visit "
            + "then coalesce({last_visit}, t.last_visit) else t.last_visit end, "
            + "last_visit_day = case when t.last_visit is null or {last_visit} > t.last_visit "
            + "then coalesce({last_visit_day}, t.last_visit_day) else t.last_visit_day end",
        "t.id = {id} and t.last_no = {no_before}",
        Columns<MemberChange>.Id("id", m => m.Id),
        Columns<MemberChange>.Whole("visits", m => m.Visits),
        Columns<MemberChange>.Whole("spent", m => m.Spent),
        Columns<MemberChange>.AtOrNull("last_visit", m => m.LastVisit),
        Columns<MemberChange>.DayOrNull("last_visit_day", m => m.LastVisitDay),
        Columns<MemberChange>.Whole("no_before", m => m.NoBefore),
        Columns<MemberChange>.Whole("no", m => m.No)
    );

    public static readonly LaneTable<Refund> Refunds = LaneTable<Refund>.Insert(
        "refund",
        "",
        Columns<Refund>.Id("member_id", r => r.MemberId),
        Columns<Refund>.Id("id", r => r.Id),
        Columns<Refund>.Id("purchase_id", r => r.PurchaseId),
        Columns<Refund>.At("at", r => r.At),
        Columns<Refund>.Whole("money", r => r.Money),
        Columns<Refund>.Whole("spent", r => r.Spent),
        Columns<Refund>.Text("reason", r => r.Reason),
        Columns<Refund>.Text("by", r => r.By),
        Columns<Refund>.Whole("entry_from", r => r.EntryFrom),
        Columns<Refund>.Whole("entry_to", r => r.EntryTo)
    );

    public static readonly LaneTable<RefundLine> RefundLines = LaneTable<RefundLine>.Insert(
        "refund_line",
        "",
        Columns<RefundLine>.Id("member_id", l => l.MemberId),
        Columns<RefundLine>.Id("refund_id", l => l.RefundId),
        Columns<RefundLine>.Number("no", l => l.No),
        Columns<RefundLine>.Id("purchase_id", l => l.PurchaseId),
        Columns<RefundLine>.Whole("quantity", l => l.Quantity),
        Columns<RefundLine>.Whole("money", l => l.Money),
        Columns<RefundLine>.Whole("spent", l => l.Spent)
    );

    public static readonly LaneTable<RefundedPurchase> RefundedPurchases = LaneTable<RefundedPurchase>.Update(
        "purchase",
        "refunded = t.refunded + {refunded}, is_void = {is_void}",
        "t.member_id = {member_id} and t.id = {id} and t.refunded = {before}",
        Columns<RefundedPurchase>.Id("member_id", p => p.MemberId),
        Columns<RefundedPurchase>.Id("id", p => p.Id),
        Columns<RefundedPurchase>.Whole("before", p => p.Before),
        Columns<RefundedPurchase>.Whole("refunded", p => p.Refunded),
        Columns<RefundedPurchase>.YesNo("is_void", p => p.IsVoid)
    );

    public static readonly LaneTable<Message> Messages = LaneTable<Message>.Insert(
        "message",
        "",
        Columns<Message>.Id("member_id", m => m.MemberId),
        Columns<Message>.Id("id", m => m.Id),
        Columns<Message>.Text("kind", m => m.Kind),
        Columns<Message>.IdOrNull("purchase_id", m => m.PurchaseId),
        Columns<Message>.Text("body", m => m.Body),
        Columns<Message>.At("created_at", m => m.CreatedAt)
    );

    public static readonly LaneTable<AuditEntry> Audit = LaneTable<AuditEntry>.Insert(
        "audit",
        "",
        Columns<AuditEntry>.Id("id", a => a.Id),
        Columns<AuditEntry>.At("at", a => a.At),
        Columns<AuditEntry>.Text("by", a => a.By),
        Columns<AuditEntry>.Text("action", a => a.Action),
        Columns<AuditEntry>.Text("subject", a => a.Subject),
        Columns<AuditEntry>.Text("before", a => a.Before),
        Columns<AuditEntry>.Text("after", a => a.After)
    );
}
