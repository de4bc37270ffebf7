using Microsoft.EntityFrameworkCore;
using Vafa.Core.Ledger;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Features.Programme;
using Vafa.Features.Timeline;

namespace Vafa.Features.Ledger;

/// <summary>What moved wallets outside of sales: corrections, conversions, gifts, engagement, what expired.</summary>
internal sealed class MovesOnTimeline(AppDb db, ReadChanges changes, ProgrammeStore programmes) : ITimelineSource
{
    /// <summary>What is told for itself; what a sale moved is told with the sale.</summary>
    private static readonly CauseKind[] Own =
    [
        CauseKind.Adjustment,
        CauseKind.Import,
        CauseKind.Event,
        CauseKind.Conversion,
        CauseKind.Transfer,
        CauseKind.Leave,
    ];

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
        var sentence = new MoveSentence(await programmes.Newest(ct), ask.Words);
        var events = places.ConvertAll(p =>
            sentence.Of([.. entries.Where(e => e.CauseId == p.CauseId && e.At == p.At)])
        );
        var by = await changes.WhoAdjusted(ask.Member, events[^1].At, events[0].At, ct);
        return events.ConvertAll(e => e with { By = by.GetValueOrDefault(e.Id) });
    }

    private IQueryable<EntryRow> Moves(Guid member) =>
        db
            .Entries.AsNoTracking()
            .Where(e => e.MemberId == member && (Own.Contains(e.CauseKind) || e.Kind == EntryKind.Expired));
}
