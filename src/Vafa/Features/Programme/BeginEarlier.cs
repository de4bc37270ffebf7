using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Features.Purchases;

namespace Vafa.Features.Programme;

/// <summary>
/// Lets the programme of a club that has sold nothing yet begin at an earlier moment, so that sales of before (a
/// demo's) meet the versions that follow. False when there is a sale: its decision stands on the versions as they are.
/// </summary>
public sealed class BeginEarlier(AppDb db, AnySale anySale)
{
    public async Task<bool> Run(DateTimeOffset at, CancellationToken ct)
    {
        if (await anySale.Run(ct))
        {
            return false;
        }

        return await db.Write(
            async inside =>
            {
                await db
                    .ProgrammeVersions.Where(v => v.At > at)
                    .ExecuteUpdateAsync(set => set.SetProperty(v => v.At, at), inside);
                return true;
            },
            ct
        );
    }
}
