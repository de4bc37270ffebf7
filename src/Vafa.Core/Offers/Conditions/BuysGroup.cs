using System.Collections.Immutable;
using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>
/// The basket holds goods of one of these product groups: any at all, or so many pieces, or for so much at original
/// price, all groups taken together. A missing quantity is told as a negative distance, missing money as a positive
/// one.
/// </summary>
public sealed class BuysGroup(ImmutableArray<string> groups, Quantity? quantity, Money? amount) : Condition
{
    public const string Name = "productGroup";

    public override string Word => Name;

    public override Verdict Check(in SaleContext sale)
    {
        var (found, pieces, money) = (false, 0L, 0L);
        foreach (ref readonly var line in sale.Basket.Lines.AsSpan())
        {
            if (line.Kind == LineKind.Goods && CodeList.Has(groups.AsSpan(), line.Group))
            {
                found = true;
                pieces += line.Quantity.Thousandths;
                money += line.Amount.Minor;
            }
        }

        if (quantity is { } q && pieces < q.Thousandths)
        {
            return Short(pieces - q.Thousandths);
        }

        if (amount is { } a && money < a.Minor)
        {
            return Short(a.Minor - money);
        }

        return When(found);
    }

    public override string Sentence(Wording wording)
    {
        var names = Joined.Names(wording, NameKind.ProductGroup, groups);
        var much =
            quantity is { } q
                ? wording.Say($"دست‌کم {wording.Quantity(q)} عدد ", $"at least {wording.Quantity(q)} pieces ")
            : amount is { } a ? wording.Say($"دست‌کم {wording.Money(a)} ", $"at least {wording.Money(a)} ")
            : "";
        return wording.Say($"خرید {much}از {names}", $"buying {much}of {names}");
    }

    public override string Distance(long missing, Wording wording) =>
        missing < 0
            ? Pieces.More(-missing, wording)
            : wording.Say($"{wording.Money(new Money(missing))} دیگر", $"{wording.Money(new Money(missing))} more");

    public override Measure MeasureOf(long missing) => missing < 0 ? Measure.Quantity : Measure.Money;

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        Joined.WriteCodes(json, groups);
        Pieces.Write(json, quantity);
        if (amount is { } a)
        {
            json.WriteNumber("amount", a.Minor);
        }

        json.WriteEndObject();
    }

    internal static Condition Read(ArgumentReader at)
    {
        var groups = at.Codes();
        var (quantity, amount) = (at.Fields.Quantity("quantity"), at.Fields.Money("amount"));
        at.Fields.Done();
        return new BuysGroup(groups, quantity, amount);
    }
}
