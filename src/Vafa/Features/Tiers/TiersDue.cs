using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Features.Members;
using Vafa.Features.Programme;

namespace Vafa.Features.Tiers;

/// <summary>
/// Who is to be reviewed for a day: whose day has come, and whom a ladder has not looked at as it now is.
/// </summary>
internal sealed class TiersDue(AppDb db, ProgrammeStore programmes)
{
    /// <summary>The next members by id, at most so many; none are left when the answer is empty.</summary>
    /// <param name="after">The last one of the chunk before; the empty id begins.</param>
    public async Task<IReadOnlyList<Guid>> Run(DateOnly day, Guid after, int most, CancellationToken ct)
    {
        var club = await programmes.Newest(ct);
        var ladders = club.Programme.Ladders.Length;
        if (ladders == 0)
        {
            return [];
        }

        var asTheyAre = club
            .LadderVersions.Select(l => l.Key + ":" + l.Value.ToString(CultureInfo.InvariantCulture))
            .ToList();
        return await MemberLookup
            .Joined(db)
            .Where(m => m.Id.CompareTo(after) > 0)
            .Where(m =>
                db.MemberTiers.Count(t =>
                    t.MemberId == m.Id
                    && asTheyAre.Contains(t.Ladder + ":" + t.LadderVersion)
                    && (t.ReviewOn == null || t.ReviewOn > day)
                ) < ladders
            )
            .OrderBy(m => m.Id)
            .Take(most)
            .Select(m => m.Id)
            .ToListAsync(ct);
    }
}
