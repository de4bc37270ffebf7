using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Members.Merging;

/// <summary>A merge that stands.</summary>
/// <param name="Name">Of the one who was merged; null where there is none.</param>
/// <param name="CanUndo">It is not older than a day.</param>
public sealed record StandingMerge(
    Guid Id,
    Guid Merged,
    string Card,
    string? Name,
    DateTimeOffset At,
    DateTimeOffset UndoUntil,
    bool CanUndo
);

/// <summary>Reads merges: one by its id, and those into a member.</summary>
internal sealed class ReadMerges(AppDb db, TimeProvider clock)
{
    /// <summary>Who was merged into whom; null: there is no such merge.</summary>
    public async Task<(Guid Merged, Guid Into)?> Find(Guid id, CancellationToken ct)
    {
        var found = await db
            .MemberMerges.Where(m => m.Id == id)
            .Select(m => new { m.MemberId, m.Into })
            .FirstOrDefaultAsync(ct);
        return found is null ? null : (found.MemberId, found.Into);
    }

    /// <summary>The merges into a member that stand, newest first.</summary>
    public async Task<IReadOnlyList<StandingMerge>> Into(Guid member, CancellationToken ct)
    {
        var merges = await db
            .MemberMerges.AsNoTracking()
            .Where(m => m.Into == member && m.UndoneAt == null)
            .OrderByDescending(m => m.At)
            .ToListAsync(ct);
        var ids = merges.ConvertAll(m => m.MemberId);
        var people = await db
            .Members.IgnoreQueryFilters()
            .AsNoTracking()
            .Where(m => ids.Contains(m.Id))
            .ToDictionaryAsync(m => m.Id, ct);
        var now = clock.GetUtcNow();
        return merges.ConvertAll(m =>
        {
            var person = people[m.MemberId];
            var name = $"{person.FirstName} {person.LastName}".Trim();
            return new StandingMerge(
                m.Id,
                m.MemberId,
                person.Card,
                name.Length > 0 ? name : null,
                m.At,
                m.UndoUntil,
                now < m.UndoUntil
            );
        });
    }
}
