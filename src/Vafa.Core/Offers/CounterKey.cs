using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>
/// The name of the counter that a sale of a day at a branch moves: the offer's code, and for a scope below it a line
/// more, which no code can hold: "happy\nd2026-11-26", "happy\n@main/m1405-09".
/// </summary>
public static class CounterKey
{
    public static string Of(Offer offer, CountScope scope, ClubTime time, DateOnly day, string branch)
    {
        var every = offer.Limits.Of(scope).Every;
        return scope switch
        {
            CountScope.Period => $"{offer.Code}\n{time.PeriodKey(day, every)}",
            CountScope.Branch when every == Period.Ever => $"{offer.Code}\n@{branch}",
            CountScope.Branch => $"{offer.Code}\n@{branch}/{time.PeriodKey(day, every)}",
            _ => offer.Code,
        };
    }

    /// <summary>The offer whose counter bears this name.</summary>
    public static string OfferOf(string key) =>
        key.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var at ? key[..at] : key;
}
