using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Features.Purchases;

/// <summary>In what a sale that was concluded elsewhere is another than Vafa would have made it.</summary>
[Flags]
public enum SaleDifferences
{
    None = 0,

    /// <summary>More was taken off than Vafa decided.</summary>
    More = 1,

    /// <summary>Less was taken off.</summary>
    Less = 2,

    /// <summary>An offer was granted that a condition or a limit would have stopped.</summary>
    Offer = 4,

    /// <summary>It was paid with credit that no wallet holds.</summary>
    Short = 8,

    /// <summary>It named a member whom nobody is.</summary>
    Member = 16,

    /// <summary>Its clock was wrong, so it counts for the moment it came in.</summary>
    Time = 32,

    /// <summary>Another discount, recorded before it was kept which way.</summary>
    Discount = 64,

    /// <summary>More was given by hand than the word of whoever gave it is good for.</summary>
    Hand = 128,
}

/// <summary>Finds the differences of a priced sale.</summary>
internal static class SaleDifference
{
    public static SaleDifferences Of(PricedSale priced)
    {
        var (decision, taken) = (priced.Decision, priced.Desk.Sale.Taken);
        if (taken is null)
        {
            return SaleDifferences.None;
        }

        var beyond = Beyond(priced);
        return (
                beyond > 0 ? SaleDifferences.More
                : beyond < 0 ? SaleDifferences.Less
                : SaleDifferences.None
            )
            | (decision.Offers.Any(WasStopped) ? SaleDifferences.Offer : SaleDifferences.None)
            | (priced.Short.Minor > 0 ? SaleDifferences.Short : SaleDifferences.None)
            | (priced.ByHand is { IsBeyond: true } ? SaleDifferences.Hand : SaleDifferences.None)
            | (taken.WithoutMember ? SaleDifferences.Member : SaleDifferences.None)
            | (taken.WithoutTime ? SaleDifferences.Time : SaleDifferences.None);
    }

    /// <summary>
    /// What was taken off at the till beyond our own decision; what no wallet covered is told apart from it.
    /// </summary>
    public static long Beyond(PricedSale priced) =>
        priced.Decision.Own is { } own ? own.DiscountBeyond(priced.Decision).Minor - priced.Short.Minor : 0;

    /// <summary>What the API and the list call each of them.</summary>
    public static IReadOnlyList<string> Words(SaleDifferences differs) =>
        [.. Named.Where(n => differs.HasFlag(n.What)).Select(n => n.Word)];

    /// <summary>Each of them as a sentence.</summary>
    /// <param name="beyond">What was taken off beyond our own decision.</param>
    public static string Say(string word, long beyond, Wording words)
    {
        var money = words.Money(new Money(Math.Abs(beyond)));
        return word switch
        {
            "more" => words.Say(
                $"{money} بیشتر از تصمیم وفا تخفیف گرفت",
                $"{money} more was taken off than Vafa decided"
            ),
            "less" => words.Say(
                $"{money} کمتر از تصمیم وفا تخفیف گرفت",
                $"{money} less was taken off than Vafa decided"
            ),
            "discount" => words.Say("تخفیفش با تصمیم وفا فرق دارد", "Its discount is another than Vafa’s"),
            "offer" => words.Say("پیشنهادی داده شد که وفا نمی‌داد", "An offer was granted that Vafa would not give"),
            "short" => words.Say("بخشی از اعتبارِ خرج‌شده در کیف نبود", "The wallet did not hold all credit spent"),
            "hand" => words.Say(
                "تخفیف دستی بیش از اجازهٔ صندوق‌دار بود",
                "More was given by hand than the cashier may give"
            ),
            "member" => words.Say("شماره‌اش از هیچ عضوی نبود", "Its number was no member’s"),
            "time" => words.Say("ساعت دستگاه جلو بود", "The device’s clock was ahead"),
            _ => throw new ArgumentOutOfRangeException(nameof(word)),
        };
    }

    private static readonly (SaleDifferences What, string Word)[] Named =
    [
        (SaleDifferences.Short, "short"),
        (SaleDifferences.More, "more"),
        (SaleDifferences.Less, "less"),
        (SaleDifferences.Discount, "discount"),
        (SaleDifferences.Offer, "offer"),
        (SaleDifferences.Hand, "hand"),
        (SaleDifferences.Member, "member"),
        (SaleDifferences.Time, "time"),
    ];

    private static bool WasStopped(OfferVerdict offer) =>
        offer is { Status: OfferStatus.Applied, Code: not VerdictCode.None };
}
