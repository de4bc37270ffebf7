using System.Collections.Immutable;
using System.Text.Json;
using Vafa.Core.Values;

namespace Vafa.Core.Sales;

/// <summary>
/// The part of a stored decision that says what was known: only what live conditions, limits and spending asked for.
/// </summary>
internal static class RecordedFacts
{
    public static void Write(
        CompactJson json,
        Programme programme,
        Basket basket,
        MemberFacts? member,
        IReadOnlyList<OfferCount> counts,
        DateTimeOffset at
    )
    {
        WriteTexts(json, "cd", basket.Codes);
        RecordedLines.Write(json, programme, basket);
        WritePrices(json, programme, basket);
        WriteGone(json, programme, basket);
        RecordedLimits.WriteCounts(json, programme, counts);
        if (member is null)
        {
            return;
        }

        var day = programme.Club.Time.DayOf(at);
        json.Open("f", '{');
        WriteCounters(json, programme.Needs.Facts, member, day);
        if (programme.Needs.Facts.HasFlag(AskedFacts.Birth) && member.Birth is { } birth)
        {
            WriteBirthday(json, programme.Club.Time, birth, day);
        }

        if (programme.Needs.Groups)
        {
            WriteTexts(json, "g", member.Groups);
        }

        if (programme.Needs.Tiers)
        {
            WriteTexts(json, "t", member.Tiers);
        }

        RecordedPast.WriteFields(json, programme, member, day);
        RecordedPast.WriteBought(json, member, day);
        WriteWindows(json, member.Windows);
        WriteWallets(json, programme, basket, member);
        RecordedLimits.WriteUses(json, programme, member);
        RecordedLimits.WriteRooms(json, programme, member);
        json.Close('}');
    }

    public static Facts Read(JsonElement json, Programme programme, MemberId? id, DateTimeOffset at)
    {
        var needs = programme.Needs;
        var counts = DecisionRecord
            .Rows(json, "c", 3)
            .Select(r => RecordedLimits.CountOf(needs.Counted[(int)r[0]], r))
            .ToList();
        if (id is not { } member || !json.TryGetProperty("f", out var facts))
        {
            return new Facts(null, counts);
        }

        var day = programme.Club.Time.DayOf(at);
        var read = new MemberFacts
        {
            Id = member,
            Visits = One(facts, "n") ?? 0,
            Spent = new Money(One(facts, "p") ?? 0),
            LastVisit = One(facts, "l") is { } ago ? day.AddDays((int)-ago) : null,
            Since = One(facts, "j") is { } since ? day.AddDays((int)-since) : day,
            Birth = One(facts, "b") is { } away ? BirthFor(programme.Club.Time, day.AddDays((int)away)) : null,
            Groups = Texts(facts, "g"),
            Tiers = Texts(facts, "t"),
            Fields = RecordedPast.ReadFields(facts, programme, day),
            Bought = RecordedPast.ReadBought(facts, needs.Bought.Length, day),
            Windows = [.. DecisionRecord.Rows(facts, "w", 2).Select(r => new WindowFact(r[0], new Money(r[1])))],
            Wallets =
            [
                .. DecisionRecord
                    .Rows(facts, "a", 2)
                    .Select(r => new WalletFact(programme.Units[(int)r[0]].Code, r[1])),
            ],
            Rooms =
            [
                .. DecisionRecord.Rows(facts, "rm", 2).Select(r => new UnitRoom(programme.Units[(int)r[0]].Code, r[1])),
            ],
            OfferUses = DecisionRecord
                .Rows(facts, "u", 2)
                .ToDictionary(r => programme.Offers[(int)r[0]].Code, r => r[1], StringComparer.Ordinal),
        };
        return new Facts(read, counts);
    }

    public static Basket ReadBasket(JsonElement json, Programme programme, Basket basket)
    {
        var products = programme.Needs.FreeProducts;
        var prices = DecisionRecord.Rows(json, "pr", 2).ToDictionary(r => products[(int)r[0]], r => new Money(r[1]));
        return basket with
        {
            Lines = RecordedLines.Read(json, basket.Lines),
            Codes = Texts(json, "cd"),
            Prices = prices,
            Gone = [.. DecisionRecord.Rows(json, "gn", 1).Select(r => products[(int)r[0]])],
            Picks = RecordedLines.ReadPicks(json, programme),
        };
    }

