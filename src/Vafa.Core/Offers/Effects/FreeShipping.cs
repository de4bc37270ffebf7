using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Effects;

/// <summary>Takes the lines of kind shipping.</summary>
public sealed class FreeShipping : Effect
{
    public const string Name = "freeShipping";

    public override string Word => Name;

    public override bool TakesOff => true;

    public override void TakeOff(in SaleContext sale, Span<long> weights, Span<long> shares)
    {
        var lines = sale.Basket.Lines.AsSpan();
        for (var i = 0; i < lines.Length; i++)
        {
            shares[i] = lines[i].Kind == LineKind.Shipping ? lines[i].Amount.Minor : 0;
        }
    }

    public override string Sentence(Wording wording) => wording.Say("ارسال رایگان", "free shipping");

    public override void Write(Utf8JsonWriter json)
    {
        // It has no arguments.
    }

    internal static Effect Read(ArgumentReader at)
    {
        _ = at.Fields;
        return new FreeShipping();
    }
}
