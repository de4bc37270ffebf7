using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;

namespace Vafa.Features.Purchases.Holds;

/// <summary>Makes, reads and releases holds.</summary>
internal sealed class SaleHolds(SaleLane lane, ProgrammeStore programmes, AppDb db)
{
    public Task<Outcome<StoredAnswer>> Make(HoldCall call) => lane.Run(new HoldWork(call, programmes));

    public async Task<Outcome<HoldAnswer>> Read(Guid id, CancellationToken ct)
    {
        if (await db.SaleHolds.AsNoTracking().FirstOrDefaultAsync(h => h.Id == id, ct) is not { } hold)
        {
            return Refusal.NotFound("hold.unknown");
        }

        var uses = await db
            .OfferUses.AsNoTracking()
            .Where(u => u.MemberId == hold.MemberId && u.PurchaseId == hold.Id)
            .ToListAsync(ct);
        return HoldAnswer.Of(hold, uses);
    }

    /// <summary>Released again, or expired before: the same. Refused only if a sale was recorded with it.</summary>
    public async Task<Outcome<HoldAnswer>> Release(Guid id, CancellationToken ct) =>
        await lane.Run(new EndHoldWork(id, HoldState.Released)) switch
        {
            null => Refusal.NotFound("hold.unknown"),
            HoldState.Used => Refusal.Conflict("hold.used", ""),
            _ => await Read(id, ct),
        };
}
