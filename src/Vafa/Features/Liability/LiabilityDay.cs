using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vafa.Core.Ledger;

namespace Vafa.Features.Liability;

/// <summary>
/// What the lots held when a business day had ended, by unit, branch, age and end. A picture, taken once: nothing is
/// derived from it, and what stands on a page says from when it is (decision 0018).
/// </summary>
public sealed class LiabilityDay
{
    /// <summary>The business day that had ended.</summary>
    public DateOnly Day { get; init; }

    public required string Unit { get; init; }

    /// <summary>The branch that gave the lots; empty: none did.</summary>
    public required string Branch { get; init; }

    public LotAge Age { get; init; }

    public LotEnd Ends { get; init; }

    /// <summary>Below 0 for debts.</summary>
    public long Remaining { get; init; }

    public long Lots { get; init; }

    /// <summary>The moment it was taken; that of all rows of the day.</summary>
    public DateTimeOffset At { get; init; }
}

internal sealed class LiabilityMap : IEntityTypeConfiguration<LiabilityDay>
{
    public void Configure(EntityTypeBuilder<LiabilityDay> builder)
    {
        builder.HasKey(d => new
        {
            d.Day,
            d.Unit,
            d.Branch,
            d.Age,
            d.Ends,
        });
        builder.Property(d => d.Age).HasConversion<short>();
        builder.Property(d => d.Ends).HasConversion<short>();
    }
}
