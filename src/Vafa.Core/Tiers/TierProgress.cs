using Vafa.Core.Values;

namespace Vafa.Core.Tiers;

/// <summary>How far a member is on a ladder.</summary>
/// <param name="Held">The tier that counts; null: none yet.</param>
/// <param name="Next">The next one that sums reach; null at the top.</param>
/// <param name="Missing">What is missing to the next one; nothing at the top.</param>
public sealed record TierProgress(Ladder Ladder, Tier? Held, Tier? Next, Shortfall Missing)
{
    /// <param name="sums">Of the running window.</param>
    public static TierProgress Of(Ladder ladder, Standing standing, TierSums sums, DateOnly day)
    {
        var held = ladder.Effective(standing, day);
        var next = ladder.Tiers.Skip(ladder.PlaceOf(held?.Code) + 1).FirstOrDefault(t => !t.ByInvitation);
        return new TierProgress(
            ladder,
            held,
            next,
            next is null ? new Shortfall([], NeedsAll: true) : Shortfall.Of(next, sums)
        );
    }

    /// <summary>«۲۴۰٬۰۰۰ تومان تا طلایی» / "240,000 toman to Gold"; null at the top.</summary>
    public string? Sentence(Wording wording)
    {
        if (Next is not { } next)
        {
            return null;
        }

        var title = wording.Inside(wording.Title(next.Title));
        return Missing.IsNone
            ? wording.Say($"حد {title} پر شده است", $"{title} is reached")
            : wording.Say($"{Missing.Sentence(wording)} تا {title}", $"{Missing.Sentence(wording)} to {title}");
    }

    /// <summary>How much of the way to the next tier is gone, in hundredths from 0 to 100; 100 at the top.</summary>
    /// <remarks>Where all is asked for, the requirement that is farthest; where any is, the nearest.</remarks>
    public int Percent(TierSums sums)
    {
        if (Next is not { } next)
        {
            return 100;
        }

        var shares = next.From.Select(r => (int)(Math.Clamp(sums.Of(r), 0, r.Amount) * 100 / r.Amount));
        return next.NeedsAll ? shares.Min() : shares.Max();
    }
}
