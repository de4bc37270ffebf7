using Microsoft.EntityFrameworkCore;

namespace Vafa.Data.Leaving;

/// <summary>
/// A text that somebody typed, or a caller sent, into rows of a member (keyed by MemberId and Id): where it names him
/// it goes, and the row stays.
/// </summary>
internal sealed class TextOfMember<T>(string property) : IPersonalData
    where T : class
{
    public Task<Wiping> Find(AppDb db, Leaver who, CancellationToken ct) =>
        Task.FromResult<Wiping>((inside, _, token) => Wipe(inside.Set<T>(), who, token));

    private async Task Wipe(DbSet<T> rows, Leaver who, CancellationToken ct)
    {
        var his = rows.Where(r => who.Ids.Contains(EF.Property<Guid>(r, "MemberId")));
        var texts = await his.Where(r => EF.Property<string?>(r, property) != null)
            .Select(r => new { Id = EF.Property<Guid>(r, "Id"), Text = EF.Property<string?>(r, property) })
            .ToListAsync(ct);
        var named = texts.Where(t => who.Marks.AreIn(t.Text)).Select(t => t.Id).ToList();
        await his.Where(r => named.Contains(EF.Property<Guid>(r, "Id")))
            .ExecuteUpdateAsync(set => set.SetProperty(r => EF.Property<string?>(r, property), (string?)null), ct);
    }
}
