using Vafa.Core.Ledger;
using Vafa.Core.Sales;
using Vafa.Features.Programme;

namespace Vafa.Features.Purchases;

/// <summary>
/// Everything a receipt is made of, all of it recorded: the same receipt comes out a second or a year later. Imported
/// history has no decision.
/// </summary>
public sealed record RecordedSale(
    Purchase Purchase,
    IReadOnlyList<PurchaseLine> Lines,
    IReadOnlyList<EarnedItem> Earned,
    Decision? Decision,
    PurchaseDetails Details,
    ClubVersion Club
);

/// <summary>What a sale brought, with its dates and the code of the rule, offer or tier that gave it.</summary>
public sealed record EarnedItem(string Unit, long Amount, LotTerms Terms, string? Rule, string? Offer)
{
    /// <summary>Code of the tier that earned it on top of the rules.</summary>
    public string? Tier { get; init; }

    /// <summary>
    /// The earnings of a decision. Dates follow from the sale's business day and the unit (semantics 11), so they need
    /// not be stored beside the lots.
    /// </summary>
    public static IReadOnlyList<EarnedItem> Of(Decision decision, ClubVersion club, DateTimeOffset at, DateOnly day) =>
        [.. decision.Earned.Select(earning => Of(earning, club.Programme, at, day))];

    private static EarnedItem Of(Earning earning, Core.Sales.Programme programme, DateTimeOffset at, DateOnly day)
    {
        return new EarnedItem(
            earning.Unit,
            earning.Amount,
            programme.TermsOf(earning.Unit, at, day, earning.ExpiresAfterDays),
            earning.Rule >= 0 ? programme.Rules[earning.Rule].Code : null,
            earning.Offer >= 0 ? programme.Offers[earning.Offer].Code : null
        )
        {
            Tier = earning.Tier,
        };
    }
}
