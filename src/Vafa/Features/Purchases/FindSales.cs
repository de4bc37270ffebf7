using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Purchases;

/// <summary>A sale that a search found.</summary>
public sealed record FoundSale(Guid Id, DateTimeOffset At, string? Reference, long Payable);

/// <summary>
/// Finds sales by what stands on a receipt: the whole reference, or the first digits of the id. Each is a range of an
/// index, however many sales there are.
/// </summary>
public sealed class FindSales(AppDb db)
{
    /// <summary>Fewer digits of an id would mean thousands of sales.</summary>
    private const int FewestDigits = 6;

    public async Task<IReadOnlyList<FoundSale>> Run(string text, int most, CancellationToken ct)
    {
        var found = await db
            .Purchases.Where(p => p.Reference == text)
            .OrderByDescending(p => p.At)
            .Take(most)
            .Select(p => new FoundSale(p.Id, p.At, p.Reference, p.Payable))
            .ToListAsync(ct);
        if (found.Count < most && Range(text) is var (from, until))
        {
            var keys = await db.PurchaseKeysFrom(from, until, most).AsNoTracking().ToListAsync(ct);
            foreach (var key in keys)
            {
                var sale = await db
                    .Purchases.Where(p => p.MemberId == key.MemberId && p.Id == key.PurchaseId)
                    .Select(p => new FoundSale(p.Id, p.At, p.Reference, p.Payable))
                    .SingleOrDefaultAsync(ct);
                if (sale is not null && found.Count < most && !found.Exists(f => f.Id == sale.Id))
                {
                    found.Add(sale);
                }
            }
        }

        return found;
    }

    /// <summary>Where the keys of ids with this beginning lie; null when it is no beginning of an id.</summary>
    private static (byte[] From, byte[] Until)? Range(string text)
    {
        var digits = text.Replace("-", "", StringComparison.Ordinal);
        if (digits.Length is < FewestDigits or > 32 || !digits.All(char.IsAsciiHexDigit))
        {
            return null;
        }

        return (
            PurchaseKeys.OfId(Guid.ParseExact(digits.PadRight(32, '0'), "N")),
            PurchaseKeys.OfId(Guid.ParseExact(digits.PadRight(32, 'f'), "N"))
        );
    }
}
