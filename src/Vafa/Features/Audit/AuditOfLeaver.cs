using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Data.Leaving;

namespace Vafa.Features.Audit;

/// <summary>
/// What the audit log says of a member: that he was enrolled and changed stays, with whom by and when; the profile
/// before and after goes, and of all else the texts that name him.
/// </summary>
internal sealed class AuditOfLeaver : IPersonalData
{
    private static readonly string[] OfProfile = ["member.enrol", "member.patch"];

    public async Task<Wiping> Find(AppDb db, Leaver who, CancellationToken ct)
    {
        var mentions = await Mentions(db, who, ct);
        return async (inside, _, token) =>
        {
            var subjects = who.Ids.Select(id => $"member/{id}").ToList();
            var mine = inside.Audit.Where(a => subjects.Contains(a.Subject));
            await mine.Where(a => OfProfile.Contains(a.Action))
                .ExecuteUpdateAsync(
                    set => set.SetProperty(a => a.Before, (string?)null).SetProperty(a => a.After, (string?)null),
                    token
                );
            var others = await inside.Audit.AsNoTracking().Where(a => mentions.Contains(a.Id)).ToListAsync(token);
            foreach (var entry in (await mine.AsNoTracking().ToListAsync(token)).Concat(others))
            {
                await Strip(inside, entry, who.Marks, token);
            }
        };
    }

    /// <summary>
    /// Entries about something else that say his ids, numbers or e-mail: bulk changes, views, exports.
    /// </summary>
    private static async Task<List<Guid>> Mentions(AppDb db, Leaver who, CancellationToken ct)
    {
        var found = new List<Guid>();
        foreach (var mark in who.Ids.Select(id => id.ToString()).Concat(who.Marks.Numbers).Concat(who.Marks.Phrases))
        {
            found.AddRange(
                await db
                    .Audit.Where(a =>
                        (a.Before != null && a.Before.Contains(mark)) || (a.After != null && a.After.Contains(mark))
                    )
                    .Select(a => a.Id)
                    .ToListAsync(ct)
            );
        }

        return found;
    }

    private static async Task Strip(AppDb db, AuditEntry entry, PersonalMarks marks, CancellationToken ct)
    {
        var before = entry.Before is { } was ? marks.WithoutIn(was) : null;
        var after = entry.After is { } became ? marks.WithoutIn(became) : null;
        if (before != entry.Before || after != entry.After)
        {
            await db
                .Audit.Where(a => a.Id == entry.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.Before, before).SetProperty(a => a.After, after), ct);
        }
    }
}
