using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Vafa.Features.Members;

internal sealed class MemberMap
    : IEntityTypeConfiguration<Member>,
        IEntityTypeConfiguration<MemberKey>,
        IEntityTypeConfiguration<MemberGroup>,
        IEntityTypeConfiguration<MemberField>
{
    /// <summary>
    /// Two orders of the list have an index, on PostgreSQL all four; why stands in decision 0008. Who is gone is no
    /// member to any query that does not ask for him by IgnoreQueryFilters: that is said here alone.
    /// </summary>
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.HasKey(m => m.Id);
        builder.HasQueryFilter(m => m.GoneAt == null);
        builder.HasIndex(m => m.GoneAt).HasFilter("gone_at IS NOT NULL");
        builder.HasIndex(m => m.MergedInto).HasFilter("merged_into IS NOT NULL");
        builder.HasIndex(m => new { m.Since, m.Id });
        builder.HasIndex(m => new { m.LastVisit, m.Id });
    }

    public void Configure(EntityTypeBuilder<MemberKey> builder)
    {
        builder.HasKey(k => new { k.Kind, k.Value });
        builder.HasIndex(k => k.MemberId);
    }

    public void Configure(EntityTypeBuilder<MemberGroup> builder)
    {
        builder.HasKey(g => new { g.MemberId, g.Code });
        // With the member behind it, so that a night finds the group's members of a range of ids.
        builder.HasIndex(g => new { g.Code, g.MemberId });
    }

    public void Configure(EntityTypeBuilder<MemberField> builder) => builder.HasKey(f => new { f.MemberId, f.Code });
}
