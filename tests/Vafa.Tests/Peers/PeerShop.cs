using System.Text.Json;

namespace Vafa.Tests.Peers;

/// <summary>What several tests of others' faults ask of a club.</summary>
internal static class PeerShop
{
    /// <summary>What of a wallet ends when, by the member's page, the first end first.</summary>
    public static async Task<(long Amount, DateTimeOffset At)[]> Ends(this TestClub club, Guid member, string unit)
    {
        var page = (await club.Api.Get($"/members/{member}")).MustBe(200);
        return
        [
            .. page["wallets"]
                .EnumerateArray()
                .First(w => w.GetProperty("unit").GetString() == unit)
                .GetProperty("expiring")
                .EnumerateArray()
                .Select(e => (e.GetProperty("amount").GetInt64(), e.GetProperty("at").GetDateTimeOffset())),
        ];
    }

    /// <summary>Every number in a JSON answer that is not a whole one, with its path.</summary>
    public static IEnumerable<string> Fractions(JsonElement json, string path = "") =>
        json.ValueKind switch
        {
            JsonValueKind.Object => json.EnumerateObject().SelectMany(p => Fractions(p.Value, $"{path}/{p.Name}")),
            JsonValueKind.Array => json.EnumerateArray().SelectMany((e, i) => Fractions(e, $"{path}/{i}")),
            JsonValueKind.Number when !json.TryGetInt64(out _) => [$"{path} {json}"],
            _ => [],
        };
}
