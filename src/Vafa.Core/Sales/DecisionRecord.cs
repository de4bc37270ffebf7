using System.Globalization;
using System.Text.Json;
using Vafa.Core.Values;

namespace Vafa.Core.Sales;

/// <summary>
/// The stored form of a decision (semantics 19): its numbers, the moment, the programme version and the fact values
/// that live conditions asked for, as compact JSON of at most 600 bytes as a rule. Sentences are made when it is read.
/// It holds no name, mobile or birth date; of a birthday only how many days away it was.
/// </summary>
public static class DecisionRecord
{
    private const string Mark = "k";

    /// <summary>Writes what must be kept of a sale beside its lines.</summary>
    public static string Write(
        Decision decision,
        Programme programme,
        Basket basket,
        MemberFacts? member,
        IReadOnlyList<OfferCount> counts,
        DateTimeOffset at
    )
    {
        var json = CompactJson.Start().Open('{');
        json.Number("v", programme.Version);
        json.Number("at", Micros(at));
        WriteLines(json, "d", decision.LineDiscounts);
        WriteLines(json, "s", decision.LineSpent);
        WriteGiven(json, decision, programme);
        RecordedVerdicts.Write(json, decision.Offers);
        if (decision.MaySpend.Length > 0)
        {
            json.Open("m", '[');
            foreach (var (unit, amount) in decision.MaySpend)
            {
                json.Number(Offers.OfferPlan.UnitIndex(programme.Units, unit)).Number(amount);
            }

            json.Close(']');
        }

        if (decision.Gap.Minor > 0)
        {
            json.Number("gap", decision.Gap.Minor);
        }

        if (decision.ByHand is { } byHand)
        {
            json.Open("bh", '[').Number(byHand.Amount.Minor).Number(byHand.Goods.Minor);
            json.Number(byHand.BelowMargin.Minor).Close(']');
        }

        if (decision.Own is { } own)
        {
            json.Open("own", '[').Number(own.Discount.Minor).Number(own.Payable.Minor).Close(']');
        }

        RecordedFacts.Write(json, programme, basket, member, counts, at);
        json.Number(Mark, json.Hash);
        return json.Close('}').ToString();
    }

