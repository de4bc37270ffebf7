using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Vafa.Features.Purchases;

internal sealed class PurchaseMap
    : IEntityTypeConfiguration<Purchase>,
        IEntityTypeConfiguration<PurchaseLine>,
        IEntityTypeConfiguration<PurchaseKey>,
        IEntityTypeConfiguration<Refund>,
        IEntityTypeConfiguration<RefundLine>,
        IEntityTypeConfiguration<MemberDay>,
        IEntityTypeConfiguration<MemberProduct>,
        IEntityTypeConfiguration<OfferCounter>,
        IEntityTypeConfiguration<OfferUse>
{
    public void Configure(EntityTypeBuilder<Purchase> builder)
    {
        builder.HasKey(p => new { p.MemberId, p.Id });
        builder.HasIndex(p => p.At);
        // Asked for by its whole text; sales without one cost nothing.
        builder.HasIndex(p => p.Reference).HasFilter("reference IS NOT NULL");
        builder.Property(p => p.Channel).HasConversion<short>();
        builder.Property(p => p.Source).HasConversion<short>();
        builder.Property(p => p.Visit).HasConversion<short>();
        builder.Property(p => p.Differs).HasConversion<short>();
        // The list of those that differ; all others cost nothing there.
        builder.HasIndex(p => new { p.At, p.Differs }).HasFilter("differs <> 0");
    }

    public void Configure(EntityTypeBuilder<PurchaseLine> builder)
    {
        builder.HasKey(l => new
        {
            l.MemberId,
            l.PurchaseId,
            l.No,
        });
        builder.Property(l => l.Kind).HasConversion<short>();
    }

    public void Configure(EntityTypeBuilder<PurchaseKey> builder) => builder.HasKey(k => k.Key);

    public void Configure(EntityTypeBuilder<Refund> builder)
    {
        builder.HasKey(r => new { r.MemberId, r.Id });
        builder.HasIndex(r => new { r.MemberId, r.PurchaseId });
    }

    public void Configure(EntityTypeBuilder<RefundLine> builder) =>
        builder.HasKey(l => new
        {
            l.MemberId,
            l.RefundId,
            l.No,
        });

    public void Configure(EntityTypeBuilder<MemberDay> builder) => builder.HasKey(d => new { d.MemberId, d.Day });

    public void Configure(EntityTypeBuilder<MemberProduct> builder) =>
        builder.HasKey(p => new
        {
            p.MemberId,
            p.Sku,
            p.ProductGroup,
        });

    public void Configure(EntityTypeBuilder<OfferCounter> builder) => builder.HasKey(c => c.Offer);

    public void Configure(EntityTypeBuilder<OfferUse> builder)
    {
        builder.HasKey(u => new
        {
            u.MemberId,
            u.PurchaseId,
            u.Offer,
        });
    }
}
