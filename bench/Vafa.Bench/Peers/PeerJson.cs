using System.Text.Json;
using Vafa.Core.Offers;
using Vafa.Core.Sales;

namespace Vafa.Bench.Peers;

/// <summary>
/// Offers and sales as json-rules-engine gets them. It is spared what would only slow it down: every fact of a member
/// is ready as a flat number or word, days are counted, and codes stand in capitals.
/// </summary>
internal static class PeerJson
{
    /// <summary>The conditions of each offer as they stand in its document; null: none.</summary>
    public static string Offers(Programme programme) =>
        JsonSerializer.Serialize(programme.Offers.Select(o => o.When is null ? (JsonElement?)null : When(o)));

    public static string Sale(in SaleContext sale)
    {
        var facts = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["isMember"] = sale.Member is not null,
            ["branch"] = sale.Basket.Branch,
            ["channel"] = sale.Basket.Channel == Channel.Online ? "online" : "store",
            ["paymentMethods"] = sale.Basket.PaymentMethods,
            ["codes"] = sale.Basket.Codes.Select(c => c.ToUpperInvariant()),
            ["total"] = sale.Goods.Minor,
            ["lines"] = sale.Basket.Lines.Select(l => new
            {
                product = l.Sku,
                productGroup = l.Group,
                quantity = l.Quantity.Thousandths / 1_000,
            }),
        };
        if (sale.Member is { } member)
        {
            AddMember(member, sale, facts);
        }

        return JsonSerializer.Serialize(facts);
    }

    private static void AddMember(MemberFacts member, in SaleContext sale, Dictionary<string, object> facts)
    {
        facts["visits"] = member.Visits;
        facts["groups"] = member.Groups;
        facts["memberFor"] = sale.Day.DayNumber - member.Since.DayNumber;
        foreach (var (name, value) in member.Fields!)
        {
            facts["field." + name] = value;
        }

        foreach (var wallet in member.Wallets)
        {
            facts["wallet." + wallet.Unit] = wallet.Available;
        }

        foreach (var (window, fact) in sale.Needs.Windows.Zip(member.Windows))
        {
            facts[$"visits.{window.Days}"] = fact.Visits;
            facts[$"spent.{window.Days}"] = fact.Spent.Minor;
        }

        if (member.LastVisit is { } last)
        {
            facts["daysSinceLastVisit"] = sale.Day.DayNumber - last.DayNumber;
        }

        if (member.Birth is { } birth && sale.Time.AnniversaryNear(birth, sale.Day, 180, 180) is { } near)
        {
            facts["birthdayIn"] = near.DaysAway;
        }
    }

    private static JsonElement When(Offer offer)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            OfferDocument.Write(offer, json);
        }

        using var document = JsonDocument.Parse(buffer.ToArray());
        return document.RootElement.GetProperty("when").Clone();
    }
}
