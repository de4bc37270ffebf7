using System.Globalization;
using Vafa.Core.Values;

namespace Vafa.Features.Offers;

/// <summary>A bar of the timeline, in percent of its width from the reader's starting edge.</summary>
public sealed record OfferBar(OfferView View, double At, double Wide, bool FromBefore, bool Onward);

/// <summary>
/// Eight weeks back to twelve ahead, in whole weeks of the club, and where things lie in them. Time runs as the reader
/// reads: in Persian from the right.
/// </summary>
public sealed class Weeks
{
    private const int Back = 8;
    private const int Ahead = 12;
    private const int Shown = Back + 1 + Ahead;
    private const double Thinnest = 0.8;

    private readonly ClubTime time;
    private readonly bool rightToLeft;
    private readonly DateTimeOffset from;
    private readonly DateTimeOffset to;

    public Weeks(ClubTime time, DateTimeOffset now, bool rightToLeft)
    {
        (this.time, this.rightToLeft) = (time, rightToLeft);
        var today = time.DayOf(now);
        var sinceStart = ((int)today.DayOfWeek - (int)time.WeekStartsOn + 7) % 7;
        First = today.AddDays(-sinceStart - (7 * Back));
        (from, to) = (time.StartOf(First), time.StartOf(First.AddDays(7 * Shown)));
        Today = Place(now, now).At;
    }

    /// <summary>First day of the first week.</summary>
    public DateOnly First { get; }

    public double Today { get; }

    /// <summary>Where each week begins, and its first day.</summary>
    public IEnumerable<(double At, DateOnly Day)> Lines =>
        Enumerable.Range(0, Shown).Select(w => (Edge(w * 100.0 / Shown), First.AddDays(7 * w)));

    /// <summary>What lies in these weeks, the earliest beginning first.</summary>
    public IReadOnlyList<OfferBar> Bars(IEnumerable<OfferView> offers) =>
        [
            .. offers
                .Where(o => o.Standing != OfferStanding.Draft)
                .Where(o => o.Begins < to && !(o.Ends <= from) && !(o.Ends <= o.Begins))
                .OrderBy(o => o.Standing)
                .ThenBy(o => o.Begins)
                .Select(Bar),
        ];

    /// <summary>As an attribute of SVG: "12.5%".</summary>
    public static string Percent(double share) => share.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private OfferBar Bar(OfferView view)
    {
        var (at, wide) = Place(view.Begins, view.Ends ?? to);
        return new OfferBar(view, at, wide, view.Begins < from, view.Ends is null || view.Ends > to);
    }

    private (double At, double Wide) Place(DateTimeOffset begins, DateTimeOffset ends)
    {
        var (start, end) = (Share(begins), Share(ends));
        var wide = Math.Max(end - start, begins == ends ? 0 : Thinnest);
        return (rightToLeft ? 100 - start - wide : start, wide);
    }

    private double Share(DateTimeOffset at) =>
        Math.Clamp((at - from).TotalMinutes / (to - from).TotalMinutes, 0, 1) * 100;

    private double Edge(double share) => rightToLeft ? 100 - share : share;
}