    private static void WriteCounters(CompactJson json, AskedFacts asked, MemberFacts member, DateOnly day)
    {
        if (asked.HasFlag(AskedFacts.Visits))
        {
            json.Number("n", member.Visits);
        }

        if (asked.HasFlag(AskedFacts.Spent))
        {
            json.Number("p", member.Spent.Minor);
        }

        if (asked.HasFlag(AskedFacts.LastVisit) && member.LastVisit is { } last)
        {
            json.Number("l", day.DayNumber - last.DayNumber);
        }

        if (asked.HasFlag(AskedFacts.Since))
        {
            json.Number("j", day.DayNumber - member.Since.DayNumber);
        }
    }

    /// <summary>Days to the nearest anniversary: all that a birthday window asks, and no birth date.</summary>
    private static void WriteBirthday(CompactJson json, ClubTime time, DateOnly birth, DateOnly day)
    {
        if (time.AnniversaryNear(birth, day, 183, 183) is { } near)
        {
            json.Number("b", near.DaysAway);
        }
    }

    /// <summary>A birth date some years before whose anniversary falls on that day.</summary>
    internal static DateOnly BirthFor(ClubTime time, DateOnly kept)
    {
        var year = time.YearOf(kept);
        for (var back = 1; back < 9; back++)
        {
            var birth = time.AnniversaryIn(kept, year - back);
            if (time.AnniversaryIn(birth, year) == kept)
            {
                return birth;
            }
        }

        return time.AnniversaryIn(kept, year - 1);
    }

    private static void WriteWindows(CompactJson json, ImmutableArray<WindowFact> windows)
    {
        if (windows.IsDefaultOrEmpty)
        {
            return;
        }

        json.Open("w", '[');
        foreach (var (visits, spent) in windows)
        {
            json.Number(visits).Number(spent.Minor);
        }

        json.Close(']');
    }

    /// <summary>Balances that conditions asked for, and of whatever may be spent: it bounds the spending.</summary>
    private static void WriteWallets(CompactJson json, Programme programme, Basket basket, MemberFacts member)
    {
        var any = false;
        for (var i = 0; i < programme.Units.Length; i++)
        {
            var unit = programme.Units[i];
            var available = member.Available(unit.Code);
            if (available == 0 || (!unit.MaySpend && !programme.Needs.WalletUnits.Contains(unit.Code)))
            {
                continue;
            }

            if (!any)
            {
                json.Open("a", '[');
                any = true;
            }

            json.Number(i).Number(available);
        }

        if (any)
        {
            json.Close(']');
        }
    }

    private static void WritePrices(CompactJson json, Programme programme, Basket basket)
    {
        var products = programme.Needs.FreeProducts;
        if (basket.Prices is not { Count: > 0 } prices)
        {
            return;
        }

        json.Open("pr", '[');
        for (var i = 0; i < products.Length; i++)
        {
            if (prices.TryGetValue(products[i], out var price))
            {
                json.Number(i).Number(price.Minor);
            }
        }

        json.Close(']');
    }

    private static void WriteGone(CompactJson json, Programme programme, Basket basket)
    {
        if (basket.Gone.IsEmpty)
        {
            return;
        }

        json.Open("gn", '[');
        foreach (var product in basket.Gone)
        {
            json.Number(programme.Needs.FreeProducts.IndexOf(product));
        }

        json.Close(']');
    }

    private static void WriteTexts(CompactJson json, string name, ImmutableArray<string> texts)
    {
        if (texts.IsDefaultOrEmpty)
        {
            return;
        }

        json.Open(name, '[');
        foreach (var text in texts)
        {
            json.Text(text);
        }

        json.Close(']');
    }

    private static ImmutableArray<string> Texts(JsonElement json, string name) =>
        json.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(t => t.GetString()!)] : [];

    private static long? One(JsonElement json, string name) =>
        json.TryGetProperty(name, out var number) ? number.GetInt64() : null;
}
