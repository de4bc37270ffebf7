using Vafa.Core.Offers;
using Vafa.Core.Sales;

namespace Vafa.Features.Purchases;

/// <summary>In what a sale that was concluded elsewhere is another than Vafa would have made it.</summary>
[Flags]
public enum SaleDifferences
{
    None = 0,

    /// <summary>More was taken off than Vafa decided.</summary>
    More = 1,

    /// <summary>Less was taken off.</summary>
    Less = 2,

    /// <summary>An offer was granted that a condition or a limit would have stopped.</summary>
    Offer = 4,

    /// <summary>It was paid with credit that no wallet holds.</summary>
    Short = 8,

    /// <summary>It named a member whom nobody is.</summary>
    Member = 16,

    /// <summary>Its clock was wrong, so it counts for the moment it came in.</summary>
    Time = 32,
}

/// <summary>Finds the differences of a priced sale.</summary>
internal static class SaleDifference
{
    public static SaleDifferences Of(PricedSale priced)
    {
        var (decision, taken) = (priced.Decision, priced.Desk.Sale.Taken);
        if (decision.Own is not { } own || taken is null)
        {
            return SaleDifferences.None;
        }

        // What no wallet covered is told apart from what was taken off at the till.
        var beyond = own.DiscountBeyond(decision).Minor - priced.Short.Minor;
        return (
                beyond > 0 ? SaleDifferences.More
                : beyond < 0 ? SaleDifferences.Less
                : SaleDifferences.None
            )
            | (decision.Offers.Any(WasStopped) ? SaleDifferences.Offer : SaleDifferences.None)
            | (priced.Short.Minor > 0 ? SaleDifferences.Short : SaleDifferences.None)
            | (taken.WithoutMember ? SaleDifferences.Member : SaleDifferences.None)
            | (taken.WithoutTime ? SaleDifferences.Time : SaleDifferences.None);
    }

    private static bool WasStopped(OfferVerdict offer) =>
        offer is { Status: OfferStatus.Applied, Code: not VerdictCode.None };
}
