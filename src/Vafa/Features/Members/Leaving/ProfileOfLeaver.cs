using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Data.Leaving;

namespace Vafa.Features.Members.Leaving;

/// <summary>
/// The member himself: nothing leads to him any more, and of the row only the anonymous id with its counters is left.
/// </summary>
internal sealed class ProfileOfLeaver : IPersonalData
{
    public Task<Wiping> Find(AppDb db, Leaver who, CancellationToken ct) =>
        Task.FromResult<Wiping>(
            async (inside, at, token) =>
            {
                await inside.MemberKeys.Where(k => who.Ids.Contains(k.MemberId)).ExecuteDeleteAsync(token);
                await inside.MemberFields.Where(f => who.Ids.Contains(f.MemberId)).ExecuteDeleteAsync(token);
                await inside.MemberGroups.Where(g => who.Ids.Contains(g.MemberId)).ExecuteDeleteAsync(token);
                await inside
                    .Members.IgnoreQueryFilters()
                    .Where(m => who.Ids.Contains(m.Id))
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(m => m.GoneAt, m => m.GoneAt ?? at)
                                .SetProperty(m => m.Card, "")
                                .SetProperty(m => m.Mobile, (string?)null)
                                .SetProperty(m => m.FirstName, (string?)null)
                                .SetProperty(m => m.LastName, (string?)null)
                                .SetProperty(m => m.BirthDate, (DateOnly?)null)
                                .SetProperty(m => m.Gender, (string?)null)
                                .SetProperty(m => m.Email, (string?)null)
                                .SetProperty(m => m.ConsentSms, (bool?)null)
                                .SetProperty(m => m.ConsentEmail, (bool?)null)
                                .SetProperty(m => m.Referrer, (Guid?)null),
                        token
                    );
            }
        );
}
