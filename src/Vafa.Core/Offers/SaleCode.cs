using System.Buffers;
using System.Linq.Expressions;
using System.Text;
using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>Of up to 64 offers those whose conditions a sale meets, a bit for each.</summary>
internal delegate ulong MetOffers(in SaleContext sale);

/// <summary>
/// Makes one method of the conditions of many offers. A word gives the code of its check, or its check is called. What
/// several offers ask is worked out once, before the first of them; what one asks, in its place and only if it counts.
/// So all that goes through <see cref="Once"/> must hold for a guest, too.
/// </summary>
internal sealed partial class SaleCode
{
    private readonly FactNeeds needs;
    private readonly Dictionary<string, Shared> shared = new(StringComparer.Ordinal);

    private SaleCode(FactNeeds needs) => this.needs = needs;

    public ParameterExpression Sale { get; } = Expression.Parameter(typeof(SaleContext).MakeByRefType(), "sale");

    public Expression Basket => Once("basket", Sale.Get(nameof(SaleContext.Basket)));

    /// <summary>Null for a guest.</summary>
    public Expression Member => Once("member", Sale.Get(nameof(SaleContext.Member)));

    public Expression HasMember => Once("has member", Expression.NotEqual(Member, Expression.Constant(null)));

    public static MetOffers Compile(IReadOnlyList<Condition?> offers, FactNeeds needs)
    {
        var code = new SaleCode(needs);
        var met = Expression.Variable(typeof(ulong), "met");
        var steps = new List<Expression>();
        for (var place = 0; place < offers.Count; place++)
        {
            var add = Expression.OrAssign(met, Expression.Constant(1UL << place));
            steps.Add(offers[place] is { } when ? Expression.IfThen(when.Holds(code), add) : add);
        }

        var often = code.shared.Values.Where(s => s.Uses > 1).ToList();
        var body = Expression.Block(
            [met, .. code.Sums, .. often.Select(s => s.Local)],
            [.. code.SumLines(), .. often.Select(s => Expression.Assign(s.Local, s.Value)), .. steps, met]
        );
        var rare = code.shared.Values.Where(s => s.Uses == 1).ToDictionary(s => s.Local, s => s.Value);
        return Expression.Lambda<MetOffers>(new InPlace(rare).Visit(body), code.Sale).Compile();
    }

    /// <summary>A value that others may ask for by the same key.</summary>
    public Expression Once(string key, Expression value)
    {
        if (!shared.TryGetValue(key, out var known))
        {
            known = new Shared(Expression.Variable(value.Type, key), value);
            shared.Add(key, known);
        }

        known.Uses++;
        return known.Local;
    }

    /// <summary>Calls a condition's own check.</summary>
    public Expression Ask(Condition condition)
    {
        var check = condition.GetType().GetMethod(nameof(Condition.Check))!;
        return Once(
            Written(condition),
            Expression.Call(Expression.Constant(condition), check, Sale).Get(nameof(Verdict.Holds))
        );
    }

    /// <summary>
    /// Whether each of them holds: those that call nothing first, since the others are then often spared.
    /// </summary>
    public IEnumerable<Expression> CheapFirst(IEnumerable<Condition> parts) =>
        parts.Select(part => part.Holds(this)).OrderBy(holds => new Calls(this).In(holds));

    /// <summary>True for no guest.</summary>
    public Expression ForMember(Expression holds) => Expression.AndAlso(HasMember, holds);

    /// <summary>The member has one of these codes; none of an empty list.</summary>
    /// <param name="list">The list of <see cref="MemberFacts"/> that they stand in.</param>
    public Expression MemberHasOne(string list, IReadOnlyCollection<string> codes) =>
        codes.Count == 0
            ? Expression.Constant(false)
            : codes
                .Select(one => Once($"{list} {one}", ForMember(Has(Member.Get(list), one))))
                .Aggregate(Expression.OrElse);

    /// <summary>A number of the member; below every bound for a guest.</summary>
    public Expression NumberOfMember(Expression number) =>
        Expression.Condition(
            HasMember,
            number.Type == typeof(long) ? number : Expression.Convert(number, typeof(long)),
            Expression.Constant(long.MinValue)
        );

    /// <summary>
    /// What the member, if there is one, did within a window: by its place among those that are read.
    /// </summary>
    public Expression In(Window window, string fact)
    {
        var nothing = Expression.Default(typeof(WindowFact).GetProperty(fact)!.PropertyType);
        if (needs.Windows.IndexOf(window) is var place && place < 0)
        {
            return nothing;
        }

        var (windows, at) = (Member.Get(nameof(MemberFacts.Windows)), Expression.Constant(place));
        return Expression.Condition(
            Expression.LessThan(at, windows.Get(nameof(MemberFacts.Windows.Length))),
            Expression.Property(windows, "Item", at).Get(fact),
            nothing
        );
    }

    /// <summary>Days from a day to that of the sale.</summary>
    public Expression DaysSince(Expression day) =>
        Expression.Subtract(
            Sale.Get(nameof(SaleContext.Day)).Get(nameof(DateOnly.DayNumber)),
            day.Get(nameof(DateOnly.DayNumber))
        );

    /// <summary>A text is one of these; compared as == does.</summary>
    public static Expression IsOne(Expression text, IEnumerable<string> of)
    {
        var local = Expression.Variable(typeof(string));
        var any = of.Select(o => (Expression)Expression.Equal(local, Expression.Constant(o)));
        return Expression.Block([local], Expression.Assign(local, text), any.Aggregate(Expression.OrElse));
    }

    /// <summary>A list of codes has this one.</summary>
    public static Expression Has(Expression codes, string code) =>
        Expression.Call(
            typeof(Conditions.CodeList),
            nameof(Conditions.CodeList.Has),
            null,
            codes,
            Expression.Constant(code)
        );

    /// <summary>Equal texts are equal questions: nothing counts in a word but what it writes.</summary>
    private static string Written(Condition condition)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            ConditionDocument.Write(condition, json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private sealed record Shared(ParameterExpression Local, Expression Value)
    {
        public int Uses { get; set; }
    }

    private sealed class Calls(SaleCode code) : ExpressionVisitor
    {
        private int count;

        public int In(Expression expression)
        {
            Visit(expression);
            return count;
        }

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            count++;
            return base.VisitMethodCall(node);
        }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            if (node.Name is { } key && code.shared.TryGetValue(key, out var known))
            {
                Visit(known.Value);
            }

            return node;
        }
    }

    private sealed class InPlace(Dictionary<ParameterExpression, Expression> values) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) =>
            values.TryGetValue(node, out var value) ? Visit(value) : node;
    }
}

/// <summary>Shorter words for code.</summary>
internal static class CodeParts
{
    public static Expression Get(this Expression of, string property) => Expression.Property(of, property);

    public static Expression IsAtLeast(this Expression number, long least) =>
        Expression.GreaterThanOrEqual(number, Expression.Constant(least));
}
