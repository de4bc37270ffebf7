using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Vafa.Features.Ledger;

/// <summary>What a member owns of one unit: the stored balance, Σ entries = Σ remainders of lots.</summary>
public sealed class WalletRow
{
    public Guid MemberId { get; init; }

    public required string Unit { get; init; }

    public long Balance { get; init; }
}

/// <summary>A lot as stored; its meaning stands at <see cref="Core.Ledger.Lot"/>.</summary>
public sealed class LotRow
{
    public Guid MemberId { get; init; }

    public long No { get; init; }

    public required string Unit { get; init; }

    public long Amount { get; init; }

    public long Remaining { get; init; }

    public DateTimeOffset AvailableFrom { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public string? Awaits { get; init; }

    public bool Slides { get; init; }

    public DateOnly? Day { get; init; }

    public string? Branch { get; init; }

    public Core.Ledger.Lot ToLot() =>
        new()
        {
            No = No,
            Unit = Unit,
            Amount = Amount,
            Remaining = Remaining,
            AvailableFrom = AvailableFrom,
            ExpiresAt = ExpiresAt,
            Awaits = Awaits,
            Slides = Slides,
            Day = Day,
            Branch = Branch,
        };
}

/// <summary>
/// An entry as stored; never updated, never deleted. Its meaning stands at <see cref="Core.Ledger.Entry"/>.
/// </summary>
public sealed class EntryRow
{
    public Guid MemberId { get; init; }

    public long No { get; init; }

    public long Posting { get; init; }

    public required string Unit { get; init; }

    public long Lot { get; init; }

    public long Amount { get; init; }

    public long Balance { get; init; }

    public Core.Ledger.ClubAccount Account { get; init; }

    public Core.Ledger.EntryKind Kind { get; init; }

    public CauseKind CauseKind { get; init; }

    /// <summary>The purchase, refund, adjustment or step of a night.</summary>
    public Guid CauseId { get; init; }

    /// <summary>Code of the earning rule, offer or tier that gave it, when one did.</summary>
    public string? CauseCode { get; init; }

    public DateTimeOffset At { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    public string? Reason { get; init; }
}

/// <summary>What brought an entry.</summary>
public enum CauseKind
{
    /// <summary>A sale: an earning rule (CauseCode) or what the member spent (no code).</summary>
    Purchase = 1,

    /// <summary>A sale, through the offer in CauseCode.</summary>
    Offer = 2,

    Refund = 3,
    Adjustment = 4,
    Import = 5,

    /// <summary>A sale, through the member's tier in CauseCode.</summary>
    Tier = 6,

    /// <summary>A step of a night; the id is that of its run.</summary>
    Night = 7,

    /// <summary>Something the member did that is no sale: the engagement in CauseCode.</summary>
    Event = 8,

    /// <summary>One unit became another, by hand or by itself.</summary>
    Conversion = 9,

    /// <summary>Between two members.</summary>
    Transfer = 10,

    /// <summary>
    /// Two members became one, or two again; or a refund of a merged id moved what its lots had become, and the id is
    /// that of the refund.
    /// </summary>
    Merge = 11,

    /// <summary>The member left the club; the id is that of his leaving.</summary>
    Leave = 12,

    /// <summary>Set apart for the till in CauseCode, or back from it; the id is that of the allowance.</summary>
    Allowance = 13,
}

/// <summary>What the causes have in common.</summary>
public static class CauseKinds
{
    /// <summary>Whether the cause is a sale, whatever of it gave or took.</summary>
    public static bool IsOfSale(this CauseKind kind) => kind is CauseKind.Purchase or CauseKind.Offer or CauseKind.Tier;
}

internal sealed class LedgerMap
    : IEntityTypeConfiguration<WalletRow>,
        IEntityTypeConfiguration<LotRow>,
        IEntityTypeConfiguration<EntryRow>
{
    public void Configure(EntityTypeBuilder<WalletRow> builder)
    {
        builder.ToTable("wallet");
        builder.HasKey(w => new { w.MemberId, w.Unit });
    }

    public void Configure(EntityTypeBuilder<LotRow> builder)
    {
        builder.ToTable("lot");
        builder.HasKey(l => new { l.MemberId, l.No });
    }

    public void Configure(EntityTypeBuilder<EntryRow> builder)
    {
        builder.ToTable("entry");
        builder.HasKey(e => new { e.MemberId, e.No });
        builder.Property(e => e.Account).HasConversion<short>();
        builder.Property(e => e.Kind).HasConversion<short>();
        builder.Property(e => e.CauseKind).HasConversion<short>();
    }
}
