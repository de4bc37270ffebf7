using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Messages;

/// <summary>Which of some messages, whose ids say what they tell, were written before.</summary>
internal sealed class KnownMessages(AppDb db)
{
    public async Task<IReadOnlySet<Guid>> Among(
        IReadOnlyCollection<(Guid Member, Guid Id)> messages,
        CancellationToken ct
    )
    {
        var members = messages.Select(m => m.Member).Distinct().ToList();
        var ids = messages.Select(m => m.Id).ToList();
        var found = await db
            .Messages.AsNoTracking()
            .Where(m => members.Contains(m.MemberId) && ids.Contains(m.Id))
            .Select(m => m.Id)
            .ToListAsync(ct);
        return found.ToHashSet();
    }
}
