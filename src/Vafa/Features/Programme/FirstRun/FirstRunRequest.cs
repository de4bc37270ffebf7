using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Values;
using Vafa.Features.Programme.Trades;

namespace Vafa.Features.Programme.FirstRun;

/// <summary>What the owner said in the four steps: settings, trade, and the offers to begin with.</summary>
internal sealed record FirstRunRequest(ClubSettings Settings, Trade Trade, ImmutableArray<string> Offers)
{
    private const int LongestCode = 64;
    private const int MostOffers = 20;

    /// <summary>
    /// Reads {name, trade, offers?, …settings of the club}. Refused at their pointers: first-run.trade-unknown,
    /// first-run.offer-unknown, first-run.only-rial, json.required, and what the club's settings refuse.
    /// </summary>
    public static Outcome<FirstRunRequest> Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return new Refusal("json.object");
        }

        var (own, settings) = Parted(body);
        var choice = TradeChoice.Read(DocumentReader.Of(own));
        var club = ClubDocument.Read(settings);
        var refusals = new List<Refusal>();
        refusals.AddRange(choice.IsRefused ? choice.Refusals : []);
        refusals.AddRange(club.IsRefused ? club.Refusals : []);
        if (!settings.TryGetProperty("name", out var name) || name.ValueKind == JsonValueKind.Null)
        {
            refusals.Add(new Refusal("json.required", "/name"));
        }

        if (!club.IsRefused && club.Value.Logo is not null)
        {
            refusals.Add(new Refusal("club.logo-apart", "/logo"));
        }

        if (!club.IsRefused && club.Value.Currency != ClubSettings.Usual.Currency)
        {
            refusals.Add(new Refusal("first-run.only-rial", "/currency"));
        }

        return refusals.Count > 0
            ? Outcome<FirstRunRequest>.Refused(refusals)
            : new FirstRunRequest(club.Value, choice.Value.Trade, choice.Value.Offers);
    }

    private static (JsonElement Own, JsonElement Settings) Parted(JsonElement body)
    {
        var (own, settings) = (new JsonObject(), new JsonObject());
        foreach (var field in body.EnumerateObject())
        {
            var part = field.Name is "trade" or "offers" ? own : settings;
            part[field.Name] = JsonNode.Parse(field.Value.GetRawText());
        }

        return (JsonSerializer.SerializeToElement(own), JsonSerializer.SerializeToElement(settings));
    }

    /// <summary>The trade and which of its offers are live from the start.</summary>
    internal sealed record TradeChoice(Trade Trade, ImmutableArray<string> Offers)
    {
        /// <summary>Reads trade and offers; others than these two are left to the caller.</summary>
        public static Outcome<TradeChoice> Read(DocumentReader fields)
        {
            var code = fields.Text("trade", LongestCode, required: true);
            var offers = fields.Texts("offers", MostOffers);
            var trade = Trade.All.FirstOrDefault(t => t.Code == code);
            if (fields.IsClean && trade is null)
            {
                fields.Refuse("first-run.trade-unknown", "trade", string.Join(", ", Trade.All.Select(t => t.Code)));
            }

            for (var i = 0; fields.IsClean && i < offers.Length; i++)
            {
                if (trade!.Offers.All(o => o.Code != offers[i]))
                {
                    fields.Refusals.Add(new Refusal("first-run.offer-unknown", $"/offers/{i}", offers[i]));
                }
            }

            return fields.IsClean
                ? new TradeChoice(trade!, [.. offers.Distinct(StringComparer.Ordinal)])
                : fields.Refusals;
        }
    }
}
