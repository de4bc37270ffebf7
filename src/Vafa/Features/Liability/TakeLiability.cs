using Microsoft.EntityFrameworkCore;
using Vafa.Core.Ledger;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Ledger;
using Vafa.Features.Programme;

namespace Vafa.Features.Liability;

/// <summary>
/// Takes the picture of what the lots hold after a business day, once, whoever asks and however often. The lots are
/// read first, so that sales wait only while its few rows are written. Of older pictures the last of each month stays.
/// </summary>
internal sealed class TakeLiability(AppDb db, SumLots lots, ProgrammeStore programmes, TimeProvider clock)
{
    /// <summary>Whether it was taken now: false when it is there already, or the club holds nothing.</summary>
    public async Task<bool> Run(DateOnly day, CancellationToken ct)
    {
        if (await IsTaken(day, ct))
        {
            return false;
        }

        var time = (await programmes.Newest(ct)).Time;
        var now = clock.GetUtcNow();
        var rows = (await lots.Run(LotBounds.At(time, now), ct)).ConvertAll(sum => new LiabilityDay
        {
            Day = day,
            Unit = sum.Unit,
            Branch = sum.Branch,
            Age = sum.Age,
            Ends = sum.End,
            Remaining = sum.Remaining,
            Lots = sum.Lots,
            At = now,
        });
        try
        {
            return rows.Count > 0 && await Write(day, rows, time, ct);
        }
        catch (Exception failure) when (db.IsTaken(failure) || db.IsCollision(failure))
        {
            // Another node took it meanwhile.
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private Task<bool> Write(DateOnly day, List<LiabilityDay> rows, ClubTime time, CancellationToken ct) =>
        db.Write(
            async inside =>
            {
                if (await IsTaken(day, inside))
                {
                    return false;
                }

                var gone = await Superseded(day, time, inside);
                await db.LiabilityDays.Where(d => gone.Contains(d.Day)).ExecuteDeleteAsync(inside);
                db.AddRange(rows);
                return true;
            },
            ct
        );

    private Task<bool> IsTaken(DateOnly day, CancellationToken ct) => db.LiabilityDays.AnyAsync(d => d.Day == day, ct);

    /// <summary>Days before this one that are not the last picture of their month.</summary>
    private async Task<List<DateOnly>> Superseded(DateOnly day, ClubTime time, CancellationToken ct)
    {
        var days = await db.LiabilityDays.Where(d => d.Day < day).Select(d => d.Day).Distinct().ToListAsync(ct);
        days.Add(day);
        return [.. days.GroupBy(d => time.PeriodStart(d, Period.Month)).SelectMany(m => m.Where(d => d < m.Max()))];
    }
}
