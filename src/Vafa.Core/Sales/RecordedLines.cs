using System.Collections.Immutable;
using System.Text.Json;
using Vafa.Core.Values;

namespace Vafa.Core.Sales;

/// <summary>What a stored decision keeps of the lines beside what the sale keeps: brands, costs and choices.</summary>
internal static class RecordedLines
{
    /// <summary>
    /// Brands and costs stand for every line, "" and −1 where there is none; left out when nothing asks.
    /// </summary>
    public static void Write(CompactJson json, Programme programme, Basket basket)
    {
        if (programme.Needs.Brands && basket.Lines.Any(l => l.Brand is not null))
        {
            json.Open("br", '[');
            foreach (var line in basket.Lines)
            {
                json.Text(line.Brand ?? "");
            }

            json.Close(']');
        }

        if (programme.Needs.Costs && basket.Lines.Any(l => l.UnitCost is not null))
        {
            json.Open("co", '[');
            foreach (var line in basket.Lines)
            {
                json.Number(line.UnitCost?.Minor ?? -1);
            }

            json.Close(']');
        }

        WritePicks(json, programme, basket);
    }

    public static ImmutableArray<BasketLine> Read(JsonElement json, ImmutableArray<BasketLine> lines)
    {
        var brands = json.TryGetProperty("br", out var list)
            ? list.EnumerateArray().Select(b => b.GetString()!).ToList()
            : [];
        var costs = DecisionRecord.Rows(json, "co", 1).Select(r => r[0]).ToList();
        return brands.Count == 0 && costs.Count == 0
            ? lines
            :
            [
                .. lines.Select(
                    (line, i) =>
                        line with
                        {
                            Brand = i < brands.Count && brands[i].Length > 0 ? brands[i] : null,
                            UnitCost = i < costs.Count && costs[i] >= 0 ? new Money(costs[i]) : null,
                        }
                ),
            ];
    }

    /// <summary>Pairs of an offer and the product chosen of those it gives.</summary>
    public static ImmutableArray<OfferPick> ReadPicks(JsonElement json, Programme programme) =>
        [
            .. DecisionRecord
                .Rows(json, "pk", 2)
                .Select(r => new OfferPick(
                    programme.Offers[(int)r[0]].Code,
                    ProductsOf(programme.Offers[(int)r[0]])[(int)r[1]]
                )),
        ];

    private static void WritePicks(CompactJson json, Programme programme, Basket basket)
    {
        var any = false;
        foreach (var pick in basket.Picks)
        {
            var offer = OfferOf(programme, pick.Offer);
            var product = offer < 0 ? -1 : ProductsOf(programme.Offers[offer]).IndexOf(pick.Product);
            if (product < 0)
            {
                continue;
            }

            if (!any)
            {
                json.Open("pk", '[');
                any = true;
            }

            json.Number(offer).Number(product);
        }

        if (any)
        {
            json.Close(']');
        }
    }

    private static int OfferOf(Programme programme, string code)
    {
        for (var i = 0; i < programme.Offers.Length; i++)
        {
            if (string.Equals(programme.Offers[i].Code, code, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private static List<string> ProductsOf(Offers.Offer offer) => [.. offer.Give.SelectMany(e => e.FreeProducts)];
}
