using Vafa.Core.Ledger;

namespace Vafa.Features.Ledger.Lane;

/// <summary>Why entries were made.</summary>
/// <param name="Day">The business day they count on: of a sale's entries the sale's, else today.</param>
internal readonly record struct EntryCause(
    CauseKind Kind,
    Guid Id,
    string? Code,
    DateTimeOffset At,
    DateTimeOffset RecordedAt,
    DateOnly Day,
    string? Reason = null
)
{
    /// <summary>The branch of the sale it belongs to.</summary>
    public string? Branch { get; init; }

    /// <summary>Of what a refund takes back: the moment of its sale.</summary>
    public DateTimeOffset? CountsAt { get; init; }

    public EntryRow Of(Guid member, in Entry entry) =>
        new()
        {
            MemberId = member,
            No = entry.No,
            Posting = entry.Posting,
            Unit = entry.Unit,
            Lot = entry.Lot,
            Amount = entry.Amount,
            Balance = entry.Balance,
            Account = entry.Account,
            Kind = entry.Kind,
            CauseKind = Kind,
            CauseId = Id,
            CauseCode = Code,
            At = At,
            RecordedAt = RecordedAt,
            Reason = Reason,
        };
}
