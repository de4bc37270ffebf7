using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Vafa.Core.Earning;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Offline;

/// <summary>
/// The programme as a till without network previews by: the live offers of its branch in tie order, the earning rules,
/// units and tiers, with every question that does not hang on the basket answered beforehand. The till works out the
/// same as <see cref="Decide.Sale"/> from it; what it cannot is named in <see cref="Unchecked"/> and left out, so the
/// preview gives at most what Vafa would. It decides nothing: the sale is decided when it comes in.
/// </summary>
public sealed class OfflinePlan
{
    /// <summary>How long it is told which offers are on; then a till previews no offers any more.</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromHours(48);

    private const int KeyLength = 16;

    private readonly Programme programme;
    private readonly DateTimeOffset at;
    private readonly DateOnly day;
    private readonly OfflineWords words;
    private readonly ImmutableArray<OfferSketch> offers;

    private OfflinePlan(Programme programme, SaleContext here, Wording wording, IReadOnlyList<OfferCount> counts)
    {
        (this.programme, at, day) = (programme, here.At, here.Day);
        words = new OfflineWords(here);
        var said = Explain.Naming(programme, wording);
        var told = new List<(OfferSketch Sketch, JsonObject Json)>();
        var not = ImmutableArray.CreateBuilder<string>();
        var rules = new JsonArray();
        var rulePlaces = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var rule in programme.Rules)
        {
            if (TellRule(rule) is { } json)
            {
                rulePlaces[rule.Code] = rules.Count;
                rules.Add(json);
            }
            else
            {
                not.Add(wording.Title(rule.Title));
            }
        }

        var soon = programme.Plan.TieOrder.Select(i => programme.Plan.Sketches[i]);
        foreach (var sketch in soon.Where(s => s.Offer.Schedule.To is not { } to || to > at))
        {
            if (new OfflineOffer(programme, here, words, said).Tell(sketch, counts, rulePlaces) is { } json)
            {
                told.Add((sketch, json));
            }
            else if (!(sketch.Offer.Schedule.From > at + Reach))
            {
                not.Add(wording.Title(sketch.Offer.Title));
            }
        }

