using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Data.Leaving;

namespace Vafa.Features.Engagements;

/// <summary>A caller may have called an event by the member's number: that name goes, the event stays.</summary>
internal sealed class EventsOfLeaver : IPersonalData
{
    public Task<Wiping> Find(AppDb db, Leaver who, CancellationToken ct) =>
        Task.FromResult<Wiping>(
            async (inside, _, token) =>
            {
                var events = inside.MemberEvents.Where(e => who.Ids.Contains(e.MemberId) && e.Reference != null);
                foreach (var named in await events.AsNoTracking().ToListAsync(token))
                {
                    if (who.Marks.AreIn(named.Reference))
                    {
                        await events
                            .Where(e => e.Id == named.Id)
                            .ExecuteUpdateAsync(set => set.SetProperty(e => e.Reference, (string?)null), token);
                    }
                }
            }
        );
}
