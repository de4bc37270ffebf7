using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Offers.Offline;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>Goods at original price come to so much (semantics 7).</summary>
public sealed class BasketTotal : Threshold
{
    private static readonly Arg Total = new("bound", ArgKind.MoneyBound, new("مبلغ", "Amount"))
    {
        Max = Money.Max.Minor,
    };

    public static readonly ConditionEntry Entry = new(
        "basketTotal",
        new("مبلغ خرید", "Total of the basket"),
        new("جمع کالاهای همین خرید، پیش از تخفیف.", "The goods of this sale, before any discount."),
        """{"atLeast": 5000000}"""
    )
    {
        About = WordAbout.Basket,
        Args = [Total],
        Read = Read,
    };

    private readonly Bound bound;

    private BasketTotal(Bound bound) => this.bound = bound;

    public override ConditionEntry InVocabulary => Entry;

    public override long Least => bound.Least;

    public override long? Number(in SaleContext sale) => sale.Goods.Minor;

    internal override Expression NumberIn(SaleCode code) =>
        code.Sale.Get(nameof(SaleContext.Goods)).Get(nameof(Money.Minor));

    internal override JsonObject Offline(OfflineWords words) =>
        new() { ["total"] = bound.Least, ["over"] = bound.MoreThan };

    public override string Sentence(Wording wording)
    {
        var money = wording.Money(new Money(bound.Value));
        return bound.MoreThan
            ? wording.Say($"خرید بیش از {money}", $"a basket over {money}")
            : wording.Say($"خرید دست‌کم {money}", $"a basket of at least {money}");
    }

    /// <summary>
    /// "Over 500,000" with 420,000 in the basket wants more than 80,000: one rial over is no toman to show.
    /// </summary>
    public override string Distance(long missing, Wording wording)
    {
        var money = wording.Money(new Money(bound.MoreThan ? missing - 1 : missing));
        return bound.MoreThan
            ? wording.Say($"بیش از {money} دیگر", $"over {money} more")
            : wording.Say($"{money} دیگر", $"{money} more");
    }

    public override Measure MeasureOf(long missing) => Measure.Money;

    public override void Write(Utf8JsonWriter json)
    {
        bound.Write(json);
    }

    internal static Condition Read(ArgumentReader at)
    {
        var bound = at.Bound(Total);
        return new BasketTotal(bound);
    }
}
