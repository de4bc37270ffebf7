using Vafa.Core.Values;

namespace Vafa.Core.Ledger;

/// <summary>
/// A unit's settings as whole sentences, in the order in which a member meets them: how long it lasts, what it pays,
/// what is taken back. What compares offers (its worth) and what it costs the club are nobody else's business.
/// </summary>
public static class UnitRules
{
    /// <summary>The largest round amount that an example of its value is told of.</summary>
    private const long MostExample = 1_000_000;

    /// <summary>All of it.</summary>
    /// <param name="returnDays">Business days in which goods may be brought back.</param>
    /// <param name="clubDebt">What a reversal may do where the unit says nothing.</param>
    public static IEnumerable<string> Of(Unit unit, int returnDays, DebtPolicy clubDebt, Wording words) =>
        [
            Available(unit, returnDays, words),
            Lasts(unit, words),
            .. UnitSentences.Caps(unit, words),
            .. unit.Caps.Any ? [BesideCaps(words)] : Array.Empty<string>(),
            Pays(unit, words),
            .. unit.MaySpend ? UnitSentences.Spending(unit, words) : [],
            .. UnitSentences.Turns(unit, words) is { } turns ? [turns] : Array.Empty<string>(),
            Transfers(unit, words),
            TakenBack(unit.OwnDebt ?? clubDebt, words),
        ];

    private static string Available(Unit unit, int returnDays, Wording words) =>
        UnitSentences.SpendableFrom(unit.Wait, returnDays, words) is { } from
            ? words.Say($"{from}، در دسترس است.", $"It is available {from}.")
            : words.Say("همان لحظه که به دست می‌آید در دسترس است.", "It is available at once.");

    private static string Lasts(Unit unit, Wording words)
    {
        var lasts = UnitSentences.Lasts(unit.Life, words);
        return unit.Life is Lifetime.Never
            ? words.Say($"{lasts} می‌ماند و باطل نمی‌شود.", $"It lasts {lasts}.")
            : words.Say($"{lasts} می‌ماند و پس از آن باطل می‌شود.", $"It lasts {lasts}; then it is gone.");
    }

    private static string BesideCaps(Wording words) =>
        words.Say(
            "آنچه پیشنهادها می‌دهند در این سقف‌ها شمرده می‌شود ولی از آن چیزی کم نمی‌شود.",
            "What offers give counts in these limits, and is never cut by them."
        );

    /// <summary>Credit that is like money needs no example of its value.</summary>
    private static string Pays(Unit unit, Wording words)
    {
        if (!unit.MaySpend)
        {
            return words.Say("با آن نمی‌شود بهای خرید را پرداخت.", "It does not pay for purchases.");
        }

        var goods = unit.Spending.ProductGroups.IsEmpty
            ? words.Say("کالا و ارسال", "goods and shipping")
            : words.Say("کالا", "goods");
        if (unit.SpendValue.TenThousandths == Worth.Scale && words.CountsAsMoney?.Invoke(unit.Code) == true)
        {
            return words.Say($"مثل پول، بهای {goods} را می‌پردازد.", $"Like money, it pays for {goods}.");
        }

        var (amount, money) = Example(unit, words);
        return words.Say(
            $"هر {amount} به اندازهٔ {money} از بهای {goods} را می‌پردازد.",
            $"Each {amount} pays {money} of {goods}."
        );
    }

    /// <summary>The smallest power of ten that pays whole money.</summary>
    private static (string Amount, string Money) Example(Unit unit, Wording words)
    {
        var many = 1L;
        while (many < MostExample && unit.SpendValue.Scaled(many) % Worth.Scale != 0)
        {
            many *= 10;
        }

        return (words.Amount(unit.Code, many), words.Money(unit.SpendValue.Of(many)));
    }

    private static string Transfers(Unit unit, Wording words) =>
        unit.MayTransfer
            ? words.Say("عضوها می‌توانند آن را به هم بدهند.", "Members may give it to each other.")
            : words.Say("به عضو دیگری داده نمی‌شود.", "It cannot be given to another member.");

    private static string TakenBack(DebtPolicy debt, Wording words) =>
        debt switch
        {
            DebtPolicy.BelowZero => words.Say(
                "آنچه کالای برگشتی آورده بود پس گرفته می‌شود؛ اگر خرج شده باشد، موجودی منفی می‌شود و نخست از آنچه "
                    + "بعداً به دست می‌آید پر می‌شود.",
                "What returned goods had earned is taken back; if it is spent, the balance falls below zero and "
                    + "what is earned later fills it first."
            ),
            DebtPolicy.ToZero => words.Say(
                "آنچه کالای برگشتی آورده بود پس گرفته می‌شود، تا جایی که موجودی دارد.",
                "What returned goods had earned is taken back, as far as the balance goes."
            ),
            DebtPolicy.PendingOnly => words.Say(
                "با برگشت کالا تنها آنچه هنوز در دسترس نیست پس گرفته می‌شود.",
                "Of what returned goods had earned only what is not available yet is taken back."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(debt)),
        };
}
