using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Features.Members;
using Vafa.Features.Purchases;

namespace Vafa.Features.Programme.FirstRun;

/// <summary>Whether the club is as it was laid out: no change of the programme, no member, no sale.</summary>
internal sealed class IsUntouched(AppDb db, AnyMember anyMember, AnySale anySale)
{
    public async Task<bool> Run(CancellationToken ct) =>
        await db.ProgrammeVersions.MaxAsync(v => (long?)v.Version, ct) == 1
        && !await anyMember.Run(ct)
        && !await anySale.Run(ct);
}
