using System.Text.Json;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Members;
using Vafa.Web;

namespace Vafa.Features.Purchases;

/// <summary>Which sales are meant; what is null does not narrow. To is exclusive.</summary>
public sealed record PurchaseFilter(string? Reference, Guid? Member, DateTimeOffset? From, DateTimeOffset? To)
{
    /// <summary>The parameters of an address that say it.</summary>
    public static readonly IReadOnlyList<string> Words =
    [
        "reference",
        "member",
        "from",
        "to",
        "branch",
        "cashier",
        "till",
        "buyer",
        "atLeast",
        "refunded",
        "differs",
    ];

    private const string OnlyMembers = "member";
    private const string Guests = "guest";
    private const int Longest = 100;

    /// <summary>The ids under which sales of the member stand, where more than his own.</summary>
    private IReadOnlyList<Guid>? Ids { get; init; }

    public string? Branch { get; init; }

    public string? Cashier { get; init; }

    public string? Till { get; init; }

    /// <summary>True: sales of members alone; false: of guests alone.</summary>
    public bool? OfMembers { get; init; }

    /// <summary>Payable, in the smallest money unit.</summary>
    public long? AtLeast { get; init; }

    /// <summary>Something of it went back.</summary>
    public bool Refunded { get; init; }

    /// <summary>Concluded elsewhere, and another than Vafa would have made it.</summary>
    public bool Differs { get; init; }

    /// <summary>
    /// Some of it no index holds: the list is walked along the index of time instead of waiting for the engine to find
    /// a page full.
    /// </summary>
    internal bool IsSparse =>
        (Member, Reference) is (null, null)
        && ((Branch ?? Cashier ?? Till) is not null || OfMembers is not null || AtLeast is not null || Refunded);

    /// <summary>
    /// Refused at their parameters: json.uuid, json.instant, time.jalali-year, json.choice,
    /// sale-filter.amount, search.too-long.
    /// </summary>
    public static Outcome<PurchaseFilter> Read(IQueryCollection query)
    {
        var refusals = new List<Refusal>();
        Guid? member = null;
        if (Text(query, "member", refusals) is { } id)
        {
            member = Guid.TryParse(id, out var parsed) ? parsed : null;
            if (member is null)
            {
                refusals.Add(new Refusal("json.uuid", "/member"));
            }
        }

        var filter = new PurchaseFilter(
            Text(query, "reference", refusals),
            member,
            Instant(query, "from", refusals),
            Instant(query, "to", refusals)
        )
        {
            Branch = Text(query, "branch", refusals),
            Cashier = Text(query, "cashier", refusals),
            Till = Text(query, "till", refusals),
            OfMembers = Choice(query, "buyer", OnlyMembers, Guests, refusals),
            AtLeast = Amount(query, "atLeast", refusals),
            Refunded = Choice(query, "refunded", "true", "false", refusals) == true,
            Differs = Choice(query, "differs", "true", "false", refusals) == true,
        };
        return refusals.Count > 0 ? refusals : filter;
    }

    /// <summary>The same sales, with those of ids that became the member it asks for.</summary>
    internal async Task<PurchaseFilter> Whole(AppDb db, CancellationToken ct)
    {
        if (Member is not { } member)
        {
            return this;
        }

        var ids = await MemberLookup.Family(db, member, ct);
        return ids.Count > 1 ? this with { Ids = ids } : this;
    }

    /// <summary>What an index holds.</summary>
    internal IQueryable<Purchase> Frame(IQueryable<Purchase> sales)
    {
        sales =
            Ids is { } ids ? sales.Where(p => ids.Contains(p.MemberId))
            : Member is { } member ? sales.Where(p => p.MemberId == member)
            : sales;
        sales = Reference is { } reference ? sales.Where(p => p.Reference == reference) : sales;
        sales = Differs ? sales.Where(p => p.Differs != SaleDifferences.None) : sales;
        sales = From is { } from ? sales.Where(p => p.At >= from) : sales;
        return To is { } to ? sales.Where(p => p.At < to) : sales;
    }

    /// <summary>The rest.</summary>
    internal IQueryable<Purchase> Narrow(IQueryable<Purchase> sales)
    {
        sales = Branch is { } branch ? sales.Where(p => p.Branch == branch) : sales;
        sales = Cashier is { } cashier ? sales.Where(p => p.Cashier == cashier) : sales;
        sales = Till is { } till ? sales.Where(p => p.Till == till) : sales;
        sales = OfMembers is { } members ? sales.Where(p => p.IsGuest != members) : sales;
        sales = AtLeast is { } least ? sales.Where(p => p.Payable >= least) : sales;
        return Refunded ? sales.Where(p => p.Refunded > 0) : sales;
    }

    private static string? Text(IQueryCollection query, string name, List<Refusal> refusals)
    {
        if (!query.TryGetValue(name, out var value) || string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        var text = value.ToString().Trim();
        if (text.Length <= Longest)
        {
            return text;
        }

        refusals.Add(new Refusal("search.too-long", "/" + name, Longest));
        return null;
    }

    private static bool? Choice(IQueryCollection query, string name, string yes, string no, List<Refusal> refusals)
    {
        var word = Text(query, name, refusals);
        if (word is not null && word != yes && word != no)
        {
            refusals.Add(new Refusal("json.choice", "/" + name, $"{yes}, {no}"));
        }

        return word is null ? null : word == yes;
    }

    private static long? Amount(IQueryCollection query, string name, List<Refusal> refusals)
    {
        if (Text(query, name, refusals) is not { } text)
        {
            return null;
        }

        var plain = PersianText.Digits(text).Replace(",", "", StringComparison.Ordinal);
        if (plain.Length <= 15 && plain.All(char.IsAsciiDigit))
        {
            return long.Parse(plain, System.Globalization.CultureInfo.InvariantCulture);
        }

        refusals.Add(new Refusal("sale-filter.amount", "/" + name));
        return null;
    }

    /// <summary>As in a body: RFC 3339 with its offset, no Jalali year.</summary>
    /// <summary>A moment in a query; what is none is refused at its name.</summary>
    internal static DateTimeOffset? Instant(IQueryCollection query, string name, List<Refusal> refusals)
    {
        if (Text(query, name, refusals) is not { } text)
        {
            return null;
        }

        // A plus sign in a query arrives as a space.
        var asked = new Dictionary<string, string>(StringComparer.Ordinal) { [name] = text.Replace(' ', '+') };
        return DocumentReader.Of(JsonSerializer.SerializeToElement(asked), refusals: refusals).Instant(name);
    }
}
