using Vafa.Core.Ledger;
using Vafa.Core.Tiers;
using Vafa.Data;
using Vafa.Data.Copying;
using Vafa.Features.Purchases;

namespace Vafa.Features.Ledger.Check;

internal sealed record CheckedMember(long Visits, long Spent, long? LastVisit, long LastNo);

internal sealed record CheckedPurchase(
    Guid Id,
    bool IsGuest,
    string Branch,
    long At,
    DateOnly Day,
    long Total,
    long Discount,
    long Spent,
    long Payable,
    long Refunded,
    bool IsVoid,
    long EntryFrom,
    long EntryTo,
    VisitKind Visit,
    bool IsApart,
    long ProgrammeVersion
);

internal sealed record CheckedLine(
    Guid Purchase,
    int No,
    long Quantity,
    long Amount,
    bool IsGoods,
    long Discount,
    long Spent,
    string Sku,
    string ProductGroup
);

internal sealed record CheckedBought(string Sku, string ProductGroup, long Quantity, DateOnly LastDay);

internal sealed record CheckedRefund(
    Guid Id,
    Guid Purchase,
    long At,
    long Money,
    long Spent,
    long EntryFrom,
    long EntryTo
);

internal sealed record CheckedRefundLine(Guid Refund, int No, Guid Purchase, long Quantity, long Money, long Spent);

internal sealed record CheckedDay(DateOnly Day, long Visits, long Spent);

internal sealed record CheckedTier(string Ladder, string? Tier, string? Placed, long Moves);

internal sealed record CheckedTierMove(string Ladder, string? To, TierEvent Why);

internal sealed record CheckedAllowance(Guid Id, long Amount, long Left, string Lots, bool IsOpen);

internal sealed record CheckedEntry(Entry Entry, CauseKind CauseKind, Guid CauseId, long RecordedAt);

/// <summary>All tables of one member or guest, side by side, member after member.</summary>
internal sealed class MemberRows : IAsyncDisposable
{
    private readonly IMemberStream[] all;

    public MemberRows(Snapshot snapshot, CancellationToken ct)
    {
        MemberStream<T> Of<T>(string sql, Func<StoredRow, T> read) =>
            new(snapshot.Stream(sql, row => (row.Id(0), read(row)), ct));

        Members = Of(
            "SELECT id, visits, spent, last_visit, last_no FROM member ORDER BY id",
            r => new CheckedMember(r.Whole(1), r.Whole(2), r.MicrosOrNull(3), r.Whole(4))
        );
        Wallets = Of(
            "SELECT member_id, unit, balance FROM wallet ORDER BY member_id",
            r => new WalletBalance(r.Text(1), r.Whole(2))
        );
        Lots = Of(
            "SELECT member_id, no, unit, amount, remaining, available_from, expires_at FROM lot ORDER BY member_id, no",
            ReadLot
        );
        Entries = Of(
            "SELECT member_id, no, posting, unit, lot, amount, balance, account, kind, cause_kind, cause_id, "
                + "recorded_at FROM entry ORDER BY member_id, no",
            ReadEntry
        );
        Purchases = Of(
            "SELECT member_id, id, is_guest, branch, at, day, total, discount, spent, payable, refunded, is_void, "
                + "entry_from, entry_to, visit, is_apart, programme_version FROM purchase ORDER BY member_id, id",
            ReadPurchase
        );
        Lines = Of(
            "SELECT member_id, purchase_id, no, quantity, amount, kind, discount, spent, coalesce(sku, ''), "
                + "coalesce(product_group, '') FROM purchase_line ORDER BY member_id, purchase_id, no",
            r => new CheckedLine(
                r.Id(1),
                (int)r.Whole(2),
                r.Whole(3),
                r.Whole(4),
                r.Whole(5) == 0,
                r.Whole(6),
                r.Whole(7),
                r.Text(8),
                r.Text(9)
            )
        );
        Refunds = Of(
            "SELECT member_id, id, purchase_id, at, money, spent, entry_from, entry_to FROM refund "
                + "ORDER BY member_id, id",
            r => new CheckedRefund(r.Id(1), r.Id(2), r.Micros(3), r.Whole(4), r.Whole(5), r.Whole(6), r.Whole(7))
        );
        RefundLines = Of(
            "SELECT member_id, refund_id, no, purchase_id, quantity, money, spent FROM refund_line "
                + "ORDER BY member_id, refund_id, no",
            r => new CheckedRefundLine(r.Id(1), (int)r.Whole(2), r.Id(3), r.Whole(4), r.Whole(5), r.Whole(6))
        );
        Days = Of(
            "SELECT member_id, day, visits, spent FROM member_day ORDER BY member_id, day",
            r => new CheckedDay(r.Day(1), r.Whole(2), r.Whole(3))
        );
        Bought = Of(
            "SELECT member_id, sku, product_group, quantity, last_day FROM member_product "
                + "ORDER BY member_id, sku, product_group",
            r => new CheckedBought(r.Text(1), r.Text(2), r.Whole(3), r.Day(4))
        );
        Tiers = Of(
            "SELECT member_id, ladder, coalesce(tier, ''), coalesce(placed_tier, ''), moves FROM member_tier "
                + "ORDER BY member_id, ladder",
            r => new CheckedTier(r.Text(1), Given(r.Text(2)), Given(r.Text(3)), r.Whole(4))
        );
        TierMoves = Of(
            "SELECT member_id, ladder, coalesce(to_tier, ''), why FROM member_tier_move ORDER BY member_id, ladder, no",
            r => new CheckedTierMove(r.Text(1), Given(r.Text(2)), (TierEvent)r.Whole(3))
        );
        Allowances = Of(
            "SELECT member_id, id, amount, left_over, lots, state FROM allowance ORDER BY member_id, id",
            r => new CheckedAllowance(r.Id(1), r.Whole(2), r.Whole(3), r.Text(4), r.Whole(5) == 0)
        );
        all =
        [
            Members,
            Wallets,
            Lots,
            Entries,
            Purchases,
            Lines,
            Refunds,
            RefundLines,
            Days,
            Bought,
            Tiers,
            TierMoves,
            Allowances,
        ];
    }

