using System.Text.Json;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>Quantities in documents and sentences.</summary>
internal static class Pieces
{
    public static string More(long thousandths, Wording wording)
    {
        var quantity = wording.Quantity(new Quantity(thousandths));
        return wording.Say($"{quantity} عدد دیگر", $"{quantity} more");
    }

    public static void Write(Utf8JsonWriter json, Quantity? quantity)
    {
        if (quantity is not { } q)
        {
            return;
        }

        if (q.Thousandths % 1000 == 0)
        {
            json.WriteNumber("quantity", q.Thousandths / 1000);
        }
        else
        {
            json.WriteNumber("quantity", q.Thousandths / 1000m);
        }
    }
}
