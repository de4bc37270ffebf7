using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Vafa.Core.Values;

namespace Vafa.Core.Sales;

/// <summary>What a stored decision keeps of a member's fields and of what he bought before.</summary>
internal static class RecordedPast
{
    private const string Iso = "yyyy-MM-dd";

    /// <summary>
    /// The values of fields that conditions asked for, and of dates only the days to their next return. A value that no
    /// condition names is not kept: it decided nothing, and would be something personal beside the member.
    /// </summary>
    public static void WriteFields(CompactJson json, Programme programme, MemberFacts member, DateOnly day)
    {
        var needs = programme.Needs;
        if (member.Fields is not { } fields)
        {
            return;
        }

        if (!needs.FieldCodes.IsEmpty)
        {
            json.Open("fl", '{');
            foreach (var code in needs.FieldCodes)
            {
                if (
                    fields.TryGetValue(code, out var value)
                    && (!needs.NamedValues.TryGetValue(code, out var named) || named.Contains(value))
                )
                {
                    json.Name(code).Text(value);
                }
            }

            json.Close('}');
        }

        WriteAnniversaries(json, programme, member, day);
    }

    public static IReadOnlyDictionary<string, string>? ReadFields(JsonElement facts, Programme programme, DateOnly day)
    {
        var fields = facts.TryGetProperty("fl", out var list)
            ? list.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal)
            : [];
        foreach (var row in DecisionRecord.Rows(facts, "an", 2))
        {
            var date = RecordedFacts.BirthFor(programme.Club.Time, day.AddDays((int)row[1]));
            fields.TryAdd(
                programme.Needs.AnniversaryFields[(int)row[0]],
                date.ToString(Iso, CultureInfo.InvariantCulture)
            );
        }

        return fields.Count == 0 ? null : fields;
    }

    /// <summary>
    /// Of what conditions asked for and the member bought: which, thousandths, and how many days ago last plus one.
    /// </summary>
    public static void WriteBought(CompactJson json, MemberFacts member, DateOnly day)
    {
        var any = false;
        for (var i = 0; i < member.Bought.Length; i++)
        {
            var (pieces, last) = (member.Bought[i].Thousandths, member.Bought[i].Last);
            if (pieces == 0 && last is null)
            {
                continue;
            }

            if (!any)
            {
                json.Open("bt", '[');
                any = true;
            }

            json.Number(i).Number(pieces).Number(last is { } l ? day.DayNumber - l.DayNumber + 1 : 0);
        }

        if (any)
        {
            json.Close(']');
        }
    }

    public static ImmutableArray<BoughtFact> ReadBought(JsonElement facts, int asked, DateOnly day)
    {
        var bought = new BoughtFact[asked];
        foreach (var row in DecisionRecord.Rows(facts, "bt", 3))
        {
            bought[row[0]] = new BoughtFact(row[1], row[2] == 0 ? null : day.AddDays(1 - (int)row[2]));
        }

        return [.. bought];
    }

    private static void WriteAnniversaries(CompactJson json, Programme programme, MemberFacts member, DateOnly day)
    {
        var (asked, any) = (programme.Needs.AnniversaryFields, false);
        for (var i = 0; i < asked.Length; i++)
        {
            if (
                member.DateIn(asked[i]) is not { } date
                || programme.Club.Time.AnniversaryNear(date, day, 183, 183) is not { } near
            )
            {
                continue;
            }

            if (!any)
            {
                json.Open("an", '[');
                any = true;
            }

            json.Number(i).Number(near.DaysAway);
        }

        if (any)
        {
            json.Close(']');
        }
    }
}
