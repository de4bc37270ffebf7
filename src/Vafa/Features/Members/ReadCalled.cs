using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Members;

/// <summary>What a member is called and found by.</summary>
internal sealed record Called(Guid Id, string Card, string? Mobile, string? FirstName, string? LastName);

internal sealed class ReadCalled(AppDb db)
{
    /// <summary>Null for who is no member.</summary>
    public Task<Called?> One(Guid id, CancellationToken ct) =>
        db
            .Members.AsNoTracking()
            .Where(m => m.Id == id)
            .Select(m => new Called(m.Id, m.Card, m.Mobile, m.FirstName, m.LastName))
            .SingleOrDefaultAsync(ct);
}
