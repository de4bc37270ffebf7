using Vafa.Features.Audit;
using Vafa.Features.Engagements;
using Vafa.Features.Home;
using Vafa.Features.Ledger.Allowances;
using Vafa.Features.Ledger.Approval;
using Vafa.Features.Members;
using Vafa.Features.Members.Groups;
using Vafa.Features.Messages;
using Vafa.Features.Night;
using Vafa.Features.Products;
using Vafa.Features.Purchases;
using Vafa.Features.Purchases.Holds;
using Vafa.Features.Tiers;
using Vafa.Web;

namespace Vafa.Features.Ledger.Lane;

/// <summary>
/// Everything that one transaction of the lane writes. Works and importers add; the store writes it at once.
/// </summary>
/// <param name="writer">Number of the lane that writes, or <see cref="Shards.Beside"/>.</param>
internal sealed class LaneRows(int writer = Shards.Beside)
{
    /// <summary>Sums of what the works of this transaction did, added to the tables at its end.</summary>
    public RollUps RollUps { get; } = new() { Shard = Shards.Of(writer) };

    public RowSet<Product> Products { get; } = new(LaneTables.Products);

    public RowSet<ProductGroup> ProductGroups { get; } = new(LaneTables.ProductGroups);

    public RowSet<Purchase> Purchases { get; } = new(LaneTables.Purchases);

    public RowSet<PurchaseLine> Lines { get; } = new(LaneTables.Lines);

    public RowSet<PurchaseKey> Keys { get; } = new(LaneTables.Keys);

    public RowSet<IdempotencyRow> Idempotency { get; } = new(LaneTables.Idempotency);

    public RowSet<Member> NewMembers { get; } = new(LaneMemberTables.NewMembers);

    public RowSet<MemberKey> NewMemberKeys { get; } = new(LaneMemberTables.NewMemberKeys);

    public RowSet<MemberGroup> MemberGroups { get; } = new(LaneMemberTables.MemberGroups);

    public RowSet<MemberGroup> LeftGroups { get; } = new(LaneMemberTables.LeftGroups);

    public RowSet<MemberGroupMove> GroupMoves { get; } = new(LaneMemberTables.GroupMoves);

    public RowSet<EntryRow> Entries { get; } = new(LaneTables.Entries);

    public RowSet<LotRow> NewLots { get; } = new(LaneTables.NewLots);

    public RowSet<LotChange> LotChanges { get; } = new(LaneTables.LotChanges);

    public RowSet<MovedDates> LotDates { get; } = new(LaneTables.LotDates);

    public RowSet<WalletChange> NewWallets { get; } = new(LaneTables.NewWallets);

    public RowSet<WalletChange> WalletChanges { get; } = new(LaneTables.WalletChanges);

    public RowSet<MemberChange> Members { get; } = new(LaneTables.Members);

    public RowSet<MemberDay> Days { get; } = new(LaneTables.Days);

    public RowSet<MemberProduct> Bought { get; } = new(LaneMemberTables.Bought);

    public RowSet<MemberTier> Tiers { get; } = new(LaneTierTables.Tiers);

    public RowSet<MemberTierMove> TierMoves { get; } = new(LaneTierTables.Moves);

    public RowSet<TierDue> TiersDue { get; } = new(LaneTierTables.Due);

    public RowSet<OfferUse> OfferUses { get; } = new(LaneLimitTables.OfferUses);

    public RowSet<CounterMove> OfferCounters { get; } = new(LaneLimitTables.OfferCounters);

    public RowSet<FreedUse> FreedUses { get; } = new(LaneLimitTables.FreedUses);

    public RowSet<SaleHold> Holds { get; } = new(LaneLimitTables.Holds);

    public RowSet<EndedHold> EndedHolds { get; } = new(LaneLimitTables.EndedHolds);

    public RowSet<Allowance> NewAllowances { get; } = new(LaneAllowanceTables.New);

    public RowSet<Allowance> Allowances { get; } = new(LaneAllowanceTables.Moved);

    public RowSet<Refund> Refunds { get; } = new(LaneTables.Refunds);

    public RowSet<RefundLine> RefundLines { get; } = new(LaneTables.RefundLines);