        offers = [.. told.Select(t => t.Sketch)];
        Unchecked = not.ToImmutable();
        Key = KeyOf(told.Select(t => t.Sketch.Offer.Code));
        Json = Tell(told, rules, here.Basket.Prices ?? ImmutableDictionary<string, Money>.Empty, said);
    }

    /// <summary>Titles of offers and rules that only Vafa itself can check.</summary>
    public ImmutableArray<string> Unchecked { get; }

    /// <summary>What a till reads.</summary>
    public JsonObject Json { get; }

    /// <summary>
    /// Which questions it asks, and on which day: what is known of a member goes with a plan of the same key alone.
    /// </summary>
    public string Key { get; }

    /// <summary>What the plan needs beside the programme.</summary>
    /// <param name="Prices">Of the products that live offers give for free.</param>
    /// <param name="Gone">Which of them were taken off the list.</param>
    /// <param name="Counts">What is gone of counted offers at this branch on this day.</param>
    public sealed record Place(
        string Branch,
        DateTimeOffset At,
        IReadOnlyDictionary<string, Money> Prices,
        ImmutableArray<string> Gone,
        IReadOnlyList<OfferCount> Counts
    );

    /// <summary>The plan for the tills of a branch from a moment on, in the reader's words.</summary>
    public static OfflinePlan Of(Programme programme, Place place, Wording wording)
    {
        var nothing = new Basket([], place.Branch, Channel.Store, [], [], [])
        {
            Prices = place.Prices,
            Gone = place.Gone,
        };
        var here = new SaleContext
        {
            Basket = nothing,
            At = place.At,
            Day = programme.Club.Time.DayOf(place.At),
            Time = programme.Club.Time,
            Goods = Money.Zero,
            Needs = programme.Needs,
            Festivals = programme.Festivals,
        };
        return new OfflinePlan(programme, here, wording, place.Counts);
    }

    /// <summary>Answers the plan's questions for one member.</summary>
    public OfflineStanding Of(MemberFacts member)
    {
        var sale = new SaleContext
        {
            Basket = new Basket([], "", Channel.Store, [], [], []),
            Member = member,
            At = at,
            Day = day,
            Time = programme.Club.Time,
            Goods = Money.Zero,
            Needs = programme.Needs,
            Festivals = programme.Festivals,
        };
        var limited = offers
            .Select((o, place) => (o.Offer, Place: place))
            .Where(o => o.Offer.Limits.PerMember is not null);
        return new OfflineStanding(
            string.Concat(words.Asked.Select(q => q.Check(sale).Holds ? '1' : '0')),
            [.. words.Past.Select(goods => sale.Bought(goods).Thousandths)],
            [.. Enumerable.Range(0, offers.Length).Where(place => offers[place].HoldsOut(member.Id))],
            Hold.Holds(Hold.OfClub, member.Id, programme.Club.Holdout),
            [
                .. limited
                    .Select(o => new OfflineUse(o.Place, member.OfferUses?.GetValueOrDefault(o.Offer.Code) ?? 0))
                    .Where(use => use.Times > 0),
            ],
            [.. member.Rooms.Select(r => new OfflineRoom(OfferPlan.UnitIndex(programme.Units, r.Unit), r.Room))],
            member.Tiers
        );
    }

    private string KeyOf(IEnumerable<string> codes)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{programme.Version} {day:O} {string.Join(' ', codes)}"
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..KeyLength];
    }

    private JsonObject? TellRule(EarningRule rule)
    {
        var when = rule.When?.Offline(words);
        var unit = OfferPlan.UnitIndex(programme.Units, rule.Unit);
        return rule.When is not null && when is null || unit < 0
            ? null
            : new JsonObject
            {
                ["unit"] = unit,
                ["when"] = when,
                ["perAmount"] = rule.PerAmount?.Minor,
                ["earn"] = rule.Earn,
                ["step"] = rule.Rounding == RuleRounding.Step,
                ["perVisit"] = rule.PerVisit,
                ["share"] = rule.Share?.BasisPoints,
            };
    }

    private JsonObject Tell(
        List<(OfferSketch Sketch, JsonObject Json)> told,
        JsonArray rules,
        IReadOnlyDictionary<string, Money> prices,
        Wording said
    )
    {
        for (var a = 0; a < told.Count; a++)
        {
            var others = Enumerable.Range(0, told.Count);
            told[a].Json["conflicts"] = Array(
                others.Where(b => programme.Plan.Conflict(told[a].Sketch.Index, told[b].Sketch.Index))
            );
        }

        return new JsonObject
        {
            ["version"] = programme.Version,
            ["at"] = at.ToUnixTimeMilliseconds(),
            ["until"] = (at + Reach).ToUnixTimeMilliseconds(),
            ["maxDiscount"] = programme.Club.MaxDiscount.BasisPoints,
            ["maxBasketDiscount"] = programme.Club.MaxBasketDiscount.BasisPoints,
            ["units"] = new JsonArray([.. programme.Units.Select(TellUnit)]),
            ["rules"] = rules,
            ["tiers"] = TellTiers(),
            ["offers"] = new JsonArray([.. told.Select(t => (JsonNode)t.Json)]),
            ["bought"] = new JsonArray([.. words.Past.Select(goods => (JsonNode)OfflineWords.Of(goods))]),
            ["prices"] = new JsonObject(prices.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value.Minor))),
            ["titles"] = new JsonObject(
                programme.Needs.FreeProducts.Select(p =>
                    KeyValuePair.Create(p, (JsonNode?)said.Name(NameKind.Product, p))
                )
            ),
            ["unchecked"] = new JsonArray([.. Unchecked.Select(title => (JsonNode)title)]),
        };
    }

    private static JsonNode TellUnit(Ledger.Unit unit) =>
        new JsonObject
        {
            ["code"] = unit.Code,
            ["worth"] = unit.Worth.TenThousandths,
            ["maySpend"] = unit.MaySpend,
            ["most"] = unit.Caps.Sale,
        };

    /// <summary>What each tier makes of the units that rules bring.</summary>
    private JsonObject TellTiers()
    {
        var tiers = programme.Ladders.SelectMany(l => l.Tiers).Where(t => !t.Earning.IsEmpty);
        return new JsonObject(
            tiers.Select(t =>
                KeyValuePair.Create(
                    t.Code,
                    (JsonNode?)
                        new JsonArray([
                            .. t
                                .Earning.Select(e => (Unit: OfferPlan.UnitIndex(programme.Units, e.Unit), e.Hundredths))
                                .Where(e => e.Unit >= 0)
                                .Select(e => new JsonObject { ["unit"] = e.Unit, ["times"] = e.Hundredths }),
                        ])
                )
            )
        );
    }

    private static JsonArray Array(IEnumerable<int> numbers) => new([.. numbers.Select(n => (JsonNode)n)]);
}
