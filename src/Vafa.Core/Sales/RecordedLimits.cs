using Vafa.Core.Values;

namespace Vafa.Core.Sales;

/// <summary>What a decision knew of limits: uses of the member, counters of the club, and room under caps.</summary>
internal static class RecordedLimits
{
    public static void WriteRooms(CompactJson json, Programme programme, MemberFacts member)
    {
        if (member.Rooms.IsEmpty)
        {
            return;
        }

        json.Open("rm", '[');
        foreach (var (unit, room) in member.Rooms)
        {
            json.Number(Offers.OfferPlan.UnitIndex(programme.Units, unit)).Number(room);
        }

        json.Close(']');
    }

    public static void WriteUses(CompactJson json, Programme programme, MemberFacts member)
    {
        if (member.OfferUses is not { } uses || uses.All(u => u.Value <= 0))
        {
            return;
        }

        json.Open("u", '[');
        for (var i = 0; i < programme.Offers.Length; i++)
        {
            if (uses.TryGetValue(programme.Offers[i].Code, out var count) && count > 0)
            {
                json.Number(i).Number(count);
            }
        }

        json.Close(']');
    }

    public static void WriteCounts(CompactJson json, Programme programme, IReadOnlyList<OfferCount> counts)
    {
        if (counts.All(c => c is { Uses: 0, Given.Minor: 0 }))
        {
            return;
        }

        json.Open("c", '[');
        foreach (var count in counts)
        {
            var place = programme.Needs.Counted.IndexOf(new CountedOffer(count.Offer, count.Scope));
            if (place >= 0 && (count.Uses != 0 || count.Given.Minor != 0))
            {
                json.Number(place).Number(count.Uses).Number(count.Given.Minor);
            }
        }

        json.Close(']');
    }

    public static OfferCount CountOf(in CountedOffer counted, long[] row) =>
        new(counted.Offer, row[1], new Money(row[2])) { Scope = counted.Scope };
}
