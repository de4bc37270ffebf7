using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Features.Programme;

namespace Vafa.Features.Night;

/// <summary>A step that is due; its row, where it was begun before.</summary>
internal sealed record DueStep(DateOnly Day, string Step, JobRun? Row, DateTimeOffset From, DateTimeOffset Until)
{
    public string Job { get; init; } = NightSteps.Job;
}

/// <summary>
/// Finds the first step of the oldest business day that has ended and whose night is not whole. A day's night follows
/// the one before it, whatever the club's clock is set to meanwhile: none is left out and none comes twice.
/// </summary>
internal sealed class NextStep(AppDb db, ProgrammeStore programmes)
{
    /// <param name="last">The last day to be done; null: every one that has ended.</param>
    public async Task<DueStep?> Find(DateTimeOffset now, DateOnly? last, CancellationToken ct)
    {
        var time = (await programmes.Newest(ct)).Time;
        var ended = time.DayOf(now).AddDays(-1);
        var until = last < ended ? last.Value : ended;
        if (await Begun(until, ct) is { } row)
        {
            return new DueStep(row.BusinessDay, row.Step, row, row.SpanFrom, row.SpanUntil);
        }

        var (day, step) = await Next(time.DayOf(await programmes.Begin(ct)), ct);
        if (day > until)
        {
            return null;
        }

        // A change of the club's clock may put the end of a day before that of the night before: spans only go on.
        var from = await EndOfBefore(day, step, ct) ?? time.StartOf(day);
        var end = time.StartOf(day.AddDays(1));
        return new DueStep(day, step, null, from, end > from ? end : from);
    }

    /// <summary>The first step that was begun, or is to be done again, and is not done.</summary>
    private async Task<JobRun?> Begun(DateOnly until, CancellationToken ct)
    {
        var rows = await Nights()
            .Where(r => r.State != JobState.Done && r.BusinessDay <= until && NightSteps.Order.Contains(r.Step))
            .ToListAsync(ct);
        return rows.OrderBy(r => r.BusinessDay).ThenBy(r => NightSteps.PlaceOf(r.Step)).FirstOrDefault();
    }

    private async Task<(DateOnly Day, string Step)> Next(DateOnly first, CancellationToken ct)
    {
        if (await Nights().MaxAsync(r => (DateOnly?)r.BusinessDay, ct) is not { } newest)
        {
            return (first, NightSteps.Order[0]);
        }

        var begun = await Nights().Where(r => r.BusinessDay == newest).Select(r => r.Step).ToListAsync(ct);
        return NightSteps.Order.FirstOrDefault(step => !begun.Contains(step)) is { } missing
            ? (newest, missing)
            : (newest.AddDays(1), NightSteps.Order[0]);
    }

    private Task<DateTimeOffset?> EndOfBefore(DateOnly day, string step, CancellationToken ct) =>
        Nights()
            .Where(r => r.Step == step && r.BusinessDay < day)
            .OrderByDescending(r => r.BusinessDay)
            .Select(r => (DateTimeOffset?)r.SpanUntil)
            .FirstOrDefaultAsync(ct);

    private IQueryable<JobRun> Nights() => db.JobRuns.AsNoTracking().Where(r => r.Job == NightSteps.Job);
}
