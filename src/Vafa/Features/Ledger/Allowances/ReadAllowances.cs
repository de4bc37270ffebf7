using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Ledger.Allowances;

/// <summary>What is set apart of a member's unit for one till.</summary>
internal sealed record ApartView(string Till, long Left, DateTimeOffset Until);

/// <summary>Reads what is set apart of a member's unit, what goes back first before the others.</summary>
internal sealed class ReadAllowances(AppDb db)
{
    private const int Most = 100;

    public async Task<IReadOnlyList<ApartView>> Run(Guid member, string unit, CancellationToken ct) =>
        await db
            .Allowances.AsNoTracking()
            .Where(a => a.MemberId == member && a.Unit == unit && a.State == AllowanceState.Open && a.Left > 0)
            .OrderBy(a => a.ExpiresAt)
            .Take(Most)
            .Select(a => new ApartView(a.Till, a.Left, a.ExpiresAt))
            .ToListAsync(ct);
}