    /// <summary>
    /// Whether a record is as it was written: its last number is a hash of all letters before it, which no change of a
    /// single one leaves the same.
    /// </summary>
    public static bool IsWhole(string record)
    {
        var at = record.LastIndexOf($",\"{Mark}\":", StringComparison.Ordinal);
        return at > 0
            && record.EndsWith('}')
            && record.AsSpan(at + Mark.Length + 4)[..^1] is var written
            && uint.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var mark)
            && written.Length == mark.ToString(CultureInfo.InvariantCulture).Length
            && mark == CompactJson.HashOf(record.AsSpan(0, at));
    }

    /// <summary>The programme version a stored decision was made by.</summary>
    public static long VersionOf(string record)
    {
        using var json = JsonDocument.Parse(record);
        return json.RootElement.GetProperty("v").GetInt64();
    }

    /// <summary>Reads a decision back. A record of another version of the programme is a bug and throws.</summary>
    /// <param name="lineAmounts">The amount of each line of the sale, in order.</param>
    public static Decision Read(string record, Programme programme, IReadOnlyList<Money> lineAmounts)
    {
        using var document = JsonDocument.Parse(record);
        return ReadDecision(document.RootElement, programme, lineAmounts);
    }

    /// <summary>Reads a decision back with all that it was made from.</summary>
    /// <param name="basket">The lines of the sale, with branch, channel, payments and spending as they were.</param>
    /// <param name="member">Who bought; null for a guest.</param>
    public static RecordedDecision ReadAll(string record, Programme programme, Basket basket, MemberId? member)
    {
        using var document = JsonDocument.Parse(record);
        var json = document.RootElement;
        var at = DateTimeOffset.UnixEpoch.AddTicks(json.GetProperty("at").GetInt64() * TimeSpan.TicksPerMicrosecond);
        var decision = ReadDecision(json, programme, [.. basket.Lines.Select(l => l.Amount)]);
        return new RecordedDecision(decision, at, RecordedFacts.Read(json, programme, member, at))
        {
            Basket = RecordedFacts.ReadBasket(json, programme, basket),
        };
    }

    private static Decision ReadDecision(JsonElement json, Programme programme, IReadOnlyList<Money> amounts)
    {
        var version = json.GetProperty("v").GetInt64();
        if (version != programme.Version)
        {
            throw new InvalidDataException($"A decision of version {version} read with programme {programme.Version}.");
        }

        var (discounts, spent) = (ReadLines(json, "d", amounts.Count), ReadLines(json, "s", amounts.Count));
        var total = amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount);
        var paid = spent.Aggregate(Money.Zero, (sum, line) => sum + line);
        return new Decision
        {
            Total = total,
            Discount = discounts.Aggregate(Money.Zero, (sum, line) => sum + line),
            Spent = paid,
            LineDiscounts = discounts,
            LineSpent = spent,
            Earned =
            [
                .. Rows(json, "r", 2)
                    .Select(r => new Earning(programme.Rules[(int)r[0]].Unit, r[1], (int)r[0], -1, null)),
                .. Rows(json, "t", 3).Select(r => EarnedByTier(programme, r)),
                .. Rows(json, "e", 3).Select(r => EarnedByOffer(programme, r)),
            ],
            Capped = [.. Rows(json, "cp", 2).Select(r => new Ledger.UnitAmount(programme.Units[(int)r[0]].Code, r[1]))],
            Gifts = ReadGifts(json, programme),
            Given = [.. Rows(json, "x", 3).Select(r => new EffectValue((int)r[0], (int)r[1], new Money(r[2])))],
            Offers = RecordedVerdicts.Read(json),
            Gap = new Money(json.TryGetProperty("gap", out var gap) ? gap.GetInt64() : 0),
            MaySpend = [.. Rows(json, "m", 2).Select(r => new SpendLimit(programme.Units[(int)r[0]].Code, r[1]))],
            ByHand = Rows(json, "bh", 3)
                .Select(r => new GivenByHand(new Money(r[0]), new Money(r[1]), new Money(r[2])))
                .FirstOrDefault(),
            Own = Rows(json, "own", 2).Select(r => new OwnDecision(new Money(r[0]), new Money(r[1]))).FirstOrDefault(),
        };
    }

    private static Earning EarnedByTier(Programme programme, long[] row) =>
        new(programme.Units[(int)row[2]].Code, row[1], -1, -1, null) { Tier = TierAt(programme, (int)row[0]) };

    /// <summary>A tier by its place among those of all ladders.</summary>
    private static string TierAt(Programme programme, int place) =>
        programme.Ladders.SelectMany(l => l.Tiers).ElementAt(place).Code;

    private static int PlaceOf(Programme programme, string tier) =>
        programme.Ladders.SelectMany(l => l.Tiers).Select(t => t.Code).ToList().IndexOf(tier);

    private static Earning EarnedByOffer(Programme programme, long[] row)
    {
        var effect = programme.Offers[(int)row[0]].Give[(int)row[1]];
        return new Earning(effect.Unit!, row[2], -1, (int)row[0], effect.ExpiresAfterDays) { Effect = (int)row[1] };
    }

    /// <summary>Which of several products was handed over stands beside, where any was not the first.</summary>
    private static Gift[] ReadGifts(JsonElement json, Programme programme)
    {
        var which = Rows(json, "gp", 1).Select(r => (int)r[0]).ToList();
        return
        [
            .. Rows(json, "g", 3)
                .Select(
                    (row, i) =>
                    {
                        var products = programme.Offers[(int)row[0]].Give[(int)row[1]].FreeProducts;
                        var product = products[which.Count > i ? which[i] : 0];
                        return new Gift(product, new Quantity(row[2]), (int)row[0]) { Effect = (int)row[1] };
                    }
                ),
        ];
    }

    private static void WriteGiven(CompactJson json, Decision decision, Programme programme)
    {
        WriteRows(json, "r", decision.Earned.Where(e => e.Rule >= 0), e => [e.Rule, e.Amount]);
        WriteRows(
            json,
            "t",
            decision.Earned.Where(e => e.Tier is not null),
            e => [PlaceOf(programme, e.Tier!), e.Amount, Offers.OfferPlan.UnitIndex(programme.Units, e.Unit)]
        );
        WriteRows(json, "e", decision.Earned.Where(e => e.Offer >= 0), e => [e.Offer, e.Effect, e.Amount]);
        WriteRows(json, "cp", decision.Capped, c => [Offers.OfferPlan.UnitIndex(programme.Units, c.Unit), c.Amount]);
        WriteRows(json, "g", decision.Gifts, g => [g.Offer, g.Effect, g.Quantity.Thousandths]);
        var which = decision.Gifts.Select(g => ProductsOf(g, programme).IndexOf(g.Product)).ToList();
        if (which.Exists(i => i > 0))
        {
            WriteRows(json, "gp", which, i => [i]);
        }

        WriteRows(json, "x", decision.Given, g => [g.Offer, g.Effect, g.Value.Minor]);
    }

    private static System.Collections.Immutable.ImmutableArray<string> ProductsOf(in Gift gift, Programme programme) =>
        programme.Offers[gift.Offer].Give[gift.Effect].FreeProducts;

    private static void WriteRows<T>(CompactJson json, string name, IEnumerable<T> items, Func<T, long[]> row)
    {
        var any = false;
        foreach (var item in items)
        {
            if (!any)
            {
                json.Open(name, '[');
                any = true;
            }

            foreach (var number in row(item))
            {
                json.Number(number);
            }
        }

        if (any)
        {
            json.Close(']');
        }
    }

    /// <summary>The numbers of a list, so many to a row.</summary>
    internal static IEnumerable<long[]> Rows(JsonElement json, string name, int width) =>
        json.TryGetProperty(name, out var list) ? list.EnumerateArray().Select(n => n.GetInt64()).Chunk(width) : [];

    /// <summary>A list of line amounts; left out when all are 0.</summary>
    private static void WriteLines(CompactJson json, string name, Money[] lines)
    {
        if (Array.TrueForAll(lines, l => l.Minor == 0))
        {
            return;
        }

        json.Open(name, '[');
        foreach (var line in lines)
        {
            json.Number(line.Minor);
        }

        json.Close(']');
    }

    private static Money[] ReadLines(JsonElement json, string name, int count)
    {
        var lines = new Money[count];
        foreach (var (row, i) in Rows(json, name, 1).Select((row, i) => (row, i)))
        {
            lines[i] = new Money(row[0]);
        }

        return lines;
    }

    private static long Micros(DateTimeOffset at) =>
        (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
}
