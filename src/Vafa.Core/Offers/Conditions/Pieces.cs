using System.Text.Json;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>Quantities in documents and sentences.</summary>
internal static class Pieces
{
    public static readonly Arg AtLeast = Arg.Quantity("دست‌کم چند عدد", "At least so many") with { Optional = true };

    public static string More(long thousandths, Wording wording)
    {
        var quantity = wording.Quantity(new Quantity(thousandths));
        return wording.Say($"{quantity} عدد دیگر", $"{quantity} more");
    }

    /// <summary>A missing quantity (negative) or missing money (positive).</summary>
    public static string MoreOrMoney(long missing, Wording wording) =>
        missing < 0
            ? More(-missing, wording)
            : wording.Say($"{wording.Money(new Money(missing))} دیگر", $"{wording.Money(new Money(missing))} more");

    /// <summary>«دست‌کم ۲ عدد و ۵۰٬۰۰۰ تومان » before what it is of; nothing when any will do.</summary>
    public static string Much(Quantity? quantity, Money? amount, Wording wording)
    {
        var pieces = quantity is { } q
            ? wording.Say(
                $"{wording.Quantity(q)} عدد",
                $"{wording.Quantity(q)} {(q == Quantity.One ? "piece" : "pieces")}"
            )
            : null;
        var money = amount is { } a ? wording.Money(a) : null;
        return (pieces, money) switch
        {
            (null, null) => "",
            ({ } p, { } m) => wording.Say($"دست‌کم {p} و {m} ", $"at least {p} and {m} "),
            _ => wording.Say($"دست‌کم {pieces ?? money} ", $"at least {pieces ?? money} "),
        };
    }

    public static void Write(Utf8JsonWriter json, Quantity? quantity)
    {
        if (quantity is { } q)
        {
            Effects.Amounts.Write(json, "quantity", q);
        }
    }
}
