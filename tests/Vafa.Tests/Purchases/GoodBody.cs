using System.Globalization;
using System.Text.Json.Nodes;

namespace Vafa.Tests.Purchases;

/// <summary>The body of a sale that has everything, and what bad ones are made of.</summary>
internal static class GoodBody
{
    /// <summary>A body with every field there is.</summary>
    public const string Json = """
        {
          "id": "0198a000-0000-7000-8000-000000000001",
          "member": {"mobile": "09121234567"},
          "branch": "main", "till": "1", "cashier": "sara", "at": "2026-03-25T12:00:00+03:30",
          "channel": "store", "reference": "17",
          "lines": [
            {"sku": "tea", "name": "چای", "group": "drinks", "quantity": 1.5, "unitPrice": 20000, "amount": 30000,
             "kind": "goods"},
            {"quantity": 1, "unitPrice": 5000, "kind": "shipping"}
          ],
          "payments": [{"method": "cash", "amount": 10000}, {"method": "card", "amount": 24000}],
          "codes": ["WELCOME"], "spend": [{"unit": "credit", "amount": 1000}],
          "expect": {"payable": 34000}
        }
        """;

    /// <summary>The good body with one place changed (given as JSON), and more fields besides.</summary>
    public static string Changed(string path, string json, params (string Path, string Json)[] more)
    {
        var body = JsonNode.Parse(Json)!;
        foreach (var (place, value) in more.Prepend((path, json)))
        {
            var steps = place.Split('/');
            var at = body;
            foreach (var step in steps[..^1])
            {
                at = at is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)]! : at[step]!;
            }

            // Written by hand below, because a number like 1e400 does not survive being read as a node.
            var hole = JsonValue.Create($"<<{place}>>");
            if (at is JsonArray items)
            {
                items[int.Parse(steps[^1], CultureInfo.InvariantCulture)] = hole;
            }
            else
            {
                at[steps[^1]] = hole;
            }
        }

        var text = body.ToJsonString(
            new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
        return more.Prepend((path, json)).Aggregate(text, (t, c) => t.Replace($"\"<<{c.Item1}>>\"", c.Item2));
    }

    /// <summary>Every value below, with its path: "lines/0/quantity".</summary>
    public static IEnumerable<(string Path, JsonNode Value)> Places(JsonNode node, string path)
    {
        var below = node switch
        {
            JsonObject o => o.Select(p => (p.Key, p.Value!)),
            JsonArray a => a.Select((v, i) => ($"{i}", v!)),
            _ => [],
        };
        foreach (var (name, value) in below)
        {
            var place = path.Length == 0 ? name : $"{path}/{name}";
            yield return (place, value);
            foreach (var deeper in Places(value, place))
            {
                yield return deeper;
            }
        }
    }
}
