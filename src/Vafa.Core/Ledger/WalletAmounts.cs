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
/// <param name="ExpiresAt">As it was loaded.</param>
public readonly record struct LotChange(long Lot, string Unit, long Before, long After, DateTimeOffset? ExpiresAt)
{
    public long Delta => After - Before;
}

/// <summary>So much of one lot was taken by a spending, or goes back to it. Always above 0.</summary>
public readonly record struct Draw(long Lot, long Amount);

/// <summary>When a new lot can be spent and until when; an end of null is never.</summary>
public readonly record struct LotTerms(DateTimeOffset AvailableFrom, DateTimeOffset? ExpiresAt = null)
{
    /// <summary>The event that makes it available; null: it waits for none.</summary>
    public string? Awaits { get; init; }

    /// <summary>Whether each visit moves its end.</summary>
    public bool Slides { get; init; }

    /// <summary>The business day that brings it.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The branch that gives it.</summary>
    public string? Branch { get; init; }
}

/// <summary>The dates of a lot, all that can move of it but its remainder.</summary>
public readonly record struct LotDates(DateTimeOffset AvailableFrom, DateTimeOffset? ExpiresAt, string? Awaits);

/// <summary>A loaded lot whose dates moved; <paramref name="Remaining"/> is what it holds now.</summary>
public readonly record struct LotDatesChange(long Lot, string Unit, LotDates Before, LotDates After, long Remaining);

/// <summary>An earning to be taken back.</summary>
/// <param name="Lots">The very lots it opened; none when it only filled debts.</param>
/// <param name="Amount">How much of it no longer stands.</param>
/// <param name="AlreadyExpired">What expired out of those lots before and no earlier reversal has counted. It is gone
/// from the member already and is not taken a second time (<c>RefundMath.ExpiredUncounted</c>).</param>
public readonly record struct Reversal(string Unit, IReadOnlyList<long> Lots, long Amount, long AlreadyExpired = 0);