    public MemberStream<CheckedMember> Members { get; }

    public MemberStream<WalletBalance> Wallets { get; }

    public MemberStream<Lot> Lots { get; }

    public MemberStream<CheckedEntry> Entries { get; }

    public MemberStream<CheckedPurchase> Purchases { get; }

    public MemberStream<CheckedLine> Lines { get; }

    public MemberStream<CheckedRefund> Refunds { get; }

    public MemberStream<CheckedRefundLine> RefundLines { get; }

    public MemberStream<CheckedDay> Days { get; }

    public MemberStream<CheckedBought> Bought { get; }

    public MemberStream<CheckedTier> Tiers { get; }

    /// <summary>In the order in which they happened.</summary>
    public MemberStream<CheckedTierMove> TierMoves { get; }

    /// <summary>What is or was set apart for tills.</summary>
    public MemberStream<CheckedAllowance> Allowances { get; }

    public async Task Start()
    {
        foreach (var stream in all)
        {
            await stream.Start();
        }
    }

    /// <summary>Goes on to the next member that has a row anywhere; null at the end. Ids sort by their bytes.</summary>
    public async Task<Guid?> Advance()
    {
        if (all.Min(s => s.Next) is not { } member)
        {
            return null;
        }

        foreach (var stream in all)
        {
            await stream.Take(member);
        }

        return member;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var stream in all)
        {
            await stream.DisposeAsync();
        }
    }

    private static string? Given(string text) => text.Length == 0 ? null : text;

    private static Lot ReadLot(StoredRow r) =>
        new()
        {
            No = r.Whole(1),
            Unit = r.Text(2),
            Amount = r.Whole(3),
            Remaining = r.Whole(4),
            AvailableFrom = SqliteDb.Instant(r.Micros(5)),
            ExpiresAt = r.MicrosOrNull(6) is { } end ? SqliteDb.Instant(end) : null,
        };

    private static CheckedEntry ReadEntry(StoredRow r) =>
        new(
            new Entry(
                r.Whole(1),
                r.Whole(2),
                r.Text(3),
                r.Whole(4),
                r.Whole(5),
                r.Whole(6),
                (ClubAccount)r.Whole(7),
                (EntryKind)r.Whole(8)
            ),
            (CauseKind)r.Whole(9),
            r.Id(10),
            r.Micros(11)
        );

    private static CheckedPurchase ReadPurchase(StoredRow r) =>
        new(
            r.Id(1),
            r.YesNo(2),
            r.Text(3),
            r.Micros(4),
            r.Day(5),
            r.Whole(6),
            r.Whole(7),
            r.Whole(8),
            r.Whole(9),
            r.Whole(10),
            r.YesNo(11),
            r.Whole(12),
            r.Whole(13),
            (VisitKind)r.Whole(14),
            r.YesNo(15),
            r.Whole(16)
        );
}
