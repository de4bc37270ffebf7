using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Web;

namespace Vafa.Features.Night;

/// <summary>Nights with their steps, the newest first.</summary>
internal sealed class ReadNights(AppDb db)
{
    public const int CursorParts = 1;

    private const string DayForm = "yyyy-MM-dd";

    /// <summary>Refused: list.cursor.</summary>
    public async Task<Outcome<Listed<NightView>>> List(Paging paging, CancellationToken ct)
    {
        var rows = Rows();
        if (paging.After is [var text])
        {
            if (ParseDay(text) is not { } after)
            {
                return new Refusal("list.cursor", "/cursor");
            }

            rows = rows.Where(r => r.BusinessDay < after);
        }

        var days = await rows.Select(r => r.BusinessDay)
            .Distinct()
            .OrderByDescending(d => d)
            .Take(paging.Limit + 1)
            .ToListAsync(ct);
        if (days.Count == 0)
        {
            return new Listed<NightView>([], null);
        }

        var (first, last) = (days[^1], days[0]);
        var found = await Rows().Where(r => r.BusinessDay >= first && r.BusinessDay <= last).ToListAsync(ct);
        var nights = found.GroupBy(r => r.BusinessDay).OrderByDescending(g => g.Key).Select(g => NightView.Of([.. g]));
        return Listed<NightView>.Of([.. nights], paging, night => night, night => [Written(night.Day)]);
    }

    /// <summary>Refused: night.unknown.</summary>
    public async Task<Outcome<NightView>> One(DateOnly day, CancellationToken ct) =>
        await Rows().Where(r => r.BusinessDay == day).ToListAsync(ct) is { Count: > 0 } runs
            ? NightView.Of(runs)
            : Refusal.NotFound("night.unknown");

    /// <summary>The newest day whose night is whole, if any.</summary>
    public async Task<DateOnly?> NewestWhole(CancellationToken ct) =>
        await Rows()
            .Where(r => r.State == JobState.Done)
            .GroupBy(r => r.BusinessDay)
            .Where(g => g.Count() >= NightSteps.Order.Count)
            .OrderByDescending(g => g.Key)
            .Select(g => (DateOnly?)g.Key)
            .FirstOrDefaultAsync(ct);

    /// <summary>Steps that stopped or left members out, of days from <paramref name="first"/> on.</summary>
    public Task<List<JobRun>> Faulty(DateOnly first, CancellationToken ct) =>
        Rows()
            .Where(r => r.State == JobState.Failed || (r.Skipped > 0 && r.BusinessDay >= first))
            .OrderByDescending(r => r.BusinessDay)
            .Take(NightSteps.Order.Count)
            .ToListAsync(ct);

    /// <summary>Whether some node is at a night at this moment.</summary>
    public Task<bool> AnyRuns(DateTimeOffset now, CancellationToken ct) =>
        Rows().AnyAsync(r => r.State == JobState.Open && r.LeaseUntil > now, ct);

    /// <summary>A day as it stands in an address.</summary>
    public static DateOnly? ParseDay(string? text) =>
        DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    public static string Written(DateOnly day) => day.ToString(DayForm, CultureInfo.InvariantCulture);

    private IQueryable<JobRun> Rows() => db.JobRuns.AsNoTracking().Where(r => r.Job == NightSteps.Job);
}
