using Vafa.Core.Ledger;
using Vafa.Core.Values;

namespace Vafa.Features.Trial;

/// <summary>What settings would have done, in the words of a shop.</summary>
internal static class TrialSentences
{
    public static IEnumerable<string> Of(UnitTrial trial, Unit unit, Wording words)
    {
        if (trial is { Caps: null, Life: null, Spending: null })
        {
            yield return words.Say(
                "سقفی، مهلت ثابتی یا مرزی در خرج نیست؛ از گذشته چیزی عوض نمی‌شد.",
                "There is no cap, no fixed life and no bound on spending; nothing of the past would be different."
            );
        }

        if (trial.Caps is { } caps)
        {
            yield return Caps(caps, trial.Days, unit, words);
        }

        if (trial.Life is { } life)
        {
            yield return Life(life, unit, words);
        }

        if (trial.Spending is { } spending)
        {
            yield return Spending(spending, trial.Days, unit, words);
        }
    }

    private static string Caps(CapsTrial caps, int days, Unit unit, Wording words)
    {
        var (back, name) = (words.Number(days), words.NameInside(NameKind.Unit, unit.Code));
        if (caps.Times == 0)
        {
            return words.Say(
                $"سقف‌ها: در {back} روز گذشته با قانونی {name} داده نشد.",
                $"Caps: no rule brought any {name} in the last {back} days."
            );
        }

        var times = words.Number(caps.Times);
        if (caps.Cut == 0)
        {
            return words.Say(
                $"سقف‌ها: {times} بار در {back} روز گذشته {name} داده شد؛ هیچ‌کدام به این سقف‌ها نمی‌خورد.",
                $"Caps: none of the {times} times that brought {name} in the last {back} days would meet them."
            );
        }

        var (cut, less) = (words.Number(caps.Cut), words.Amount(unit.Code, caps.Amount));
        return words.Say(
            $"سقف‌ها: {times} بار در {back} روز گذشته {name} داده شد؛ {cut} بار به سقف می‌خورد "
                + $"و روی‌هم {less} کمتر داده می‌شد.",
            $"Caps: of the {times} times that brought {name} in the last {back} days, {cut} would bring less, "
                + $"{less} less in all."
        );
    }

    private static string Life(LifeTrial life, Unit unit, Wording words)
    {
        var standing = words.Amount(unit.Code, life.Standing);
        if (life.Ended == 0)
        {
            return words.Say(
                $"مهلت: از {standing} که عضوها گرفته‌اند و دارند چیزی باطل نشده بود.",
                $"Life: of {standing} that members earned and have, nothing would have ended."
            );
        }

        var ended = words.Amount(unit.Code, life.Ended);
        return words.Say(
            $"مهلت: اگر از آغاز چنین بود، از {standing} که عضوها گرفته‌اند و دارند {ended} باطل شده بود.",
            $"Life: of {standing} that members earned and have, {ended} would have ended by now."
        );
    }

    private static string Spending(SpendingTrial spending, int days, Unit unit, Wording words)
    {
        var (back, name) = (words.Number(days), words.NameInside(NameKind.Unit, unit.Code));
        if (spending.Sales == 0)
        {
            return words.Say(
                $"خرج: در {back} روز گذشته با {name} خریدی پرداخت نشد.",
                $"Spending: no sale of the last {back} days was paid with {name}."
            );
        }

        var sales = words.Number(spending.Sales);
        if (spending.Refused == 0)
        {
            return words.Say(
                $"خرج: هر {sales} خریدی که در {back} روز گذشته با {name} پرداخت شد، همان‌طور می‌شد.",
                $"Spending: all {sales} sales paid with {name} in the last {back} days could be paid the same way."
            );
        }

        var refused = words.Number(spending.Refused);
        return words.Say(
            $"خرج: از {sales} خریدی که در {back} روز گذشته با {name} پرداخت شد، {refused} تا همان‌طور نمی‌شد.",
            $"Spending: of {sales} sales paid with {name} in the last {back} days, {refused} could not be paid so."
        );
    }
}
