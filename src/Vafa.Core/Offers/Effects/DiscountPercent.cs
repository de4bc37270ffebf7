using System.Collections.Immutable;
using System.Text.Json;
using Vafa.Core.Offers.Conditions;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Effects;

/// <summary>A percentage off all goods, or off those of some product groups or products; at most <c>max</c>.</summary>
public sealed class DiscountPercent(Percent percent, DiscountedGoods on, ImmutableArray<string> codes, Money? max)
    : Effect
{
    public const string Name = "discountPercent";

    private static readonly (string Word, DiscountedGoods Value)[] OnWords =
    [
        ("basket", DiscountedGoods.Basket),
        ("productGroup", DiscountedGoods.ProductGroup),
        ("product", DiscountedGoods.Product),
    ];

    public override string Word => Name;

    public override bool TakesOff => true;

    public Percent Percent => percent;

    public DiscountedGoods On => on;

    public override void TakeOff(in SaleContext sale, Span<long> weights, Span<long> shares)
    {
        var lines = sale.Basket.Lines.AsSpan();
        var sum = 0L;
        for (var i = 0; i < lines.Length; i++)
        {
            weights[i] = Covers(lines[i]) ? lines[i].Amount.Minor : 0;
            sum += weights[i];
        }

        var total = percent.Of(sum);
        if (max is { } most)
        {
            total = Math.Min(total, most.Minor);
        }

        Split.LargestRemainder(total, weights, shares);
    }

    public override string Sentence(Wording wording)
    {
        var share = wording.Percent(percent);
        var kind = on == DiscountedGoods.Product ? NameKind.Product : NameKind.ProductGroup;
        var names = Joined.Names(wording, kind, codes);
        var sentence =
            on == DiscountedGoods.Basket
                ? wording.Say($"{share} تخفیف", $"{share} off")
                : wording.Say($"{share} تخفیف روی {names}", $"{share} off {names}");
        return max is { } most
            ? wording.Say($"{sentence} تا {wording.Money(most)}", $"{sentence}, up to {wording.Money(most)}")
            : sentence;
    }

    public override void Write(Utf8JsonWriter json)
    {
        Amounts.Write(json, "percent", percent);
        json.WriteString("on", OnWords[(int)on].Word);
        if (on != DiscountedGoods.Basket)
        {
            Joined.WriteCodes(json, codes);
        }

        Amounts.Write(json, "max", max);
    }

    internal static Effect Read(ArgumentReader at)
    {
        var percent = at.Fields.Percent("percent", 100, required: true, minBasisPoints: 1);
        var on = at.Fields.Choice<DiscountedGoods>("on", required: false, OnWords) ?? DiscountedGoods.Basket;
        ImmutableArray<string> codes = [];
        if (on != DiscountedGoods.Basket)
        {
            codes = at.Codes();
        }
        else if (at.Fields.Any("in") is not null)
        {
            at.Refuse("offer.in-without-on", "in");
        }

        return new DiscountPercent(percent ?? default, on, codes, at.Fields.Money("max", min: 1));
    }

    private bool Covers(in BasketLine line) =>
        line.Kind == LineKind.Goods
        && on switch
        {
            DiscountedGoods.Basket => true,
            DiscountedGoods.ProductGroup => CodeList.Has(codes.AsSpan(), line.Group),
            DiscountedGoods.Product => CodeList.Has(codes.AsSpan(), line.Sku),
            _ => false,
        };
}

/// <summary>Which goods a percentage is taken off.</summary>
public enum DiscountedGoods
{
    Basket,
    ProductGroup,
    Product,
}
