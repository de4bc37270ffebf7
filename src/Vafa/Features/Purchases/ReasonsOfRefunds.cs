using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Data.Leaving;

namespace Vafa.Features.Purchases;

/// <summary>Reasons of refunds in which the member is named.</summary>
internal sealed class ReasonsOfRefunds : IPersonalData
{
    public Task<Wiping> Find(AppDb db, Leaver who, CancellationToken ct) =>
        Task.FromResult<Wiping>(
            async (inside, _, token) =>
            {
                var refunds = inside.Refunds.Where(r => who.Ids.Contains(r.MemberId) && r.Reason != null);
                foreach (var refund in await refunds.AsNoTracking().ToListAsync(token))
                {
                    if (who.Marks.AreIn(refund.Reason))
                    {
                        await refunds
                            .Where(r => r.Id == refund.Id)
                            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Reason, (string?)null), token);
                    }
                }
            }
        );
}
