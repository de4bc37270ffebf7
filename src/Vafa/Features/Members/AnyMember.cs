using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Members;

/// <summary>Whether anybody has ever joined the club.</summary>
public sealed class AnyMember(AppDb db)
{
    public Task<bool> Run(CancellationToken ct) => db.Members.IgnoreQueryFilters().AnyAsync(ct);
}
