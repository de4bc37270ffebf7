using System.Runtime.InteropServices;

namespace Vafa.Features.Import;

/// <summary>Which row counts where several tell of the same member.</summary>
internal enum TwinRule
{
    KeepFirst = 1,
    KeepLast = 2,

    /// <summary>None of them: somebody must look at the file.</summary>
    RejectAll = 3,

    /// <summary>Each of them: a later one adds the groups and units that the first did not name.</summary>
    TakeAll = 4,
}

/// <summary>What becomes of a row.</summary>
internal enum TwinFate
{
    Taken = 1,
    LeftAside = 2,
    Rejected = 3,
}

/// <summary>
/// Finds the rows of a file that tell of the same member: by the mobile, else by the card, in any writing. A card or an
/// e-mail that stands with two people is refused at the second. What is kept of a row is a few numbers, so a long file
/// stays cheap.
/// </summary>
internal sealed class Twins(TwinRule rule)
{
    private const int MostGroups = 100;
    private const int MostLines = 20;

    private readonly Dictionary<string, Seen> people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Who, int Line)> cards = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Who, int Line)> emails = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<int>> groups = new(StringComparer.Ordinal);

    /// <summary>The first of those who stand in several rows: who, and in which lines.</summary>
    public IEnumerable<(string Who, IReadOnlyList<int> Lines)> Groups =>
        groups.Select(g => (g.Key, (IReadOnlyList<int>)g.Value));

    /// <summary>The first reading, for the rules that must know what comes later.</summary>
    public void Survey(MemberLine line)
    {
        ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(people, WhoIs(line), out var known);
        seen = known
            ? seen with
            {
                Last = line.Source.Line,
                Rows = seen.Rows + 1,
            }
            : new Seen(line.Source.Line, line.Source.Line, 1);
    }

    public (TwinFate Fate, RowReason? Reason) Of(MemberLine line)
    {
        var who = WhoIs(line);
        if (Clash(cards, "card-of-line", "card", line.Card, who, line) is { } card)
        {
            return (TwinFate.Rejected, card);
        }

        if (Clash(emails, "email-of-line", "email", line.Email, who, line) is { } email)
        {
            return (TwinFate.Rejected, email);
        }

        if (rule == TwinRule.TakeAll)
        {
            return (TwinFate.Taken, null);
        }

        if (rule == TwinRule.KeepFirst)
        {
            ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(people, who, out var known);
            seen = known ? seen : new Seen(line.Source.Line, line.Source.Line, 1);
            if (!known)
            {
                return (TwinFate.Taken, null);
            }

            Tell(who, seen.First, line.Source.Line);
            return (TwinFate.LeftAside, null);
        }

        var all = people[who];
        if (all.Rows == 1)
        {
            return (TwinFate.Taken, null);
        }

        Tell(who, all.First, line.Source.Line);
        if (rule == TwinRule.RejectAll)
        {
            var other = line.Source.Line == all.First ? all.Last : all.First;
            return (TwinFate.Rejected, RowReason.Of("twin", "", other));
        }

        return (line.Source.Line == all.Last ? TwinFate.Taken : TwinFate.LeftAside, null);
    }

    private static string WhoIs(MemberLine line) => line.Mobile ?? "card " + line.Card;

    private static RowReason? Clash(
        Dictionary<string, (string Who, int Line)> owners,
        string code,
        string field,
        string? value,
        string who,
        MemberLine line
    )
    {
        if (value is null)
        {
            return null;
        }

        ref var owner = ref CollectionsMarshal.GetValueRefOrAddDefault(owners, value, out var known);
        if (known && owner.Who != who)
        {
            return RowReason.Of(code, field, value, owner.Line);
        }

        owner = known ? owner : (who, line.Source.Line);
        return null;
    }

    private void Tell(string who, int first, int line)
    {
        if (!groups.TryGetValue(who, out var lines))
        {
            if (groups.Count == MostGroups)
            {
                return;
            }

            groups[who] = lines = [first];
        }

        if (lines.Count < MostLines && lines[^1] != line)
        {
            lines.Add(line);
        }
    }

    private readonly record struct Seen(int First, int Last, int Rows);
}
