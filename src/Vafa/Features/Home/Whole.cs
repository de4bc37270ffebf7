using Vafa.Core.Values;

namespace Vafa.Features.Home;

/// <summary>Sums and averages are shown without parts of a toman, rounded towards zero; ledgers keep them
/// exactly.</summary>
internal static class Whole
{
    private const int RialInToman = 10;

    public static Money Of(long amount, Wording words) =>
        words.MoneyScale == RialInToman ? new Money(amount / RialInToman * RialInToman) : new Money(amount);
}
