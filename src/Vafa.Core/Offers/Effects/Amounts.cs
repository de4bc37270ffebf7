using System.Text.Json;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Effects;

/// <summary>Amounts as documents write them: 12.5, never 12.50.</summary>
internal static class Amounts
{
    /// <summary>How many business days a lot lives; 0: until the end of the day.</summary>
    public static readonly Arg Lives = Arg.Whole(
        "expiresAfterDays",
        "چند روز فرصت خرج دارد",
        "Days to spend it",
        0,
        3_660
    ) with
    {
        Optional = true,
    };

    /// <summary>« با مهلت ۳۰ روز»; nothing when the unit decides.</summary>
    public static string ForDays(int? days, Wording wording) =>
        days is { } n
            ? wording.Say($" با مهلت {wording.Number(n)} روز", $" for {wording.Number(n)} {(n == 1 ? "day" : "days")}")
            : "";

    public static void WriteLives(Utf8JsonWriter json, int? days)
    {
        if (days is { } n)
        {
            json.WriteNumber(Lives.Name, n);
        }
    }

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
