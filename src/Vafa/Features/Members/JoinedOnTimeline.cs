using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Features.Timeline;

namespace Vafa.Features.Members;

/// <summary>That a member joined.</summary>
internal sealed class JoinedOnTimeline(AppDb db) : ITimelineSource
{
    public TimelinePart Part => TimelinePart.Profile;

    public async Task<IReadOnlyList<TimelineEvent>> Read(TimelineAsk ask, CancellationToken ct)
    {
        var (at, id) = (ask.Before.At, ask.Before.Id);
        var since = await db
            .Members.IgnoreQueryFilters()
            .Where(m => m.Id == ask.Member)
            .Where(m => m.Since <= at && (m.Since < at || m.Id.CompareTo(id) < 0))
            .Select(m => (DateTimeOffset?)m.Since)
            .SingleOrDefaultAsync(ct);
        return since is { } joined
            ? [new TimelineEvent("joined", ask.Member, joined, ask.Words.Say("عضو باشگاه شد", "Joined the club"))]
            : [];
    }
}
