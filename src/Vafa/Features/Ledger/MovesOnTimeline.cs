using Microsoft.EntityFrameworkCore;
using Vafa.Core.Ledger;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Features.Timeline;

namespace Vafa.Features.Ledger;

/// <summary>What moved a member's wallets outside of sales: corrections, opening balances, what expired.</summary>
internal sealed class MovesOnTimeline(AppDb db, ReadChanges changes) : ITimelineSource
{
    public TimelinePart Part => TimelinePart.Wallets;

    public async Task<IReadOnlyList<TimelineEvent>> Read(TimelineAsk ask, CancellationToken ct)
    {
        var (at, id) = (ask.Before.At, ask.Before.Id);
        var places = await Moves(ask.Member)
            .Where(e => e.At <= at && (e.At < at || e.CauseId.CompareTo(id) < 0))
            .Select(e => new { e.At, e.CauseId })
            .Distinct()
            .OrderByDescending(p => p.At)
            .ThenByDescending(p => p.CauseId)
            .Take(ask.Take)
            .ToListAsync(ct);
        if (places.Count == 0)
        {
            return [];
        }

        var causes = places.ConvertAll(p => p.CauseId);
        var entries = await Moves(ask.Member).Where(e => causes.Contains(e.CauseId)).ToListAsync(ct);
        var events = places.ConvertAll(p =>
            Told([.. entries.Where(e => e.CauseId == p.CauseId && e.At == p.At)], ask.Words)
        );
        var by = await changes.WhoAdjusted(ask.Member, events[^1].At, events[0].At, ct);
        return events.ConvertAll(e => e with { By = by.GetValueOrDefault(e.Id) });
    }

    private IQueryable<EntryRow> Moves(Guid member) =>
        db
            .Entries.AsNoTracking()
            .Where(e =>
                e.MemberId == member
                && (e.Kind == EntryKind.Adjusted || e.Kind == EntryKind.Imported || e.Kind == EntryKind.Expired)
            );

    private static TimelineEvent Told(IReadOnlyList<EntryRow> entries, Wording words)
    {
        var first = entries[0];
        var amounts = entries
            .GroupBy(e => e.Unit, StringComparer.Ordinal)
            .Select(g => new AmountOnTimeline(g.Key, g.Sum(e => e.Amount)))
            .ToList();
        var said = string.Join(
            words.Say(" و ", " and "),
            amounts.Select(a => words.Amount(a.Unit, Math.Abs(a.Amount)))
        );
        var came = amounts.Sum(a => a.Amount) >= 0;
        var (kind, sentence) = first.Kind switch
        {
            EntryKind.Expired => ("expiry", words.Say($"مهلت {said} تمام شد", $"{said} expired")),
            EntryKind.Imported => ("import", words.Say($"ماندهٔ آغازین: {said}", $"Opening balance: {said}")),
            _ when came => ("adjustment", words.Say($"اصلاح دستی: {said} افزوده شد", $"Correction: {said} added")),
            _ => ("adjustment", words.Say($"اصلاح دستی: {said} کم شد", $"Correction: {said} taken off")),
        };
        return new TimelineEvent(kind, first.CauseId, first.At, sentence) { Reason = first.Reason, Amounts = amounts };
    }
}
