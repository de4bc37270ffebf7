using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Values;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Purchases.Holds;

namespace Vafa.Features.Purchases;

/// <summary>A sale with its decision, not written yet.</summary>
internal sealed record PricedSale(SaleDesk Desk, MemberState? Member, Basket Basket, Facts Facts, Decision Decision)
{
    /// <summary>The hold that was made for it; if it is open, its uses are counted as free here.</summary>
    public HeldUses? Hold { get; init; }

    /// <summary>Who takes off what is taken off by hand.</summary>
    public HandWord? Word { get; init; }

    /// <summary>How the discount by hand came about; null when there is none.</summary>
    public HandNote? ByHand =>
        Decision.ByHand is { } given && Word is { } word && Desk.Sale.ByHand is { } asked
            ? new HandNote(word.By, word.AllowedBy, asked.Reason, !word.Covers(given, Limit))
            : null;

    /// <summary>What cashiers may take off by themselves.</summary>
    public Percent Limit => Desk.Club.Settings.CashierDiscountPercent;

    /// <summary>What it may take of what was set apart for its till.</summary>
    public SaleAllowances Apart { get; init; } = SaleAllowances.None;

    /// <summary>What it was paid with and no wallet covers.</summary>
    public Money Short { get; init; }

    /// <summary>The decision as it is kept with the sale.</summary>
    public string Record() =>
        DecisionRecord.Write(Decision, Desk.Club.Programme, Basket, Facts.Member, Facts.Counts, Desk.At);
}
