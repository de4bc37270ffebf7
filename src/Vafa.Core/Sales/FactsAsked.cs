using System.Collections.Frozen;
using System.Collections.Immutable;
using Vafa.Core.Offers;
using Vafa.Core.Values;

namespace Vafa.Core.Sales;

/// <summary>
/// Collects what the live conditions want to know of a member, so that nothing else is read for a sale.
/// </summary>
public sealed class FactsAsked
{
    private readonly List<Window> windows = [];
    private readonly List<string> fields = [];
    private readonly HashSet<string> wholeFields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> namedValues = new(StringComparer.Ordinal);
    private readonly List<string> wallets = [];
    private readonly List<string> anniversaries = [];
    private readonly List<BoughtKey> bought = [];

    public bool Groups { get; set; }

    public bool Tiers { get; set; }

    public bool Visits { get; set; }

    public bool Spent { get; set; }

    public bool LastVisit { get; set; }

    public bool Since { get; set; }

    public bool Birth { get; set; }

    public bool Brands { get; set; }

    public void Window(Window window) => Add(windows, window);

    /// <summary>A field whose value counts, whatever it is.</summary>
    public void Field(string code)
    {
        Add(fields, code);
        wholeFields.Add(code);
    }

    /// <summary>A field of which it only counts whether it has one of these values.</summary>
    public void Field(string code, IEnumerable<string> values)
    {
        Add(fields, code);
        if (!namedValues.TryGetValue(code, out var named))
        {
            namedValues[code] = named = new HashSet<string>(StringComparer.Ordinal);
        }

        named.UnionWith(values);
    }

    public void Wallet(string unit) => Add(wallets, unit);

    /// <summary>A field of dates, of which only the days to its next return are wanted.</summary>
    public void Anniversary(string field) => Add(anniversaries, field);

    /// <summary>How much the member bought of these goods before.</summary>
    public void Bought(in Goods goods)
    {
        foreach (var code in goods.In)
        {
            Add(bought, new BoughtKey(goods.On, code));
        }
    }

    public static FactNeeds By(Programme programme)
    {
        var asked = new FactsAsked();
        foreach (var offer in programme.Offers)
        {
            offer.When?.Ask(asked);
            foreach (var effect in offer.Give)
            {
                effect.Ask(asked);
            }
        }

        foreach (var rule in programme.Rules)
        {
            rule.When?.Ask(asked);
        }

        return new FactNeeds(
            asked.fields.Count > 0 || asked.anniversaries.Count > 0,
            asked.Groups,
            [.. asked.windows],
            [.. programme.Offers.Where(o => o.Limits.PerMember is not null).Select(o => o.Code)],
            [.. Counted(programme)]
        )
        {
            Facts = asked.Facts(),
            FieldCodes = [.. asked.fields],
            NamedValues = asked
                .namedValues.Where(n => !asked.wholeFields.Contains(n.Key))
                .ToFrozenDictionary(
                    n => n.Key,
                    n => n.Value.ToFrozenSet(StringComparer.Ordinal),
                    StringComparer.Ordinal
                ),
            WalletUnits = [.. asked.wallets],
            AnniversaryFields = [.. asked.anniversaries],
            Bought = [.. asked.bought],
            Brands = asked.Brands,
            CappedUnits = [.. programme.Units.Where(u => u.Caps.AskPast).Select(u => u.Code)],
            Tiers = asked.Tiers || programme.Ladders.Any(l => l.Tiers.Any(t => !t.Earning.IsEmpty)),
            Costs = programme.Club.MinMargin is not null,
            FreeProducts = FreeProducts(programme),
        };
    }

    /// <summary>Totals first, so that a stored decision of a programme without other counters reads as ever.</summary>
    private static IEnumerable<CountedOffer> Counted(Programme programme) =>
        programme
            .Offers.SelectMany(o => o.Limits.Scopes.Select(scope => new CountedOffer(o.Code, scope)))
            .OrderBy(c => c.Scope != CountScope.All);

    private static ImmutableArray<string> FreeProducts(Programme programme) =>
        [.. programme.Offers.SelectMany(o => o.Give).SelectMany(e => e.FreeProducts).Distinct(StringComparer.Ordinal)];

    private static void Add<T>(List<T> list, T item)
    {
        if (!list.Contains(item))
        {
            list.Add(item);
        }
    }

    private AskedFacts Facts() =>
        (Visits ? AskedFacts.Visits : 0)
        | (Spent ? AskedFacts.Spent : 0)
        | (LastVisit ? AskedFacts.LastVisit : 0)
        | (Since ? AskedFacts.Since : 0)
        | (Birth ? AskedFacts.Birth : 0);
}
