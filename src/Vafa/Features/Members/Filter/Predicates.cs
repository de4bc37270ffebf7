using System.Linq.Expressions;

namespace Vafa.Features.Members.Filter;

/// <summary>Puts conditions together that become one query.</summary>
internal static class Predicates
{
    public static Expression<Func<T, bool>> Or<T>(Expression<Func<T, bool>> one, Expression<Func<T, bool>> other) =>
        Joined(one, other, Expression.OrElse);

    public static Expression<Func<T, bool>> And<T>(Expression<Func<T, bool>> one, Expression<Func<T, bool>> other) =>
        Joined(one, other, Expression.AndAlso);

    /// <summary>key OP value, where the value becomes a parameter of the query.</summary>
    public static Expression<Func<T, bool>> Compare<T, TKey>(
        Expression<Func<T, TKey>> key,
        Func<Expression, Expression, BinaryExpression> compare,
        TKey value
    ) =>
        Expression.Lambda<Func<T, bool>>(
            compare(key.Body, Expression.Field(Expression.Constant(new Box<TKey>(value)), nameof(Box<TKey>.Value))),
            key.Parameters
        );

    private static Expression<Func<T, bool>> Joined<T>(
        Expression<Func<T, bool>> one,
        Expression<Func<T, bool>> other,
        Func<Expression, Expression, BinaryExpression> join
    ) => Expression.Lambda<Func<T, bool>>(join(one.Body, new Renamed(other, one).Visit(other.Body)), one.Parameters);

    private sealed class Renamed(LambdaExpression from, LambdaExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) =>
            node == from.Parameters[0] ? to.Parameters[0] : node;
    }

    private sealed class Box<TKey>(TKey value)
    {
        public readonly TKey Value = value;
    }
}
