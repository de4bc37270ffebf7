using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Purchases.Holds;

namespace Vafa.Features.Purchases;

/// <summary>A sale with its decision, not written yet.</summary>
internal sealed record PricedSale(SaleDesk Desk, MemberState? Member, Basket Basket, Facts Facts, Decision Decision)
{
    /// <summary>The hold that was made for it; if it is open, its uses are counted as free here.</summary>
    public HeldUses? Hold { get; init; }
}
