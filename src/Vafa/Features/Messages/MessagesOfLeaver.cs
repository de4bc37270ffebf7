using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Data.Leaving;

namespace Vafa.Features.Messages;

/// <summary>What waits to be sent to a member who leaves is sent no more.</summary>
internal sealed class MessagesOfLeaver : IPersonalData
{
    public Task<Wiping> Find(AppDb db, Leaver who, CancellationToken ct) =>
        Task.FromResult<Wiping>(
            (inside, _, token) => inside.Messages.Where(m => who.Ids.Contains(m.MemberId)).ExecuteDeleteAsync(token)
        );
}
