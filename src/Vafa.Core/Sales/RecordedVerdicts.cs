using System.Text.Json;
using Vafa.Core.Values;

namespace Vafa.Core.Sales;

/// <summary>The part of a stored decision that says what became of each offer.</summary>
internal static class RecordedVerdicts
{
    /// <summary>
    /// Each verdict is a list: code, +16 when applied in spite of it, +32 for each offer passed over since the last
    /// one; then what there is of the other numbers, those that the status is about first, without zeros at the end. A
    /// list of one is a number.
    /// </summary>
    public static void Write(CompactJson json, OfferVerdict[] verdicts)
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

    public static OfferVerdict[] Read(JsonElement json)
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
            VerdictCode.Condition
            or VerdictCode.MembersOnly
            or VerdictCode.NotReached
            or VerdictCode.Margin
            or VerdictCode.ProductGone => OfferStatus.NotEligible,
            VerdictCode.Uses
            or VerdictCode.Budget
            or VerdictCode.MemberLimit
            or VerdictCode.PeriodLimit
            or VerdictCode.BranchLimit => OfferStatus.UsedUp,
            VerdictCode.Holdout => OfferStatus.HeldOut,
            _ => throw new ArgumentOutOfRangeException(nameof(code)),
        };
}
