using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Vafa.Features.Purchases;
using Vafa.Web;

namespace Vafa.Features.Register;

/// <summary>
/// By what a receipt is known again: its till, its business day and its number. The sale's id is made of them, so that
/// the receipt is one sale for ever, whatever its file is called and however often it comes.
/// </summary>
internal static class ReceiptIds
{
    public static Guid SaleOf(string till, DateOnly day, string number)
    {
        var said = string.Create(
            CultureInfo.InvariantCulture,
            $"{RegisterReceiptReader.Format}\n{till}\n{day:O}\n{number}"
        );
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(said));
        // Like an id of version 7 it begins with its day: what belongs together stands together in the indexes.
        var id = Guid.CreateVersion7(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero));
        var bytes = id.ToByteArray(bigEndian: true);
        bytes[6] = (byte)(0x70 | (hash[0] & 0x0F));
        bytes[7] = hash[1];
        bytes[8] = (byte)(0x80 | (hash[2] & 0x3F));
        hash.AsSpan(3, 7).CopyTo(bytes.AsSpan(9));
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Where the till stands is no content: a till that moved may send its old receipts again.</summary>
    public static IdempotencyKey KeyOf(Actor register, DateOnly day, PurchaseRequest sale) =>
        new(
            register.Client,
            string.Create(CultureInfo.InvariantCulture, $"{day:O}/{sale.Reference}"),
            PurchaseKeys.Content(sale with { Branch = "" })
        );
}
