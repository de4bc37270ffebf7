using System.Collections.Immutable;
using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>The basket holds one of these products, any at all or so many pieces of them together.</summary>
public sealed class BuysProduct(ImmutableArray<string> products, Quantity? quantity) : Condition
{
    public const string Name = "product";

    public override string Word => Name;

    public override Verdict Check(in SaleContext sale)
    {
        var (found, pieces) = (false, 0L);
        foreach (ref readonly var line in sale.Basket.Lines.AsSpan())
        {
            if (line.Kind == LineKind.Goods && CodeList.Has(products.AsSpan(), line.Sku))
            {
                found = true;
                pieces += line.Quantity.Thousandths;
            }
        }

        return quantity is { } q && pieces < q.Thousandths ? Short(q.Thousandths - pieces) : When(found);
    }

    public override string Sentence(Wording wording)
    {
        var names = Joined.Names(wording, NameKind.Product, products);
        return quantity is { } q
            ? wording.Say($"خرید دست‌کم {wording.Quantity(q)} عدد {names}", $"buying {wording.Quantity(q)} of {names}")
            : wording.Say($"خرید {names}", $"buying {names}");
    }

    public override string Distance(long missing, Wording wording) => Pieces.More(missing, wording);

    public override Measure MeasureOf(long missing) => Measure.Quantity;

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        Joined.WriteCodes(json, products);
        Pieces.Write(json, quantity);
        json.WriteEndObject();
    }

    internal static Condition Read(ArgumentReader at)
    {
        var (products, quantity) = (at.Codes(), at.Fields.Quantity("quantity"));
        at.Fields.Done();
        return new BuysProduct(products, quantity);
    }
}
