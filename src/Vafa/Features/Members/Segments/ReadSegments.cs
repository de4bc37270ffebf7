using System.Globalization;
using Vafa.Core.Values;
using Vafa.Features.Members.Filter;
using Vafa.Features.Programme;

namespace Vafa.Features.Members.Segments;

/// <summary>A segment with how many members are in it today.</summary>
public sealed record SegmentCount(string Code, Segment Segment, MemberCount Members);

/// <summary>The segments of the club by title, each counted up to ten thousand as the list of members counts.</summary>
public sealed class ReadSegments(ProgrammeStore programmes, CountMembers count)
{
    public async Task<IReadOnlyList<SegmentCount>> Run(Wording words, CancellationToken ct)
    {
        var club = await programmes.Newest(ct);
        var counted = new List<SegmentCount>();
        var byTitle = StringComparer.Create(
            CultureInfo.GetCultureInfo(words.Persian ? "fa" : "en"),
            CompareOptions.NumericOrdering | CompareOptions.IgnoreCase
        );
        foreach (var (code, segment) in club.Segments.OrderBy(s => words.Title(s.Value.Title), byTitle))
        {
            counted.Add(new SegmentCount(code, segment, await count.Run(segment.Filter, ct)));
        }

        return counted;
    }
}
