using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Effects;

/// <summary>So much money off the goods, at most their price.</summary>
public sealed class DiscountAmount(Money amount) : Effect
{
    public const string Name = "discountAmount";

    public override string Word => Name;

    public override bool TakesOff => true;

    public override void TakeOff(in SaleContext sale, Span<long> weights, Span<long> shares)
    {
        var lines = sale.Basket.Lines.AsSpan();
        for (var i = 0; i < lines.Length; i++)
        {
            weights[i] = lines[i].Kind == LineKind.Goods ? lines[i].Amount.Minor : 0;
        }

        Split.LargestRemainder(Math.Min(amount.Minor, sale.Goods.Minor), weights, shares);
    }

    public override string Sentence(Wording wording) =>
        wording.Say($"{wording.Money(amount)} تخفیف", $"{wording.Money(amount)} off");

    public override void Write(Utf8JsonWriter json) => json.WriteNumber("amount", amount.Minor);

    internal static Effect Read(ArgumentReader at) =>
        new DiscountAmount(at.Fields.Money("amount", required: true, min: 1) ?? default);
}
