using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Purchases;

/// <summary>Whether the club has ever recorded a sale.</summary>
public sealed class AnySale(AppDb db)
{
    public Task<bool> Run(CancellationToken ct) => db.Purchases.AnyAsync(ct);
}
