using System.Text.Json;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Effects;

/// <summary>Amounts as documents write them: 12.5, never 12.50.</summary>
internal static class Amounts
{
    public static void Write(Utf8JsonWriter json, string name, Percent percent) =>
        Write(json, name, percent.BasisPoints, 100);

    public static void Write(Utf8JsonWriter json, string name, Quantity quantity) =>
        Write(json, name, quantity.Thousandths, 1000);

    public static void Write(Utf8JsonWriter json, string name, Money? money)
    {
        if (money is { } m)
        {
            json.WriteNumber(name, m.Minor);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    public static void Write(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } n)
        {
            json.WriteNumber(name, n);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>A whole number of hundredths, thousandths … as a decimal.</summary>
    public static void Write(Utf8JsonWriter json, string name, long scaled, int scale)
    {
        if (scaled % scale == 0)
        {
            json.WriteNumber(name, scaled / scale);
            return;
        }

        // Dividing gives no zeros behind the last digit that counts.
        json.WriteNumber(name, scaled / (decimal)scale);
    }
}
