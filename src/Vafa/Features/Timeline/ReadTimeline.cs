using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Members;
using Vafa.Features.Programme;

namespace Vafa.Features.Timeline;

/// <param name="May">Whether the reader may read what a scope guards.</param>
public sealed record ReadTimelineRequest(
    Guid Member,
    TimelinePlace? Before,
    int Take,
    bool Persian,
    Func<string, bool> May
)
{
    /// <summary>Only this part; null: everything.</summary>
    public TimelinePart? Only { get; init; }
}

/// <summary>A page of a timeline and (null at the end) where the next one goes on.</summary>
public sealed record TimelinePage(IReadOnlyList<TimelineEvent> Items, TimelinePlace? Next);

/// <summary>
/// Everything that happened to a member as one stream, newest first. Every source gives one more than the page holds;
/// what they give is merged, so a page costs a page of each source, however long the history. Refused: member.unknown.
/// </summary>
public sealed class ReadTimeline(AppDb db, IEnumerable<ITimelineSource> sources, ProgrammeStore programmes)
{
    public async Task<Outcome<TimelinePage>> Run(ReadTimelineRequest request, CancellationToken ct)
    {
        if (!await MemberLookup.Exists(db, request.Member, ct))
        {
            return Refusal.NotFound("member.unknown");
        }

        var club = await programmes.Newest(ct);
        var ask = new TimelineAsk(
            request.Member,
            request.Before ?? TimelinePlace.Newest,
            request.Take + 1,
            club,
            club.Wording(request.Persian),
            request.May
        );
        var told = new List<TimelineEvent>();
        // What happened under an id that was merged into him happened to him.
        foreach (var id in await MemberLookup.Under(db, request.Member, ct))
        {
            foreach (var source in sources.Where(s => request.May(s.Scope) && (request.Only ?? s.Part) == s.Part))
            {
                told.AddRange(await source.Read(ask with { Member = id }, ct));
            }
        }

        var newest = told.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(ask.Take).ToList();
        var more = newest.Count > request.Take;
        var items = more ? newest[..request.Take] : newest;
        return new TimelinePage(items, more ? new TimelinePlace(items[^1].At, items[^1].Id) : null);
    }
}
