using Vafa.Core.Offers;
using Vafa.Core.Offers.Conditions;
using Vafa.Core.Values;
using Vafa.Features.Offers;
using Vafa.Features.Programme;
using Vafa.Features.Purchases;

namespace Vafa.Features.Rulebooks;

/// <summary>The offers that a tier opens, which its members may get today.</summary>
internal sealed class OffersOfTier(ReadOfferUses uses)
{
    /// <summary>
    /// Their titles, the oldest first. What is for given members, or asks for a code, is nobody else's business.
    /// </summary>
    public async Task<IReadOnlyList<LocalText>> Run(
        ClubVersion club,
        string tier,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var offers = club.Programme.Offers.Where(o => Asks(o.When, tier) && !IsPrivate(o.When)).ToList();
        if (offers.Count == 0)
        {
            return [];
        }

        var used = await uses.Run([.. offers.Select(o => o.Code)], ct);
        return
        [
            .. offers
                .Where(o => Standing.Of(o, SpentOf(used.GetValueOrDefault(o.Code)), now) == OfferStanding.Live)
                .Select(o => o.Title),
        ];
    }

    private static OfferSpent SpentOf(OfferUsed? used) =>
        used is null ? OfferSpent.Nothing : new OfferSpent(used.Uses, new Money(used.Given), used.Held);

    /// <summary>What is asked not to be so opens nothing.</summary>
    private static bool Asks(Condition? when, string tier) =>
        when switch
        {
            null or Not => false,
            InTier asked => asked.Tiers.Contains(tier),
            _ => when.Parts.Any(p => Asks(p, tier)),
        };

    private static bool IsPrivate(Condition? when) =>
        when is IsMember or WithCode || (when is not null && when.Parts.Any(IsPrivate));
}
