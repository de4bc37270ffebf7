using Vafa.Core.Values;

namespace Vafa.Core.Ledger;

/// <summary>
/// One line of the append-only ledger: it moves <see cref="Amount"/> of one unit between one lot of a member's wallet
/// (+ into the wallet, − out of it) and a club account (the opposite sign), so every entry is a whole double entry.
/// Entries of one business act (one earning, one spending over three lots) share <see cref="Posting"/>.
/// </summary>
/// <param name="No">Number within the member, 1, 2, 3 …; across all units.</param>
/// <param name="Posting">The number of the first entry of the act it belongs to.</param>
/// <param name="Lot">The lot it moves; the lot's number is that of the entry which opened it.</param>
/// <param name="Balance">The wallet's stored balance after it: Σ entries of the unit.</param>
public readonly record struct Entry(
    long No,
    long Posting,
    string Unit,
    long Lot,
    long Amount,
    long Balance,
    ClubAccount Account,
    EntryKind Kind
);

/// <summary>
/// The other side of an entry. Club accounts keep no running balance; `check` and reports add them up.
/// </summary>
public enum ClubAccount
{
    Issued = 1,
    Spent = 2,
    Expired = 3,
    Adjusted = 4,
    Imported = 5,
}

/// <summary>What happened, in the words of the statement.</summary>
public enum EntryKind
{
    Earned = 1,
    Spent = 2,
    Returned = 3,
    Reversed = 4,
    Expired = 5,
    Adjusted = 6,
    Imported = 7,
}

/// <summary>
/// A parcel of a unit that came at one time for one reason. <see cref="Remaining"/> is Σ of its entries; a debt is a
/// lot with a negative remainder and no expiry.
/// </summary>
public sealed class Lot
{
    public required long No { get; init; }

    public required string Unit { get; init; }

    /// <summary>What the opening entry brought.</summary>
    public required long Amount { get; init; }

    public long Remaining { get; set; }

    public required DateTimeOffset AvailableFrom { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public bool IsDebt => Remaining < 0;

    public bool IsOpenAt(DateTimeOffset now) => AvailableFrom <= now && (ExpiresAt is null || now < ExpiresAt);

    public bool IsPendingAt(DateTimeOffset now) => AvailableFrom > now;

    public bool IsExpiredAt(DateTimeOffset now) => ExpiresAt is { } end && end <= now;
}

/// <summary>What a reversal does when the very lots no longer hold enough (semantics 12).</summary>
public enum DebtPolicy
{
    /// <summary>Below zero; the next earnings fill it. The default.</summary>
    BelowZero = 0,

    /// <summary>Down to zero and no further.</summary>
    ToZero = 1,

    /// <summary>Only what is still pending.</summary>
    PendingOnly = 2,
}
