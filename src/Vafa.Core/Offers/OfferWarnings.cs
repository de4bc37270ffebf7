using Vafa.Core.Offers.Conditions;
using Vafa.Core.Offers.Effects;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>A rule of thumb that the owner breaks, said and never refused.</summary>
public sealed record OfferWarning(string Code, LocalText Text);

/// <summary>The rules of thumb. A club that knows better goes on.</summary>
public static class OfferWarnings
{
    private const int MuchForAll = 1_500;
    private const int MuchBack = 3_000;
    private static readonly Wording Fa = new(Persian: true, Toman: true);
    private static readonly Wording En = new(Persian: false, Toman: true);

    public static IReadOnlyList<OfferWarning> Of(Offer offer)
    {
        var warnings = new List<OfferWarning>();
        var forAll = offer.When is null || !Narrows(offer.When);
        foreach (var effect in offer.Give)
        {
            if (effect is DiscountPercent { On: GoodsKind.Basket } d && forAll && d.Percent.BasisPoints >= MuchForAll)
            {
                warnings.Add(MuchOffForAll(d.Percent));
            }

            if (effect is CreditPercent c && c.Percent.BasisPoints > MuchBack)
            {
                warnings.Add(MuchComesBack(c.Percent));
            }
        }

        if (offer.Combine && offer.Give.Any(e => e.TakesOff && e is not (FreeShipping or FreeItem or FreeItemOf)))
        {
            warnings.Add(
                Said(
                    "offer.adds-up",
                    "این تخفیف به پیشنهادهای دیگر اضافه می‌شود.",
                    "This discount is added to whatever else applies."
                )
            );
        }

        if (
            offer.Limits is { Budget: null, Uses: null, PerMember: null, PerPeriod: null, PerBranch: null }
            && offer.Give.Any(e => e is Gift or FreeItem or FreeItemOf)
        )
        {
            warnings.Add(
                Said(
                    "offer.gift-without-limit",
                    "این هدیه سقف ندارد و در هر خرید داده می‌شود.",
                    "This gift has no limit and is given with every sale."
                )
            );
        }

        return warnings;
    }

    /// <summary>Conditions that everybody meets by buying do not narrow whom an offer is for.</summary>
    private static bool Narrows(Condition when) =>
        when switch
        {
            All => when.Parts.Any(Narrows),
            Any => when.Parts.All(Narrows),
            BasketTotal or BasketPieces or AtBranch or ByChannel or PaidBy or AtFestival => false,
            _ => true,
        };

    private static OfferWarning MuchOffForAll(Percent percent) =>
        Said(
            "offer.much-for-all",
            $"{Fa.Percent(percent)} تخفیف برای همه زیاد است: به کسانی هم می‌رسد که بی آن هم می‌خریدند.",
            $"{En.Percent(percent)} off for everybody is much: it also goes to those who would have bought anyway."
        );

    private static OfferWarning MuchComesBack(Percent percent) =>
        Said(
            "offer.much-back",
            $"بازگشت {Fa.Percent(percent)} از پول خرید زیاد است.",
            $"{En.Percent(percent)} of the money coming back is much."
        );

    private static OfferWarning Said(string code, string fa, string en) => new(code, new LocalText(fa, en));
}
