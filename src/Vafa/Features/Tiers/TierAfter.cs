using Vafa.Core.Ledger;
using Vafa.Core.Tiers;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Purchases;
using Ladder = Vafa.Core.Tiers.Ladder;

namespace Vafa.Features.Tiers;

/// <summary>Where a sale takes its member on one ladder.</summary>
/// <param name="Moved">A rise, or nothing: a sale never lowers.</param>
/// <param name="Window">What the ladder measures on the day on which the sale is decided.</param>
internal sealed record TierAfter(
    Ladder Ladder,
    Standing Before,
    Moved Moved,
    IReadOnlyCollection<TierDay> Days,
    MeasuredDays Window
)
{
    /// <summary>What the receipt keeps of it.</summary>
    public TierOfSale OfSale
    {
        get
        {
            var sums = TierSums.Of(Days, Window.From, Window.To);
            return new TierOfSale(
                Ladder.Code,
                Ladder.Effective(Before, Window.To)?.Code,
                Ladder.Effective(Moved.Standing, Window.To)?.Code,
                sums
            );
        }
    }

    /// <summary>One for each ladder of the club; none for a guest.</summary>
    public static IReadOnlyList<TierAfter> Of(PricedSale priced, DateTimeOffset now)
    {
        if (priced.Member is not { } member || priced.Desk.Club.Programme.Ladders.IsEmpty)
        {
            return [];
        }

        var (desk, day) = (priced.Desk, priced.Desk.ArrivalOf(now));
        var earned = priced
            .Decision.Earned.GroupBy(e => e.Unit, StringComparer.Ordinal)
            .Select(unit => new UnitAmount(unit.Key, unit.Sum(e => e.Amount)));
        var sale = new TierDay(desk.Day, new TierSums(priced.Decision.Payable, 1, [.. earned]));
        List<TierDay> days = [.. member.TierDays, sale];
        return
        [
            .. desk.Club.Programme.Ladders.Select(ladder =>
            {
                var window = ladder.Span.On(desk.Club.Time, member.Row.Since, day);
                var before = member.Tiers.On(ladder.Code);
                var moved = Climb.Rise(ladder, before, Measured.On(days, window), day);
                return new TierAfter(ladder, before, moved, days, window);
            }),
        ];
    }

    public TierCause Cause(DateTimeOffset at) =>
        new(Window.To, at, Foresee.NextReview(Ladder, Moved.Standing, Days, Window));
}
