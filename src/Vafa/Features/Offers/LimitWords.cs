using Vafa.Core.Offers;
using Vafa.Core.Values;

namespace Vafa.Features.Offers;

/// <summary>The limits of an offer in sentences.</summary>
internal static class LimitWords
{
    /// <summary>Each limit by itself; none when there is none.</summary>
    public static IEnumerable<string> Of(Limits limits, Wording words)
    {
        if (limits.Budget is { } budget)
        {
            yield return words.Say($"بودجه: {words.Money(budget)}", $"Budget: {words.Money(budget)}");
        }

        if (limits.Uses is { } uses)
        {
            yield return words.Say($"در کل {words.Number(uses)} بار", $"{words.Number(uses)} uses in all");
        }

        if (limits.PerPeriod is { } span)
        {
            yield return OfferWords.PerPeriod(span, words);
        }

        if (limits.PerBranch is { } branch)
        {
            yield return OfferWords.PerBranch(branch, words);
        }

        if (limits.PerMember is { } member)
        {
            yield return OfferWords.PerMember(member, words);
        }

        if (limits.MaxValue is { } most)
        {
            yield return words.Say(
                $"در یک خرید دست‌بالا {words.Money(most)}",
                $"At most {words.Money(most)} in one sale"
            );
        }
    }
}
