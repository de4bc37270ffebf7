using System.Text.Json;
using Vafa.Features.Messages;

namespace Vafa.Features.Purchases;

/// <summary>The messages that applied offers send to the member, behind the receipt.</summary>
internal static class OfferMessage
{
    /// <param name="now">When they are written.</param>
    public static IEnumerable<Message> Of(RecordedSale sale, DateTimeOffset now)
    {
        if (sale.Decision is not { } decision)
        {
            yield break;
        }

        foreach (var given in decision.Given)
        {
            var offer = sale.Club.Programme.Offers[given.Offer];
            if (offer.Give[given.Effect] is Core.Offers.Effects.Message message)
            {
                yield return new Message
                {
                    MemberId = sale.Purchase.MemberId,
                    Id = Guid.CreateVersion7(now),
                    Kind = MessageText.Offer,
                    PurchaseId = sale.Purchase.Id,
                    Body = JsonSerializer.Serialize(new { fa = message.Text.Fa, en = message.Text.En }),
                    CreatedAt = now,
                };
            }
        }
    }
}
