using Vafa.Features.Home;
using Vafa.Features.Programme;

namespace Vafa.Features.Night;

/// <summary>What of the nights a person should know on the first page.</summary>
internal sealed class NightNotices(ReadNights read)
{
    /// <summary>How long a night that left members out is told of.</summary>
    private const int DaysTold = 7;

    public async Task<IReadOnlyList<Notice>> Run(ClubVersion club, DateTimeOffset now, CancellationToken ct)
    {
        var notices = new List<Notice>();
        var today = club.Time.DayOf(now);
        foreach (var night in (await read.Faulty(today.AddDays(-DaysTold), ct)).GroupBy(r => r.BusinessDay))
        {
            var isStopped = night.Any(r => r.State == JobState.Failed);
            notices.Add(
                isStopped
                    ? new Notice(NoticeKinds.NightStopped) { Day = night.Key }
                    : new Notice(NoticeKinds.NightSkipped) { Day = night.Key, Count = night.Sum(r => r.Skipped) }
            );
        }

        // A club's first nights begin with its program; those after the newest whole one when their day was over.
        if (
            await read.NewestWhole(ct) is { } newest
            && now >= club.Time.StartOf(newest.AddDays(3))
            && !notices.Exists(n => n.Kind == NoticeKinds.NightStopped)
            && !await read.AnyRuns(now, ct)
        )
        {
            notices.Add(new Notice(NoticeKinds.NightMissing) { Day = newest.AddDays(1) });
        }

        return notices;
    }
}
