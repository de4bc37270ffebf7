using Vafa.Features.Ledger;

namespace Vafa.Features.Demo;

/// <summary>
/// Whose lots end when, noted as they are made: to look through all lots for it, as a night of a real club does, would
/// take half as long as the whole demo.
/// </summary>
internal sealed class DemoEnds
{
    private readonly SortedDictionary<DateTimeOffset, HashSet<Guid>> ends = [];

    public void Note(IEnumerable<LotRow> made)
    {
        foreach (var lot in made)
        {
            if (lot.ExpiresAt is not { } end)
            {
                continue;
            }

            if (!ends.TryGetValue(end, out var members))
            {
                ends[end] = members = [];
            }

            members.Add(lot.MemberId);
        }
    }

    /// <summary>Members by id of whom a lot ends in one of these spans, whatever is left of it.</summary>
    public IReadOnlyList<Guid> Within(IEnumerable<DueSpan> spans)
    {
        var asked = spans.Where(s => !s.IsEmpty).ToList();
        return [.. ends.Where(e => asked.Exists(s => s.Holds(e.Key))).SelectMany(e => e.Value).Distinct().Order()];
    }
}
