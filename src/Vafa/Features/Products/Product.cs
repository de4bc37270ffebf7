using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Vafa.Features.Products;

/// <summary>Something the shop sells. A sale that names an unknown sku creates it by its code.</summary>
public sealed class Product
{
    public required string Sku { get; init; }

    public string? TitleFa { get; set; }

    public string? TitleEn { get; set; }

    public string? GroupCode { get; set; }

    public string? Brand { get; set; }

    public long? Price { get; set; }

    public long? Cost { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Taken off the list; kept, because past sales name it. Put again, it is back.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}

public sealed class ProductGroup
{
    public required string Code { get; init; }

    public string? TitleFa { get; set; }

    public string? TitleEn { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class ProductMap : IEntityTypeConfiguration<Product>, IEntityTypeConfiguration<ProductGroup>
{
    public void Configure(EntityTypeBuilder<Product> builder)
    {
        builder.HasKey(p => p.Sku);
        builder.HasIndex(p => new { p.GroupCode, p.Sku });
        builder.HasQueryFilter(p => p.RemovedAt == null);
    }

    public void Configure(EntityTypeBuilder<ProductGroup> builder) => builder.HasKey(g => g.Code);
}
