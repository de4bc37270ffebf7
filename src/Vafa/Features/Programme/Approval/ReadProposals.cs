using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;

namespace Vafa.Features.Programme.Approval;

/// <summary>The offers that wait for a second person.</summary>
public sealed class ReadProposals(AppDb db)
{
    /// <summary>More are not read: an owner who lets a thousand wait wants no approval.</summary>
    public const int Most = 1_000;

    /// <summary>Oldest first.</summary>
    public Task<List<OfferProposal>> All(CancellationToken ct) =>
        db.OfferProposals.AsNoTracking().OrderBy(p => p.At).ThenBy(p => p.Code).Take(Most).ToListAsync(ct);

    /// <summary>Refused: offer.nothing-waits (404).</summary>
    public async Task<Outcome<OfferProposal>> One(string code, CancellationToken ct) =>
        await db.OfferProposals.AsNoTracking().FirstOrDefaultAsync(p => p.Code == code, ct) is { } waiting
            ? waiting
            : Refusal.NotFound("offer.nothing-waits", code);
}
