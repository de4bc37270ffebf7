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

    /// <summary>What became another unit, and what it became.</summary>
    Converted = 6,

    /// <summary>Given to another member; adds up to nothing over all members.</summary>
    Transferred = 7,

    /// <summary>Taken over by the member another one was merged into; adds up to nothing over all members.</summary>
    Merged = 8,

    /// <summary>Set apart for a till that may have no network; what it holds is still the members'.</summary>
    SetApart = 9,
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
    Converted = 8,
    Transferred = 9,
    Merged = 10,

    /// <summary>What had expired stands again, in the very lot.</summary>
    Reinstated = 11,

    /// <summary>The end of a lot moved; the amount is 0.</summary>
    Extended = 12,

    /// <summary>Set apart for one till, or back from there.</summary>
    SetApart = 13,
}

/// <summary>
/// A parcel of a unit that came at one time for one reason. <see cref="Remaining"/> is Σ of its entries; a debt is a
/// lot with a negative remainder and no expiry.
/// </summary>
public sealed class Lot
{
    /// <summary>The moment from which a lot that waits for an event can be spent: later than any clock.</summary>
    public static readonly DateTimeOffset NotYet = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public required long No { get; init; }

    public required string Unit { get; init; }

    /// <summary>What the opening entry brought.</summary>
    public required long Amount { get; init; }

    public long Remaining { get; set; }

    public required DateTimeOffset AvailableFrom { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>The event that makes it available; null: it waits for none.</summary>
    public string? Awaits { get; set; }

    /// <summary>Whether each visit moves its end.</summary>
    public bool Slides { get; init; }

    /// <summary>The business day that brought it; unknown of a debt and of what came before days were kept.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The branch that gave it; null: none did.</summary>
    public string? Branch { get; init; }

    /// <summary>Takes over the dates of the lot that it was meanwhile.</summary>
    internal void Follow(Lot other) =>
        (AvailableFrom, ExpiresAt, Awaits) = (other.AvailableFrom, other.ExpiresAt, other.Awaits);

    public bool IsDebt => Remaining < 0;

    public LotDates Dates => new(AvailableFrom, ExpiresAt, Awaits);

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
