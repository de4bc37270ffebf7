using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Messages;

/// <summary>How many messages wait to be sent, counted no further than <see cref="Most"/>.</summary>
public sealed class CountWaiting(AppDb db)
{
    public const int Most = 1_000;

    public Task<int> Run(CancellationToken ct) =>
        db.Messages.AsNoTracking().Select(m => m.Id).Take(Most).CountAsync(ct);
}
