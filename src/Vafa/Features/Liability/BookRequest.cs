using System.Globalization;
using Vafa.Core.Values;

namespace Vafa.Features.Liability;

/// <summary>Which days of the ledger are told, and whether each month or each day is a period.</summary>
/// <param name="To">The last day, itself included.</param>
internal sealed record BookRequest(DateOnly From, DateOnly To, bool ByDay)
{
    public const string Month = "month";
    public const string Day = "day";

    private const int MostDays = 3_660;
    private const int MostSingleDays = 731;

    /// <summary>
    /// From a query. Refused, each at its name: json.required, json.date, json.choice, ledger.period-backwards,
    /// ledger.period-ahead and ledger.period-too-long at to.
    /// </summary>
    public static Outcome<BookRequest> Read(IQueryCollection query, DateOnly today)
    {
        var refusals = new List<Refusal>();
        var (from, to) = (DayOf(query, "from", refusals), DayOf(query, "to", refusals));
        var by = query["by"].ToString();
        if (by is not ("" or Month or Day))
        {
            refusals.Add(new Refusal("json.choice", "/by", $"{Month}, {Day}"));
        }

        if (from is not { } first || to is not { } last || refusals.Count > 0)
        {
            return refusals;
        }

        var request = new BookRequest(first, last, by == Day);
        var most = request.ByDay ? MostSingleDays : MostDays;
        return last < first ? new Refusal("ledger.period-backwards", "/to")
            : last > today ? new Refusal("ledger.period-ahead", "/to")
            : last.DayNumber - first.DayNumber >= most ? new Refusal("ledger.period-too-long", "/to", most)
            : request;
    }

    /// <summary>The periods from the first day to the last without a gap; the outer months may be parts.</summary>
    public IEnumerable<(DateOnly First, DateOnly Last)> Periods(ClubTime time)
    {
        for (var first = From; first <= To; )
        {
            var last = ByDay ? first : time.LastDayOf(first, LongPeriod.Month);
            last = last < To ? last : To;
            yield return (first, last);
            first = last.AddDays(1);
        }
    }

    private static DateOnly? DayOf(IQueryCollection query, string name, List<Refusal> refusals)
    {
        var text = query[name].ToString().Trim();
        var isDay = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, 0, out var day);
        if (isDay && day.Year is > 1900 and < 3000)
        {
            return day;
        }

        refusals.Add(new Refusal(text.Length == 0 ? "json.required" : "json.date", "/" + name));
        return null;
    }
}
