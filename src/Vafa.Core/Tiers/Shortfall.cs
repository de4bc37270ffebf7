using System.Collections.Immutable;
using Vafa.Core.Values;

namespace Vafa.Core.Tiers;

/// <summary>What is missing to a tier.</summary>
/// <param name="Amounts">Each requirement that is not reached with what is missing of it; empty when the tier is
/// reached.</param>
/// <param name="NeedsAll">Whether all of them are wanted, or any.</param>
public sealed record Shortfall(ImmutableArray<Requirement> Amounts, bool NeedsAll)
{
    public static Shortfall Of(Tier tier, TierSums sums) =>
        tier.IsReachedBy(sums)
            ? new Shortfall([], tier.NeedsAll)
            : new Shortfall(
                [.. tier.From.Select(r => r with { Amount = r.Amount - sums.Of(r) }).Where(r => r.Amount > 0)],
                tier.NeedsAll
            );

    public bool IsNone => Amounts.IsEmpty;

    /// <summary>What is missing of one kind; null when nothing is.</summary>
    public Requirement? Of(RequirementKind kind)
    {
        foreach (var amount in Amounts)
        {
            if (amount.Kind == kind)
            {
                return amount;
            }
        }

        return null;
    }

    /// <summary>«۲۴۰٬۰۰۰ تومان و ۲ خرید» / "240,000 toman and 2 visits".</summary>
    public string Sentence(Wording wording) =>
        string.Join(
            NeedsAll ? wording.Say(" و ", " and ") : wording.Say(" یا ", " or "),
            Amounts.Select(a => Tell(a, wording))
        );

    private static string Tell(Requirement missing, Wording wording) =>
        missing.Kind switch
        {
            RequirementKind.Spent => wording.Money(new Money(missing.Amount)),
            RequirementKind.Visits => wording.Say(
                $"{wording.Number(missing.Amount)} خرید",
                $"{wording.Number(missing.Amount)} {(missing.Amount == 1 ? "visit" : "visits")}"
            ),
            RequirementKind.Earned => wording.Amount(missing.Unit!, missing.Amount),
            _ => throw new InvalidOperationException($"Nothing is said of {missing.Kind}."),
        };
}
