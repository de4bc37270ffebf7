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
        WriteGiven(json, decision);
        WriteOffers(json, decision.Offers);
        if (decision.MaySpend.Length > 0)
        {
            json.Open("m", '[');
            foreach (var (unit, amount) in decision.MaySpend)
            {
                json.Number(Offers.OfferPlan.UnitIndex(programme.Units, unit)).Number(amount);
            }

            json.Close(']');
        }

        if (decision.Own is { } own)
        {
            json.Open("own", '[').Number(own.Discount.Minor).Number(own.Payable.Minor).Close(']');
        }

        RecordedFacts.Write(json, programme, basket, member, counts, at);
        return json.Close('}').ToString();
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
                .. Rows(json, "e", 3).Select(r => EarnedByOffer(programme, r)),
            ],
            Gifts = [.. Rows(json, "g", 3).Select(r => GiftOf(programme, r))],
            Given = [.. Rows(json, "x", 3).Select(r => new EffectValue((int)r[0], (int)r[1], new Money(r[2])))],
            Offers = ReadOffers(json),
            MaySpend = [.. Rows(json, "m", 2).Select(r => new SpendLimit(programme.Units[(int)r[0]].Code, r[1]))],
            Own = Rows(json, "own", 2).Select(r => new OwnDecision(new Money(r[0]), new Money(r[1]))).FirstOrDefault(),
        };
    }

    private static Earning EarnedByOffer(Programme programme, long[] row)
    {
        var effect = programme.Offers[(int)row[0]].Give[(int)row[1]];
        return new Earning(effect.Unit!, row[2], -1, (int)row[0], effect.ExpiresAfterDays) { Effect = (int)row[1] };
    }

    private static Gift GiftOf(Programme programme, long[] row)
    {
        var item = (Offers.Effects.FreeItem)programme.Offers[(int)row[0]].Give[(int)row[1]];
        return new Gift(item.Product, new Quantity(row[2]), (int)row[0]) { Effect = (int)row[1] };
    }

    private static void WriteGiven(CompactJson json, Decision decision)
    {
        WriteRows(json, "r", decision.Earned.Where(e => e.Offer < 0), e => [e.Rule, e.Amount]);
        WriteRows(json, "e", decision.Earned.Where(e => e.Offer >= 0), e => [e.Offer, e.Effect, e.Amount]);
        WriteRows(json, "g", decision.Gifts, g => [g.Offer, g.Effect, g.Quantity.Thousandths]);
        WriteRows(json, "x", decision.Given, g => [g.Offer, g.Effect, g.Value.Minor]);
    }

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

    /// <summary>
    /// Each verdict is a list: code, +16 when applied in spite of it, +32 for each offer passed over since the last
    /// one; then what there is of the other numbers, those that the status is about first, without zeros at the end. A
    /// list of one is a number.
    /// </summary>
    private static void WriteOffers(CompactJson json, OfferVerdict[] verdicts)
    {
        json.Open("o", '[');
        Span<long> row = stackalloc long[6];
        var expected = 0;
        foreach (ref readonly var v in verdicts.AsSpan())
        {
            var passed = v.Status == OfferStatus.Applied && v.Code != VerdictCode.None;
            row[0] = (long)v.Code + (passed ? 16 : 0) + (32 * (v.Offer - expected));
            var beaten = v.Status is OfferStatus.NotChosen or OfferStatus.Applied;
            var (why, other) = beaten ? (4, 1) : (1, 3);
            (row[why], row[why + 1]) = (v.Node + 1, v.Missing);
            (row[other], row[other + 1], row[other + 2]) = (v.By + 1, v.Value.Minor, v.BeatenBy.Minor);
            var length = row.TrimEnd(0L).Length;
            if (length <= 1)
            {
                json.Number(row[0]);
            }
            else
            {
                json.Open('[');
                foreach (var number in row[..length])
                {
                    json.Number(number);
                }

                json.Close(']');
            }

            expected = v.Offer + 1;
        }

        json.Close(']');
    }

    private static OfferVerdict[] ReadOffers(JsonElement json)
    {
        var verdicts = new List<OfferVerdict>();
        var expected = 0;
        foreach (var item in json.GetProperty("o").EnumerateArray())
        {
            var row = new long[6];
            long[] there =
                item.ValueKind == JsonValueKind.Number
                    ? [item.GetInt64()]
                    : [.. item.EnumerateArray().Select(n => n.GetInt64())];
            there.CopyTo(row, 0);
            var code = (VerdictCode)(row[0] & 15);
            var status = (row[0] & 16) != 0 ? OfferStatus.Applied : StatusOf(code);
            var beaten = status is OfferStatus.NotChosen or OfferStatus.Applied;
            var (why, other) = beaten ? (4, 1) : (1, 3);
            var offer = expected + (int)(row[0] >> 5);
            verdicts.Add(
                new OfferVerdict(
                    offer,
                    status,
                    code,
                    (int)row[why] - 1,
                    row[why + 1],
                    (int)row[other] - 1,
                    new Money(row[other + 1]),
                    new Money(row[other + 2])
                )
            );
            expected = offer + 1;
        }

        return [.. verdicts];
    }

    private static OfferStatus StatusOf(VerdictCode code) =>
        code switch
        {
            VerdictCode.None => OfferStatus.Applied,
            VerdictCode.Beaten or VerdictCode.Excluded or VerdictCode.GivesNothing or VerdictCode.NotTaken =>
                OfferStatus.NotChosen,
            VerdictCode.Condition or VerdictCode.MembersOnly => OfferStatus.NotEligible,
            VerdictCode.Uses or VerdictCode.Budget or VerdictCode.MemberLimit => OfferStatus.UsedUp,
            VerdictCode.Holdout => OfferStatus.HeldOut,
            _ => throw new ArgumentOutOfRangeException(nameof(code)),
        };

    private static long Micros(DateTimeOffset at) =>
        (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
}
