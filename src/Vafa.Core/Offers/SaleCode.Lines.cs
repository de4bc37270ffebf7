using System.Linq.Expressions;
using System.Runtime.InteropServices;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>One walk over the lines of the basket for all that the offers want to know of goods.</summary>
internal sealed partial class SaleCode
{
    private readonly Dictionary<string, LineSum> lineSums = new(StringComparer.Ordinal);
    private readonly ParameterExpression line = Expression.Variable(typeof(int), "line");
    private readonly ParameterExpression lines = Expression.Variable(typeof(BasketLine[]), "lines");

    private IEnumerable<ParameterExpression> Sums => lineSums.Values.Select(s => s.Local);

    /// <summary>How much of these goods is in the basket, summed up over its lines.</summary>
    public Expression Sum(in Goods goods, LineMeasure measure)
    {
        var key = $"{measure} of {goods.On} {string.Join('\n', goods.In)}";
        if (!lineSums.TryGetValue(key, out var sum))
        {
            sum = new LineSum(Expression.Variable(typeof(long), key), goods, measure);
            lineSums.Add(key, sum);
        }

        return sum.Local;
    }

    private IEnumerable<Expression> SumLines()
    {
        if (lineSums.Count == 0)
        {
            return [];
        }

        var each = Expression.IfThen(
            Expression.Equal(OfLine(nameof(BasketLine.Kind)), Expression.Constant(LineKind.Goods)),
            Expression.Block(lineSums.Values.Select(Add))
        );
        var array = Expression.Call(
            typeof(ImmutableCollectionsMarshal),
            nameof(ImmutableCollectionsMarshal.AsArray),
            [typeof(BasketLine)],
            Sale.Get(nameof(SaleContext.Basket)).Get(nameof(Sales.Basket.Lines))
        );
        var end = Expression.Label();
        var atEnd = Expression.GreaterThanOrEqual(line, Expression.ArrayLength(lines));
        return
        [
            Expression.Block(
                [line, lines],
                Expression.Assign(lines, array),
                Expression.Loop(
                    Expression.Block(
                        Expression.IfThen(atEnd, Expression.Break(end)),
                        each,
                        Expression.PreIncrementAssign(line)
                    ),
                    end
                )
            ),
        ];
    }

    private Expression Add(LineSum sum)
    {
        Expression add = sum.Measure switch
        {
            LineMeasure.Lines => Expression.PreIncrementAssign(sum.Local),
            LineMeasure.Quantity => Expression.AddAssign(
                sum.Local,
                OfLine(nameof(BasketLine.Quantity)).Get(nameof(Quantity.Thousandths))
            ),
            _ => Expression.AddAssign(sum.Local, OfLine(nameof(BasketLine.Amount)).Get(nameof(Money.Minor))),
        };
        return sum.Goods.On switch
        {
            GoodsKind.ProductGroup => Expression.IfThen(IsOne(OfLine(nameof(BasketLine.Group)), sum.Goods.In), add),
            GoodsKind.Product => Expression.IfThen(IsOne(OfLine(nameof(BasketLine.Sku)), sum.Goods.In), add),
            GoodsKind.Brand => Expression.IfThen(Covers(sum.Goods), add),
            _ => add,
        };
    }

    private MethodCallExpression Covers(in Goods goods) =>
        Expression.Call(
            Expression.Constant(goods),
            typeof(Goods).GetMethod(nameof(Goods.Covers))!,
            Expression.ArrayIndex(lines, line)
        );

    private Expression OfLine(string property) => Expression.ArrayIndex(lines, line).Get(property);

    private sealed record LineSum(ParameterExpression Local, Goods Goods, LineMeasure Measure);
}

/// <summary>What is summed up over lines.</summary>
internal enum LineMeasure
{
    /// <summary>The lines themselves.</summary>
    Lines,

    /// <summary>Thousandths of pieces.</summary>
    Quantity,

    /// <summary>Money at original price.</summary>
    Amount,
}
