namespace Vafa.Features.Rulebooks;

/// <summary>What became of a sentence between two wordings.</summary>
public enum SentenceChange
{
    Same,
    Added,
    Removed,
}

/// <summary>A section with what was added to it and taken from it.</summary>
public sealed record ChangedSection(
    string Code,
    string Title,
    IReadOnlyList<(SentenceChange Change, string Text)> Sentences
)
{
    /// <summary>Its title in the older wording, where that was another.</summary>
    public string? Formerly { get; init; }
}

/// <summary>Compares two wordings of the rules, sentence by sentence.</summary>
internal static class RuleChanges
{
    /// <summary>Sentences of one text times those of the other; more are told one after the other.</summary>
    private const int MostCompared = 250_000;

    /// <summary>
    /// The newer one with what it took away in the place where it stood; sections that are gone come last.
    /// </summary>
    /// <param name="before">Null: nothing is marked.</param>
    public static IReadOnlyList<ChangedSection> Between(
        IReadOnlyList<RuleSection>? before,
        IReadOnlyList<RuleSection> now
    )
    {
        if (before is null)
        {
            return [.. now.Select(s => Whole(s, SentenceChange.Same))];
        }

        var gone = before.Where(b => now.All(n => n.Code != b.Code)).Select(b => Whole(b, SentenceChange.Removed));
        return [.. now.Select(n => Compared(before.FirstOrDefault(b => b.Code == n.Code), n)), .. gone];
    }

    private static ChangedSection Whole(RuleSection section, SentenceChange change) =>
        new(section.Code, section.Title, [.. section.Sentences.Select(s => (change, s))]);

    private static ChangedSection Compared(RuleSection? before, RuleSection now) =>
        before is null
            ? Whole(now, SentenceChange.Added)
            : new ChangedSection(now.Code, now.Title, [.. Between(before.Sentences, now.Sentences)])
            {
                Formerly = before.Title == now.Title ? null : before.Title,
            };

    /// <summary>What both begin and end with needs no comparing.</summary>
    private static IEnumerable<(SentenceChange, string)> Between(
        IReadOnlyList<string> before,
        IReadOnlyList<string> now
    )
    {
        var shorter = Math.Min(before.Count, now.Count);
        var head = Enumerable.Range(0, shorter).TakeWhile(i => before[i] == now[i]).Count();
        var tail = Enumerable.Range(1, shorter - head).TakeWhile(i => before[^i] == now[^i]).Count();
        return now.Take(head)
            .Select(s => (SentenceChange.Same, s))
            .Concat(Merged([.. before.Skip(head).SkipLast(tail)], [.. now.Skip(head).SkipLast(tail)]))
            .Concat(now.TakeLast(tail).Select(s => (SentenceChange.Same, s)));
    }

    /// <summary>By the longest row of sentences that both have in the same order.</summary>
    private static List<(SentenceChange, string)> Merged(IReadOnlyList<string> before, IReadOnlyList<string> now)
    {
        if ((long)before.Count * now.Count > MostCompared)
        {
            var removed = before.Select(s => (SentenceChange.Removed, s));
            return [.. removed, .. now.Select(s => (SentenceChange.Added, s))];
        }

        var common = Common(before, now);
        var merged = new List<(SentenceChange, string)>();
        var (i, j) = (0, 0);
        while (i < before.Count || j < now.Count)
        {
            if (i < before.Count && j < now.Count && before[i] == now[j])
            {
                merged.Add((SentenceChange.Same, now[j++]));
                i++;
            }
            else if (i < before.Count && (j == now.Count || common[i + 1, j] >= common[i, j + 1]))
            {
                merged.Add((SentenceChange.Removed, before[i++]));
            }
            else
            {
                merged.Add((SentenceChange.Added, now[j++]));
            }
        }

        return merged;
    }

    /// <summary>How many sentences the two have in common from each place on.</summary>
    private static int[,] Common(IReadOnlyList<string> before, IReadOnlyList<string> now)
    {
        var common = new int[before.Count + 1, now.Count + 1];
        for (var i = before.Count - 1; i >= 0; i--)
        {
            for (var j = now.Count - 1; j >= 0; j--)
            {
                common[i, j] =
                    before[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }
}
