using Vafa.Core.Sales;
using Vafa.Core.Values;
using Vafa.Web;

namespace Vafa.Features.Purchases;

/// <summary>A discount that somebody at the counter gives, as it was sent.</summary>
/// <param name="Approval">At a till, a manager's word for it.</param>
public sealed record ByHandRequest(HandDiscount Discount, string Reason, Guid? Approval)
{
    private const int LongestReason = 200;

    /// <summary>
    /// Exactly one of amount and percent; of a sale that is concluded the amount, because nothing is worked out there.
    /// </summary>
    public static ByHandRequest? Read(DocumentReader body, bool isConcluded)
    {
        if (body.Below("byHand") is not { } below)
        {
            return null;
        }

        var amount = below.Whole("amount", 1, Money.Max.Minor);
        var share = below.Percent("percent", 100, minBasisPoints: 1);
        var reason = below.Text("reason", LongestReason, required: true);
        var approval = below.Id("approval");
        below.Done();
        if (body.IsClean && ((amount is null) == (share is null) || (isConcluded && amount is null)))
        {
            below.Refuse("byHand.one-of", "amount");
        }

        return body.IsClean
            ? new ByHandRequest(new HandDiscount(new Money(amount ?? 0), share), reason!, approval)
            : null;
    }
}

/// <summary>Who takes something off by hand, and how far his word goes.</summary>
/// <param name="By">User of a person, name of a machine.</param>
/// <param name="IsFree">He needs nobody: he may correct wallets.</param>
/// <param name="Audited">The same for the audit log.</param>
internal sealed record HandWord(string By, bool IsFree, string Audited)
{
    /// <summary>Who let him; null when nobody was asked.</summary>
    public string? AllowedBy { get; init; }

    /// <summary>How much he let him take off.</summary>
    public Money Most { get; init; }

    public static HandWord Of(Actor actor) =>
        new(actor.By[(actor.By.IndexOf(':', StringComparison.Ordinal) + 1)..], actor.May(Scopes.Ledger), actor.By);

    /// <param name="limit">What the club lets cashiers take off by themselves.</param>
    public bool Covers(GivenByHand given, Percent limit) =>
        IsFree || given.IsWithin(limit) || (AllowedBy is not null && given.Amount <= Most);
}

/// <summary>How a discount by hand came about, for the sale's record.</summary>
/// <param name="By">Who gave it.</param>
/// <param name="AllowedBy">Who let him; null when his own word was enough, or nobody was asked.</param>
/// <param name="IsBeyond">It was more than his word was good for: a fact that was concluded without network.</param>
public sealed record HandNote(string By, string? AllowedBy, string Reason, bool IsBeyond);
