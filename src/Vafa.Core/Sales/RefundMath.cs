using System.Collections.Immutable;
using Vafa.Core.Ledger;
using Vafa.Core.Values;

namespace Vafa.Core.Sales;

/// <summary>
/// What a refund gives back (semantics 13), by the recorded sale alone. All shares are cumulative and rounded down, so
/// that parts never sum to more than the whole and the last part takes the rest.
/// </summary>
public static class RefundMath
{
    /// <summary>
    /// Works a refund out. Refused: refund.nothing-left (409), refund.no-lines, refund.line-unknown,
    /// refund.too-much (with what is left of the line), each with the pointer of its place in the request.
    /// </summary>
    /// <param name="already">What earlier refunds gave back, in any order.</param>
    /// <param name="request">What is brought back; null: all that is left. A line may be named more than once.</param>
    public static Outcome<RefundPlan> Plan(
        IReadOnlyList<SoldLine> lines,
        IReadOnlyList<RefundedLine> already,
        IReadOnlyList<RefundRequest>? request
    )
    {
        var left = lines.Select(line => LineState.Of(line, already)).ToList();
        if (left.TrueForAll(l => !l.HasLeft))
        {
            return Refusal.Conflict("refund.nothing-left");
        }

        var before = StateOf(left);
        var asked = request is null ? AllThatIsLeft(left) : Asked(left, request);
        if (asked.IsRefused)
        {
            return Outcome<RefundPlan>.Refused(asked.Refusals);
        }

        var parts = ImmutableArray.CreateBuilder<RefundPart>();
        for (var i = 0; i < left.Count; i++)
        {
            if (asked.Value[i] is { } quantity)
            {
                var (part, after) = left[i].GiveBack(quantity);
                parts.Add(part);
                left[i] = after;
            }
        }

        return new RefundPlan(
            parts.ToImmutable(),
            new Money(lines.Where(l => l.Kind == LineKind.Goods).Sum(l => l.Amount.Minor)),
            new Money(lines.Sum(l => l.Spent.Minor)),
            before,
            StateOf(left)
        );
    }

    /// <summary>
    /// What of an earning stands: earned × goods kept ÷ goods sold, rounded down; nothing of a wholly refunded sale.
    /// Goods that cost nothing can't be weighed: then all stands until the sale is wholly refunded.
    /// </summary>
    public static long StaysEarned(long earned, in RefundState state, Money goodsSold) =>
        state.IsWhole ? 0 : StaysEarned(earned, state.GoodsKept, goodsSold);

    /// <summary>earned × goods kept ÷ goods sold, rounded down; all where no goods of value were sold.</summary>
    public static long StaysEarned(long earned, Money goodsKept, Money goodsSold) =>
        goodsSold.Minor == 0 ? earned : Share(earned, goodsKept.Minor, goodsSold.Minor);

    /// <summary>
    /// How many of the units spent on a sale are back when so much of the wallet money is back; rounded down, all with
    /// the last of it. Units that paid less than 1 go back when the sale is wholly refunded.
    /// </summary>
    public static long UnitsBack(long spentUnits, in RefundState state, Money spentSold) =>
        spentSold.Minor == 0
            ? (state.IsWhole ? spentUnits : 0)
            : Share(spentUnits, state.SpentBack.Minor, spentSold.Minor);

    /// <summary>
    /// Which draws go back now: the last taken first, so that the member gets back what lives longest.
    /// </summary>
    /// <param name="taken">The draws of the spending, in the order of taking.</param>
    /// <param name="backBefore">How many earlier refunds gave back.</param>
    /// <param name="backNow">How many are back after this refund, all together.</param>
    public static IReadOnlyList<Draw> DrawsBack(IReadOnlyList<Draw> taken, long backBefore, long backNow)
    {
        var back = new List<Draw>();
        var passed = 0L;
        for (var i = taken.Count - 1; i >= 0 && passed < backNow; i--)
        {
            var from = Math.Max(passed, backBefore);
            passed += taken[i].Amount;
            var amount = Math.Min(passed, backNow) - from;
            if (amount > 0)
            {
                back.Add(new Draw(taken[i].Lot, amount));
            }
        }

        return back;
    }

    /// <summary>
    /// What expired out of the lots of an earning and was not yet counted as taken back: an earlier refund that took
    /// less than was due had counted the difference.
    /// </summary>
    public static long ExpiredUncounted(long expired, long dueBefore, long takenBefore) =>
        Math.Max(0, expired - Math.Max(0, dueBefore - takenBefore));

    /// <summary>How much of a sale is given back by these refunds.</summary>
    public static RefundState StateOf(IEnumerable<SoldLine> lines, IReadOnlyList<RefundedLine> already) =>
        StateOf([.. lines.Select(line => LineState.Of(line, already))]);

    /// <summary>value × part ÷ whole, rounded down.</summary>
    internal static long Share(long value, long part, long whole) => (long)((Int128)value * part / whole);

    private static RefundState StateOf(List<LineState> lines)
    {
        var goods = lines.Where(l => l.Line.Kind == LineKind.Goods).ToList();
        return new RefundState(
            new Money(goods.Sum(l => l.Kept)),
            new Money(lines.Sum(l => l.SpentBack)),
            (goods.Count > 0 ? goods : lines).TrueForAll(l => l.IsReturned)
        );
    }

    /// <summary>The quantity that is brought back of each line; null: nothing of it.</summary>
    private static Outcome<Quantity?[]> AllThatIsLeft(List<LineState> lines) =>
        lines.Select(l => l.HasLeft ? l.Left : (Quantity?)null).ToArray();

    private static Outcome<Quantity?[]> Asked(List<LineState> lines, IReadOnlyList<RefundRequest> request)
    {
        if (request.Count == 0)
        {
            return new Refusal("refund.no-lines", "/lines");
        }

        var asked = new Quantity?[lines.Count];
        var refusals = new List<Refusal>();
        for (var i = 0; i < request.Count; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(request[i].Quantity.Thousandths, nameof(request));
            var at = lines.FindIndex(l => l.Line.No == request[i].Line);
            if (at < 0)
            {
                refusals.Add(new Refusal("refund.line-unknown", $"/lines/{i}/line", request[i].Line));
                continue;
            }

            var sum = (asked[at]?.Thousandths ?? 0) + request[i].Quantity.Thousandths;
            if (sum > lines[at].Left.Thousandths)
            {
                refusals.Add(new Refusal("refund.too-much", $"/lines/{i}/quantity", lines[at].Left));
                continue;
            }

            asked[at] = new Quantity(sum);
        }

        return refusals.Count > 0 ? refusals : asked;
    }
}
