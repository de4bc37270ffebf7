using System.Security.Cryptography;
using System.Text;
using Vafa.Core.Sales;

namespace Vafa.Features.Purchases;

/// <summary>Makes the keys of purchase_key: what must be unique among all sales (semantics 10).</summary>
public static class PurchaseKeys
{
    public static byte[] OfId(Guid id)
    {
        var key = new byte[17];
        key[0] = (byte)'i';
        id.TryWriteBytes(key.AsSpan(1), bigEndian: true, out _);
        return key;
    }

    /// <summary>A reference is unique in its branch, till and business day; online for ever.</summary>
    public static byte[] OfReference(PurchaseRequest sale, DateOnly day) =>
        sale.Channel == Channel.Online
            ? Hashed('r', "online", sale.Reference!)
            : Hashed('r', "at", sale.Branch, sale.Till ?? "", day.DayNumber.ToString(Invariant), sale.Reference!);

    /// <summary>An imported row's identity.</summary>
    public static byte[] OfImport(params string[] parts) => Hashed('m', parts);

    /// <summary>
    /// What a client's own id stands for: the same content is the same sale. A price he expects is no content.
    /// </summary>
    public static byte[] Content(PurchaseRequest sale)
    {
        var text = new StringBuilder();
        text.Append(sale.Member).Append('|').Append(sale.Branch).Append('|').Append(sale.Till).Append('|');
        text.Append(sale.Cashier).Append('|').Append(sale.At?.UtcTicks).Append('|').Append(sale.Channel).Append('|');
        text.Append(sale.Reference).Append('|');
        foreach (var line in sale.Lines)
        {
            text.Append(line).Append('\n');
        }

        text.AppendJoin('\n', sale.Payments).Append('|').AppendJoin('\n', sale.Codes).Append('|');
        text.AppendJoin('\n', sale.Spend).Append('|').Append(sale.Taken?.Discount).Append(sale.Taken?.Payable);
        text.AppendJoin('\n', sale.Taken?.Offers ?? []);
        text.AppendJoin('\n', sale.Picks);
        if (sale.ByHand is { } byHand)
        {
            text.Append('|').Append(byHand.Discount).Append(byHand.Reason);
        }

        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))[..16];
    }

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;

    private static byte[] Hashed(char kind, params string[] parts)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)));
        var key = new byte[17];
        key[0] = (byte)kind;
        hash.AsSpan(0, 16).CopyTo(key.AsSpan(1));
        return key;
    }
}
