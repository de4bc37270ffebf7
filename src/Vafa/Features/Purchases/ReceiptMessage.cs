using System.Text;
using System.Text.Json;
using Vafa.Features.Messages;

namespace Vafa.Features.Purchases;

/// <summary>The receipt that waits to leave: what was paid, what was earned, what the wallets hold now.</summary>
internal static class ReceiptMessage
{
    public const string Kind = "receipt";

    public static Message Of(RecordedSale sale, DateTimeOffset now) =>
        new()
        {
            MemberId = sale.Purchase.MemberId,
            Id = Guid.CreateVersion7(now),
            Kind = Kind,
            PurchaseId = sale.Purchase.Id,
            Body = Body(sale),
            CreatedAt = now,
        };

    private static string Body(RecordedSale sale)
    {
        using var stream = new MemoryStream(128);
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("payable", sale.Purchase.Payable);
            json.WriteStartObject("earned");
            foreach (var unit in sale.Earned.GroupBy(e => e.Unit, StringComparer.Ordinal))
            {
                json.WriteNumber(unit.Key, unit.Sum(e => e.Amount));
            }

            json.WriteEndObject();
            if (sale.Details.Tiers.Select(t => t.ReachedIn(sale)).FirstOrDefault(t => t is not null) is { } reached)
            {
                json.WriteString("reached", reached.Code);
            }

            json.WriteStartObject("balance");
            foreach (var wallet in sale.Details.Wallets)
            {
                json.WriteNumber(wallet.Unit, wallet.Balance);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }
}
