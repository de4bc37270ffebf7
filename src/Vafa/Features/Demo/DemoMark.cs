using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vafa.Data;

namespace Vafa.Features.Demo;

/// <summary>Says that this club is made up. One row, or none in a club of real people.</summary>
public sealed class DemoMark
{
    public const int TheOne = 1;

    public int Id { get; init; }

    public DateTimeOffset At { get; init; }
}

internal sealed class DemoMarkMap : IEntityTypeConfiguration<DemoMark>
{
    public void Configure(EntityTypeBuilder<DemoMark> builder)
    {
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
    }
}

/// <summary>Marks a club as made up, and asks whether it is.</summary>
public sealed class DemoClub(AppDb db)
{
    public Task<bool> IsOne(CancellationToken ct) => db.DemoMarks.AnyAsync(m => m.Id == DemoMark.TheOne, ct);

    public async Task Mark(DateTimeOffset at, CancellationToken ct)
    {
        if (await IsOne(ct))
        {
            return;
        }

        await db.Write(
            _ =>
            {
                db.DemoMarks.Add(new DemoMark { Id = DemoMark.TheOne, At = at });
                return Task.FromResult(true);
            },
            ct
        );
    }
}
