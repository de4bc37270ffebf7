using System.Globalization;
using Microsoft.Extensions.Primitives;
using Vafa.Core.Values;

namespace Vafa.Features.Purchases;

/// <summary>
/// What the page of sales is asked for: days instead of moments and money as it is shown, both as people type them;
/// everything else as in <see cref="PurchaseFilter"/>.
/// </summary>
/// <param name="From">First business day; null: from the first sale.</param>
/// <param name="To">Last business day, with it; null: up to now.</param>
public sealed record SalesQuery(DateOnly? From, DateOnly? To, PurchaseFilter Filter)
{
    private const string Path = "/purchases";

    /// <summary>Roll-ups of more days are not added up for a page.</summary>
    private const int MostDays = 400;

    private IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>();

    private IReadOnlyDictionary<string, string> Asked { get; init; } = new Dictionary<string, string>();

    /// <summary>Something narrows the list.</summary>
    public bool IsFiltered => Typed.Count > 0;

    /// <summary>
    /// The days that roll-ups can add up: both ends are known and nothing but the branch narrows the list.
    /// </summary>
    public (DateOnly First, DateOnly Last)? Days =>
        (From, To) is ({ } first, { } last)
        && last >= first
        && last.DayNumber - first.DayNumber < MostDays
        && Typed.Keys.All(name => name is "from" or "to" or "branch")
            ? (first, last)
            : null;

    /// <summary>What stands in a field; empty when nothing does.</summary>
    public string this[string name] => Typed.GetValueOrDefault(name, "");

    /// <summary>What the page was asked for, without some of it: for the hidden fields of its forms.</summary>
    public IEnumerable<KeyValuePair<string, string>> Rest(params string[] names) =>
        Typed.Where(pair => !names.Contains(pair.Key));

    /// <summary>This page without what is filtered by these.</summary>
    public string Without(params string[] names) => Path + QueryString.Create(Values(Rest(names)));

    /// <summary>The page behind a cursor.</summary>
    public string Onward(string cursor) =>
        Path + QueryString.Create(Values(Rest().Append(new KeyValuePair<string, string>("cursor", cursor))));

    /// <summary>The same list as a workbook.</summary>
    public string Workbook => "/api/v1/purchases/export" + QueryString.Create(Values(Asked));

    /// <summary>
    /// Refused at their parameters: sale-filter.day, sale-filter.shown-amount, and what <see cref="PurchaseFilter"/>
    /// refuses.
    /// </summary>
    public static Outcome<SalesQuery> Read(IQueryCollection query, ClubTime time, Wording words)
    {
        var refusals = new List<Refusal>();
        var typed = PurchaseFilter
            .Words.Where(name => !string.IsNullOrWhiteSpace(query[name]))
            .ToDictionary(name => name, name => query[name].ToString().Trim(), StringComparer.Ordinal);
        var asked = new Dictionary<string, string>(typed, StringComparer.Ordinal);
        var from = Day(typed, "from", refusals);
        var to = Day(typed, "to", refusals);
        if (from is { } first)
        {
            asked["from"] = Moment(time.StartOf(first));
        }

        if (to is { } last)
        {
            asked["to"] = Moment(time.StartOf(last.AddDays(1)));
        }

        if (typed.TryGetValue("atLeast", out var amount))
        {
            asked["atLeast"] = Smallest(amount, words, refusals);
        }

        if (refusals.Count > 0)
        {
            return refusals;
        }

        var filter = PurchaseFilter.Read(
            new QueryCollection(asked.ToDictionary(p => p.Key, p => new StringValues(p.Value), StringComparer.Ordinal))
        );
        return filter.IsRefused
            ? filter.Refusals.ToList()
            : new SalesQuery(from, to, filter.Value) { Typed = typed, Asked = asked };
    }

    private static DateOnly? Day(Dictionary<string, string> typed, string name, List<Refusal> refusals)
    {
        if (!typed.TryGetValue(name, out var text))
        {
            return null;
        }

        // Far years would leave the range of moments when a day is added.
        if (
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is > 1900 and < 3000
        )
        {
            return day;
        }

        refusals.Add(new Refusal("sale-filter.day", "/" + name));
        return null;
    }

    private static string Moment(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>«۵۰۰٬۰۰۰» toman as 5000000 rial.</summary>
    private static string Smallest(string typed, Wording words, List<Refusal> refusals)
    {
        var plain = PersianText
            .Digits(typed)
            .Replace(",", "", StringComparison.Ordinal)
            .Replace("٬", "", StringComparison.Ordinal)
            .Replace('٫', '.');
        if (
            decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var shown)
            && shown <= 10_000_000_000_000m
            && shown * words.MoneyScale is var smallest
            && decimal.Truncate(smallest) == smallest
        )
        {
            return decimal.ToInt64(smallest).ToString(CultureInfo.InvariantCulture);
        }

        refusals.Add(new Refusal("sale-filter.shown-amount", "/atLeast", words.MoneyUnit));
        return "";
    }

    private static IEnumerable<KeyValuePair<string, string?>> Values(IEnumerable<KeyValuePair<string, string>> pairs) =>
        pairs.Select(pair => new KeyValuePair<string, string?>(pair.Key, pair.Value));
}
