using System.Linq.Expressions;
using Vafa.Core.Sales;

namespace Vafa.Core.Offers;

/// <summary>
/// A word that holds once a number is large enough; what is missing to it is its distance. Offers that ask for the same
/// number with bounds of their own look at it together.
/// </summary>
public abstract class Threshold : Condition
{
    /// <summary>The smallest number that will do.</summary>
    public abstract long Least { get; }

    /// <summary>
    /// What tells the number from others that the word may ask for: a unit, a window. Empty when there is only one.
    /// </summary>
    public virtual string NumberOf => "";

    /// <summary>The number in this sale; null when it is a member's and there is none.</summary>
    public abstract long? Number(in SaleContext sale);

    public sealed override Verdict Check(in SaleContext sale) =>
        Number(sale) is not { } number ? NoMember()
        : number >= Least ? Verdict.Yes
        : Short(Least - number);

    internal sealed override Expression Holds(SaleCode code) =>
        code.Once($"{Word} {NumberOf}", NumberIn(code)).IsAtLeast(Least);

    /// <summary>The number as code: below every bound where there is none. By default a call.</summary>
    internal virtual Expression NumberIn(SaleCode code) =>
        Expression.Coalesce(
            Expression.Call(Expression.Constant(this), GetType().GetMethod(nameof(Number))!, code.Sale),
            Expression.Constant(long.MinValue)
        );
}
