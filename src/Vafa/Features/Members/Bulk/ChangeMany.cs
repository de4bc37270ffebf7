using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Features.Members.Filter;
using Vafa.Web;

namespace Vafa.Features.Members.Bulk;

/// <summary>
/// Changes many members alike: says before how many, then does it in short writes, so that sales go on between them.
/// Doing it twice changes nothing the second time, so what broke off is finished by sending it again. Refused:
/// bulk.too-many, bulk.count-differs (409).
/// </summary>
internal sealed class ChangeMany(AppDb db, MatchMembers match, TimeProvider clock)
{
    /// <summary>So many members a write; on SQLite the sale lane waits for one of them at most.</summary>
    private const int Chunk = 200;
    private const int Page = 1_000;
    private const int MostAudited = 1_000;
    private const int Tries = 5;

    public async Task<Outcome<BulkPreview>> Preview(BulkRequest request, Wording words, CancellationToken ct)
    {
        var who = await Who(request, ct);
        if (who.IsRefused)
        {
            return Outcome<BulkPreview>.Refused(who.Refusals);
        }

        var changed = 0;
        foreach (var chunk in who.Value.Chunk(Chunk))
        {
            changed += (await Changing(request.Change, chunk, ct)).Count;
        }

        return new BulkPreview(who.Value.Count, changed, request.Change.Sentence(changed, words));
    }

    /// <summary>Everything but the audit entry, which is written with the call's answer.</summary>
    public async Task<Outcome<BulkDone>> Run(BulkRequest request, int expect, CancellationToken ct)
    {
        var who = await Who(request, ct);
        if (who.IsRefused)
        {
            return Outcome<BulkDone>.Refused(who.Refusals);
        }

        if (who.Value.Count != expect)
        {
            return Refusal.Conflict("bulk.count-differs", "/expect", who.Value.Count);
        }

        var changed = 0;
        foreach (var chunk in who.Value.Chunk(Chunk))
        {
            changed += await Write(request.Change, chunk, ct);
        }

        return new BulkDone(who.Value, changed);
    }

    /// <summary>One entry for all, with the filter and the first thousand ids.</summary>
    public void Record(BulkRequest request, BulkDone done, Actor by) =>
        AuditLog.Add(
            db,
            new Change(by.By, clock.GetUtcNow(), "member.bulk", "members")
            {
                After = new
                {
                    Action = request.Change.Action.ToString(),
                    request.Change.Code,
                    request.Change.Value,
                    Filter = request.Filter?.Query,
                    done.Who.Count,
                    done.Changed,
                    Ids = done.Who.Take(MostAudited),
                },
            }
        );

    private async Task<Outcome<IReadOnlyList<Guid>>> Who(BulkRequest request, CancellationToken ct)
    {
        var who = new List<Guid>();
        if (request.Ids is { } ids)
        {
            foreach (var chunk in ids.Chunk(Page / 2))
            {
                who.AddRange(await db.Members.Where(m => chunk.Contains(m.Id)).Select(m => m.Id).ToListAsync(ct));
            }

            return who;
        }

        MemberPlace? after = null;
        do
        {
            var found = await match.Run(new MatchRequest(request.Filter!, MemberOrder.Newest, Page, after), ct);
            who.AddRange(found.Ids);
            after = found.Next;
        } while (after is not null && who.Count <= BulkDocument.MostNamed);

        return who.Count > BulkDocument.MostNamed
            ? new Refusal("bulk.too-many", "/filter", BulkDocument.MostNamed)
            : who;
    }

    /// <summary>Those of them for whom something changes.</summary>
    private async Task<List<Guid>> Changing(BulkChange change, Guid[] chunk, CancellationToken ct)
    {
        if (change.Action == BulkAction.SetField)
        {
            var values = await db
                .MemberFields.AsNoTracking()
                .Where(f => chunk.Contains(f.MemberId) && f.Code == change.Code)
                .ToDictionaryAsync(f => f.MemberId, f => f.Value, ct);
            return [.. chunk.Where(id => values.GetValueOrDefault(id) != change.Value)];
        }

        var inside = await db
            .MemberGroups.Where(g => chunk.Contains(g.MemberId) && g.Code == change.Code)
            .Select(g => g.MemberId)
            .ToListAsync(ct);
        return change.Action == BulkAction.RemoveGroup ? inside : [.. chunk.Except(inside)];
    }

    private async Task<int> Write(BulkChange change, Guid[] chunk, CancellationToken ct)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                var changing = await Changing(change, chunk, ct);
                if (changing.Count > 0)
                {
                    await db.Write(inside => Save(change, changing, inside), ct);
                }

                db.ChangeTracker.Clear();
                return changing.Count;
            }
            catch (Exception met) when (tried < Tries && (db.IsTaken(met) || db.IsCollision(met)))
            {
                // Somebody changed one of them at the same moment: what is left to do is looked up again.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<bool> Save(BulkChange change, List<Guid> wanted, CancellationToken ct)
    {
        // Writing the card as it is holds the rows: nobody leaves meanwhile, and who has left gets nothing.
        await db
            .Members.Where(m => wanted.Contains(m.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Card, m => m.Card), ct);
        var members = await db.Members.Where(m => wanted.Contains(m.Id)).Select(m => m.Id).ToListAsync(ct);
        switch (change.Action)
        {
            case BulkAction.AddGroup:
                db.MemberGroups.AddRange(members.Select(m => new MemberGroup { MemberId = m, Code = change.Code }));
                return true;
            case BulkAction.RemoveGroup:
                await db
                    .MemberGroups.Where(g => members.Contains(g.MemberId) && g.Code == change.Code)
                    .ExecuteDeleteAsync(ct);
                return true;
            case BulkAction.SetField:
                await db
                    .MemberFields.Where(f => members.Contains(f.MemberId) && f.Code == change.Code)
                    .ExecuteDeleteAsync(ct);
                if (change.Value is { } value)
                {
                    db.MemberFields.AddRange(
                        members.Select(m => new MemberField
                        {
                            MemberId = m,
                            Code = change.Code,
                            Value = value,
                        })
                    );
                }

                return true;
            default:
                throw new InvalidOperationException();
        }
    }
}

/// <summary>Who was meant, and for how many something changed.</summary>
internal sealed record BulkDone(IReadOnlyList<Guid> Who, int Changed);
