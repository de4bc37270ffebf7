using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Vafa.Features.Home;

/// <summary>
/// Roll-up of a branch's sales of one hour on the club's wall clock, of one business day. A sale counts in the hour it
/// was made and stays there; a refund counts in its own hour, as a refund. One lane writes one shard.
/// </summary>
public sealed class BranchHour
{
    public DateOnly Day { get; init; }

    /// <summary>0 to 23.</summary>
    public short Hour { get; init; }

    public required string Branch { get; init; }

    public short Shard { get; init; }

    public long Sales { get; set; }

    public long MemberSales { get; set; }

    /// <summary>Before discounts.</summary>
    public long Total { get; set; }

    public long Discount { get; set; }

    /// <summary>Money paid with wallets.</summary>
    public long Spent { get; set; }

    public long Payable { get; set; }

    /// <summary>Sales that were their member's first.</summary>
    public long FirstVisits { get; set; }

    /// <summary>Sales of members who came back after more than 60 days.</summary>
    public long BackVisits { get; set; }

    /// <summary>Sales concluded elsewhere, and otherwise than we decided.</summary>
    public long Apart { get; set; }

    public long Refunds { get; set; }

    /// <summary>Money given back.</summary>
    public long Refunded { get; set; }
}

/// <summary>
/// Roll-up of what members' wallets of one unit got and lost on one business day: of a sale's entries the sale's day,
/// of others the day they were made on. Every column is told in its own direction, adjusted with its sign.
/// </summary>
public sealed class UnitDay
{
    public DateOnly Day { get; init; }

    public required string Unit { get; init; }

    /// <summary>The branch of the sale that moved it; empty: no sale did.</summary>
    public required string Branch { get; init; }

    public short Shard { get; init; }

    public long Earned { get; set; }

    public long Spent { get; set; }

    /// <summary>Spent before and given back by a refund.</summary>
    public long Returned { get; set; }

    /// <summary>Earned before and taken back by a refund.</summary>
    public long Reversed { get; set; }

    public long Expired { get; set; }

    public long Adjusted { get; set; }

    /// <summary>Opening balances of an older programme.</summary>
    public long Imported { get; set; }

    /// <summary>What came from another unit, less what became one.</summary>
    public long Converted { get; set; }

    /// <summary>Between members: adds up to nothing.</summary>
    public long Transferred { get; set; }

    /// <summary>Between members who were merged: adds up to nothing.</summary>
    public long Merged { get; set; }

    /// <summary>Expired before and given back.</summary>
    public long Reinstated { get; set; }

    /// <summary>Back from tills, less what was set apart for one.</summary>
    public long SetApart { get; set; }
}

/// <summary>
/// Roll-up of what is left in the lots of one unit that expire on one day. The day is that of the instant in UTC, so
/// that it stays the same whatever the club sets its zone or the start of its day to.
/// </summary>
public sealed class UnitDue
{
    public DateOnly Day { get; init; }

    public required string Unit { get; init; }

    public short Shard { get; init; }

    public long Remaining { get; set; }
}

internal sealed class RollUpMap
    : IEntityTypeConfiguration<BranchHour>,
        IEntityTypeConfiguration<UnitDay>,
        IEntityTypeConfiguration<UnitDue>
{
    public void Configure(EntityTypeBuilder<BranchHour> builder) =>
        builder.HasKey(h => new
        {
            h.Day,
            h.Hour,
            h.Branch,
            h.Shard,
        });

    public void Configure(EntityTypeBuilder<UnitDay> builder) =>
        builder.HasKey(d => new
        {
            d.Day,
            d.Unit,
            d.Branch,
            d.Shard,
        });

    public void Configure(EntityTypeBuilder<UnitDue> builder) =>
        builder.HasKey(d => new
        {
            d.Day,
            d.Unit,
            d.Shard,
        });
}
