using System.Collections.Immutable;
using System.Text.Json;
using Vafa.Core.Earning;
using Vafa.Core.Ledger;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Values;
using Vafa.Core.Values;

namespace Vafa.Core.Tests.Sales;

/// <summary>
/// A shop whose programme is written as an owner writes it, in documents, and that sells one basket at a time.
/// </summary>
internal sealed class Shop
{
    public static readonly KnownThings Known = KnownThings.Of(
        ["credit", "points", "stamps"],
        ["silver", "gold"],
        ["main", "north"],
        ["city", "pet", "shoe", "children", "wedding", "own"],
        ["opening"]
    ) with
    {
        Segments = new Dictionary<string, Condition>(StringComparer.Ordinal)
        {
            ["sleeping"] = Asked("""{"daysSinceLastVisit": {"atLeast": 60}}"""),
            ["regulars"] = Asked(
                """{"all": [{"visits": {"atLeast": 10}}, {"spent": {"atLeast": 100, "within": "year"}}]}"""
            ),
            ["not-silver"] = Asked("""{"not": {"group": {"in": ["silver"]}}}"""),
        },
        Ladders = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal)
        {
            ["club"] = ["silver", "gold", "platinum"],
            ["friends"] = ["friend"],
        },
    };

    private readonly List<Offer> offers = [];
    private readonly List<EarningRule> rules = [];
    private Programme? programme;

    /// <summary>A Sunday at noon in Tehran: 1 Azar 1405.</summary>
    public DateTimeOffset Now { get; set; } = Clubs.At("2026-11-22T12:00:00+03:30");

    public ClubTime Time { get; set; } = Clubs.Tehran;

    public Percent MaxDiscount { get; set; } = Percent.Hundred;

    public Percent MaxBasketDiscount { get; set; } = Percent.Hundred;

    public Percent? MinMargin { get; set; }

    public Percent Holdout { get; set; }

    public List<Festival> Festivals { get; } = [];

    public List<Unit> Units { get; } =
    [Unit("credit", 1_0000, spends: 1_0000), Unit("points", 500_0000), Unit("stamps", 0)];

    public MemberFacts? Member { get; set; } = Somebody();

    public List<OfferCount> Counts { get; } = [];

    public Dictionary<string, Money> Prices { get; } = [];

    /// <summary>Products that were taken off the list.</summary>
    public List<string> Gone { get; } = [];

    public Programme Programme =>
        programme ??= new Programme(
            1,
            new ClubRules(Time, MaxDiscount, DebtPolicy.BelowZero)
            {
                MaxBasketDiscount = MaxBasketDiscount,
                MinMargin = MinMargin,
                Holdout = Holdout,
            },
            [.. Units],
            [.. rules],
            [.. offers],
            [.. Festivals]
        );

    private static Condition Asked(string json) =>
        Condition.Read(Json(json), KnownThings.Of([], ["silver"], [], [])).Value;

    public static Unit Unit(string code, long worth, long spends = 0) =>
        new(code, new LocalText(code, code), new Worth(worth), spends > 0, new Worth(spends));

    public static MemberFacts Somebody(
        long visits = 0,
        long spent = 0,
        string[]? groups = null,
        DateOnly? birth = null,
        (string Unit, long Amount)[]? wallets = null
    ) =>
        new()
        {
            Id = new MemberId(Guid.Parse("01890000-0000-7000-8000-000000000001")),
            Visits = visits,
            Spent = new Money(spent),
            Since = Clubs.Day("2026-01-01"),
            Birth = birth,
            Groups = [.. groups ?? []],
            Wallets = [.. (wallets ?? []).Select(w => new WalletFact(w.Unit, w.Amount))],
        };

    public static BasketLine Goods(long amount, string? group = null, string? sku = null, decimal quantity = 1) =>
        new(
            sku,
            group,
            new Quantity((long)(quantity * 1000)),
            new Money(quantity == 0 ? 0 : (long)(amount / quantity)),
            new Money(amount),
            LineKind.Goods
        );

    public static BasketLine Other(LineKind kind, long amount) =>
        new(null, null, Quantity.One, new Money(amount), new Money(amount), kind);

    public static JsonElement Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    /// <summary>Adds an offer by its document; the title is its code. Later ones are younger.</summary>
    /// <param name="rest">More fields of the document: "priority": 5.</param>
    public Shop Offer(string code, string give, string when = "null", string? rest = null)
    {
        var more = rest is null ? "" : ", " + rest;
        var json = Json($$"""{"title": {"fa": "{{code}}"}, "give": [{{give}}], "when": {{when}}{{more}}}""");
        var read = OfferDocument.Read(json, code, offers.Count + 1, Known);
        if (read.IsRefused)
        {
            throw new InvalidOperationException(string.Join("; ", read.Refusals.Select(r => $"{r.Code} {r.Pointer}")));
        }

        offers.Add(read.Value);
        programme = null;
        return this;
    }

    public Shop Rule(string code, string fields)
    {
        var json = Json($$"""{"title": {"fa": "{{code}}"}, {{fields}}}""");
        rules.Add(EarningRuleDocument.Read(json, code, Known).Value);
        programme = null;
        return this;
    }

    public Basket Basket(params BasketLine[] lines) =>
        new([.. lines], "main", Channel.Store, [], [], []) { Prices = Prices, Gone = [.. Gone] };

    public Outcome<Decision> TrySell(Basket basket, Taken? taken = null) =>
        Decide.Sale(Programme, basket, Member, Counts, Now, taken);

    public Decision Sell(Basket basket, Taken? taken = null) => TrySell(basket, taken).Value;

    public Decision Sell(params BasketLine[] lines) => Sell(Basket(lines));

    public OfferVerdict Verdict(Decision decision, string offer) =>
        decision.Offers.Single(v => Programme.Offers[v.Offer].Code == offer);

    public string[] Applied(Decision decision) =>
        [.. decision.Offers.Where(v => v.Status == OfferStatus.Applied).Select(v => Programme.Offers[v.Offer].Code)];

    /// <summary>What the sale brings of a unit, by rules and offers.</summary>
    public static long Earned(Decision decision, string unit) =>
        decision.Earned.Where(e => e.Unit == unit).Sum(e => e.Amount);
}
