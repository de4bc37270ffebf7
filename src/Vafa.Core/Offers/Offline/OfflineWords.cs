using System.Text.Json.Nodes;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Offline;

/// <summary>
/// How the words of offers are told to a till that goes on without network. What hangs on the basket is told as it is;
/// what hangs on the member is a question whose answer goes with the member; what hangs on the moment and the place
/// is answered here. A word that tells nothing can only be checked by Vafa itself.
/// </summary>
/// <param name="here">A sale of nothing, to nobody, at the till's branch and moment.</param>
internal sealed class OfflineWords(SaleContext here)
{
    private readonly List<Condition> asked = [];
    private readonly List<Goods> past = [];

    /// <summary>The questions about a member, in the order of their numbers.</summary>
    public IReadOnlyList<Condition> Asked => asked;

    /// <summary>Goods of which it counts how much of them the member bought before.</summary>
    public IReadOnlyList<Goods> Past => past;

    /// <summary>A question about the member.</summary>
    public JsonObject Ask(Condition condition)
    {
        asked.Add(condition);
        return new JsonObject { ["asked"] = asked.Count - 1 };
    }

    /// <summary>The answer that a question about the moment and the place has here.</summary>
    public JsonObject Settled(Condition condition) => new() { ["is"] = condition.Check(here).Holds };

    /// <summary>The number of some goods among those that were bought before.</summary>
    public int Bought(Goods goods)
    {
        var at = past.FindIndex(g => g.On == goods.On && g.In.SequenceEqual(goods.In));
        if (at < 0)
        {
            past.Add(goods);
        }

        return at < 0 ? past.Count - 1 : at;
    }

    /// <summary>What is no money, unit or goods.</summary>
    public static JsonObject Promise(Effect effect) =>
        new()
        {
            ["promise"] = effect.PromiseWorth.Minor,
            ["reward"] = effect.IsReward,
            ["membersOnly"] = effect.NeedsMember,
        };

    /// <summary>Some goods are in the basket: any, so many of them, or for so much.</summary>
    public static JsonObject Goods(in Goods goods, Quantity? quantity, Money? amount = null) =>
        new()
        {
            ["goods"] = Of(goods),
            ["quantity"] = quantity?.Thousandths,
            ["amount"] = amount?.Minor,
        };

    /// <summary>Parts of a condition; null where one of them cannot be told.</summary>
    public JsonArray? Parts(IEnumerable<Condition> parts)
    {
        var told = new JsonArray();
        foreach (var part in parts)
        {
            if (part.Offline(this) is not { } node)
            {
                return null;
            }

            told.Add(node);
        }

        return told;
    }

    /// <summary>A product that stands in an offer is not on the list any more.</summary>
    public bool IsGone(string product) => here.Basket.Gone.Contains(product);

    /// <summary>Which goods, as a till reads it.</summary>
    public static JsonObject Of(in Goods goods) =>
        new()
        {
            ["on"] = goods.On switch
            {
                GoodsKind.ProductGroup => "group",
                GoodsKind.Product => "product",
                GoodsKind.Brand => "brand",
                GoodsKind.Basket => "basket",
                _ => "basket",
            },
            ["in"] = new JsonArray([.. goods.In.Select(code => (JsonNode)code)]),
        };
}
