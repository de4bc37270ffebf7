using Vafa.Core.Values;

namespace Vafa.Core.Sales;

/// <summary>A stored decision with all that a replay needs.</summary>
public sealed record RecordedDecision(Decision Decision, DateTimeOffset At, Facts Facts)
{
    /// <summary>The sale's basket, with the codes named and the prices of free goods as they were.</summary>
    public required Basket Basket { get; init; }

    /// <summary>Decides the same sale again, by the stored facts alone.</summary>
    public Outcome<Decision> Replay(Programme programme) =>
        Sales.Decide.Sale(
            programme,
            Basket with
            {
                ByHand = ByHand,
            },
            Facts.Member,
            Facts.Counts,
            At,
            TakenOf(programme)
        );

    /// <summary>As much as was given, whatever other rules leave of the goods.</summary>
    private HandDiscount? ByHand =>
        Decision.ByHand is { } given ? new HandDiscount(given.Amount) { IsCut = true } : null;

    private Taken? TakenOf(Programme programme) =>
        Decision.Own is null
            ? null
            : new Taken(
                Decision.Discount,
                Decision.Payable,
                [
                    .. Decision
                        .Offers.Where(v => v.Status == OfferStatus.Applied)
                        .Select(v => programme.Offers[v.Offer].Code),
                ]
            );
}

/// <summary>What was known of the member and the counters when it was decided.</summary>
public sealed record Facts(MemberFacts? Member, IReadOnlyList<OfferCount> Counts);
