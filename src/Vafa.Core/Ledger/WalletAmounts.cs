namespace Vafa.Core.Ledger;

/// <summary>The stored balance of one unit: Σ of its entries, pending and expired-but-unswept included.</summary>
public readonly record struct WalletBalance(string Unit, long Stored);

/// <summary>A stored balance that moved; the row is updated by the difference under a condition.</summary>
public readonly record struct BalanceChange(string Unit, long Before, long After)
{
    public long Delta => After - Before;
}

/// <summary>
/// A loaded lot whose remainder moved; the row is updated only where it still holds <paramref name="Before"/>.
/// </summary>
public readonly record struct LotChange(long Lot, string Unit, long Before, long After, DateTimeOffset? ExpiresAt)
{
    public long Delta => After - Before;
}

/// <summary>So much of one lot was taken by a spending, or goes back to it. Always above 0.</summary>
public readonly record struct Draw(long Lot, long Amount);

/// <summary>When a new lot can be spent and until when; an end of null is never.</summary>
public readonly record struct LotTerms(DateTimeOffset AvailableFrom, DateTimeOffset? ExpiresAt = null);

/// <summary>An earning to be taken back.</summary>
/// <param name="Lots">The very lots it opened; none when it only filled debts.</param>
/// <param name="Amount">How much of it no longer stands.</param>
/// <param name="AlreadyExpired">What expired out of those lots before and no earlier reversal has counted. It is gone
/// from the member already and is not taken a second time (<c>RefundMath.ExpiredUncounted</c>).</param>
public readonly record struct Reversal(string Unit, IReadOnlyList<long> Lots, long Amount, long AlreadyExpired = 0);