    public RowSet<RefundedPurchase> RefundedPurchases { get; } = new(LaneTables.RefundedPurchases);

    public RowSet<Message> Messages { get; } = new(LaneTables.Messages);

    /// <summary>Messages whose id says what they tell: one that is there already was told.</summary>
    public RowSet<Message> Tellings { get; } = new(LaneJobTables.Tellings);

    public RowSet<JobMove> JobMoves { get; } = new(LaneJobTables.Moves);

    public RowSet<AuditEntry> Audit { get; } = new(LaneTables.Audit);

    public RowSet<MemberEvent> Events { get; } = new(LaneEventTables.Events);

    public RowSet<AdjustmentProposal> Proposals { get; } = new(LaneProposalTables.Proposals);

    public RowSet<DecidedProposal> DecidedProposals { get; } = new(LaneProposalTables.Decided);

    public RowSet<BranchHour> BranchHours { get; } = new(LaneRollUpTables.BranchHours);

    public RowSet<UnitDay> UnitDays { get; } = new(LaneRollUpTables.UnitDays);

    public RowSet<UnitDue> UnitDues { get; } = new(LaneRollUpTables.UnitDues);

    public RowSet<ToldVisit> Visits { get; } = new(LaneRollUpTables.Visits);

    /// <summary>In the order they are written.</summary>
    public IEnumerable<RowSet> All =>
        new RowSet[]
        {
            // First, so that who has lost the lease writes nothing else.
            JobMoves,
            Idempotency,
            Keys,
            NewMembers,
            NewMemberKeys,
            MemberGroups,
            LeftGroups,
            GroupMoves,
            ProductGroups,
            Products,
            Purchases,
            Lines,
            Entries,
            NewLots,
            LotChanges,
            LotDates,
            NewWallets,
            WalletChanges,
            Members,
            Days,
            Bought,
            Tiers,
            TierMoves,
            TiersDue,
            OfferUses,
            FreedUses,
            Holds,
            EndedHolds,
            NewAllowances,
            Allowances,
            Refunds,
            RefundLines,
            RefundedPurchases,
            Messages,
            Tellings,
            Audit,
            Events,
            Proposals,
            DecidedProposals,
            Visits,
            BranchHours,
            UnitDays,
            UnitDues,
            // Last, because every lane counts here and waits until the other has committed.
            OfferCounters,
        }.Where(set => set.Count > 0);
}

/// <summary>A lot's remainder moves from <paramref name="Before"/> to <paramref name="After"/>.</summary>
internal readonly record struct LotChange(Guid MemberId, long No, long Before, long After);

/// <summary>A lot's dates are now these.</summary>
internal readonly record struct MovedDates(Guid MemberId, long No, Core.Ledger.LotDates Dates);

/// <summary>A wallet's stored balance moves from <paramref name="Before"/> by <paramref name="Delta"/>.</summary>
internal readonly record struct WalletChange(Guid MemberId, string Unit, long Before, long Delta);

/// <summary>A member's counters move; <paramref name="NoBefore"/> is the condition.</summary>
internal readonly record struct MemberChange(
    Guid Id,
    long Visits,
    long Spent,
    DateTimeOffset? LastVisit,
    DateOnly? LastVisitDay,
    long NoBefore,
    long No
);

/// <summary>All uses of a wholly refunded sale, or of a hold that ended, are given back.</summary>
internal readonly record struct FreedUse(Guid MemberId, Guid PurchaseId);

/// <summary>An open hold ends; <paramref name="State"/> says how.</summary>
internal readonly record struct EndedHold(Guid Id, short State);

/// <summary>A sale's refunded money moves on.</summary>
internal readonly record struct RefundedPurchase(Guid MemberId, Guid Id, long Before, long Refunded, bool IsVoid);

/// <summary>
/// A limited offer's counter moves. What it counts now may be over what this batch has seen, or over the least limit
/// it relied on, but not over both: then another lane was faster.
/// </summary>
internal readonly record struct CounterMove(
    string Offer,
    long Uses,
    long Given,
    long UsesSeen,
    long UsesMost,
    long GivenSeen,
    long GivenMost
);
