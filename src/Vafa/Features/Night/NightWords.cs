using Vafa.Core.Ledger;
using Vafa.Core.Values;
using Vafa.Features.Home;

namespace Vafa.Features.Night;

/// <summary>A night in words.</summary>
internal static class NightWords
{
    public static string Name(string step, Wording words) =>
        step switch
        {
            ActivateStep.Word => words.Say("آزاد شدن", "What opens"),
            ConvertStep.Word => words.Say("تبدیل", "Turning"),
            ExpireStep.Word => words.Say("پایان مهلت", "What ends"),
            TierStep.Word => words.Say("بازبینی سطح‌ها", "Tiers"),
            GroupStep.Word => words.Say("گروه‌های با قاعده", "Groups by rule"),
            WarnStep.Word => words.Say("یادآوری", "Reminders"),
            _ => step,
        };

    /// <summary>What the step is for, in one sentence.</summary>
    public static string About(string step, Wording words) =>
        step switch
        {
            ActivateStep.Word => words.Say(
                "به عضوی که امتیازش باید صبر می‌کرد، می‌گوید از امروز می‌تواند خرجش کند.",
                "Tells members that what had to wait can be spent from today."
            ),
            ConvertStep.Word => words.Say(
                "آنچه باید خودبه‌خود به واحد دیگری تبدیل شود، تبدیل می‌شود.",
                "Turns into another unit what does so by itself."
            ),
            ExpireStep.Word => words.Say(
                "آنچه مهلتش تمام شده از کیف‌ها برداشته می‌شود.",
                "Takes out of the wallets what has come to its end."
            ),
            TierStep.Word => words.Say(
                "عضوهایی که روز بازبینی‌شان رسیده دیده می‌شوند: بالا می‌روند، هشدار می‌گیرند یا پایین می‌آیند.",
                "Looks at members whose day has come: they rise, are warned or fall."
            ),
            GroupStep.Word => words.Say(
                "هرکس شرط گروهی را پیدا کرده به آن می‌آید و هرکس دیگر ندارد از آن می‌رود.",
                "Moves members into groups whose rule they have come to meet, and out of others."
            ),
            WarnStep.Word => words.Say(
                "۳۰، ۷ و ۱ روز مانده به پایان مهلت، به عضو یادآوری می‌کند.",
                "Reminds members 30, 7 and 1 days before something ends."
            ),
            _ => "",
        };

    /// <summary>«۳۲ عضو، ۱٬۲۴۰ امتیاز تمام شد».</summary>
    public static string Did(StepView step, Wording words)
    {
        if (step.Members == 0)
        {
            return step.State == NightView.Done
                ? words.Say("کاری نبود", "nothing was due")
                : words.Say("هنوز کاری نکرده", "nothing yet");
        }

        var members = words.Number(step.Members);
        var amounts = string.Join(words.Say(" و ", " and "), step.Amounts.Select(a => Amount(a, words)));
        var (one, many) = (step.Members == 1, step.Members != 1);
        return step.Step switch
        {
            ExpireStep.Word => words.Say(
                $"{members} عضو، {amounts} تمام شد",
                $"{members} {(many ? "members" : "member")}, {amounts} ended"
            ),
            ConvertStep.Word => words.Say(
                $"{members} عضو، {amounts} تبدیل شد",
                $"{members} {(many ? "members" : "member")}, {amounts} turned"
            ),
            TierStep.Word => TierStep.Did(step.Amounts, words),
            GroupStep.Word => GroupStep.Did(step.Amounts, words),
            ActivateStep.Word => words.Say(
                $"{members} عضو، {amounts} آزاد شد",
                $"{members} {(many ? "members" : "member")}, {amounts} opened"
            ),
            WarnStep.Word => words.Say(
                $"به {members} عضو دربارهٔ {amounts} یادآوری شد",
                $"{members} {(one ? "member was" : "members were")} reminded of {amounts}"
            ),
            _ => words.Say($"{members} عضو", $"{members} {(many ? "members" : "member")}"),
        };
    }

    /// <summary>A sum of money is told without parts of a toman, like on the first page.</summary>
    private static string Amount(UnitAmount sum, Wording words) =>
        words.Amount(
            sum.Unit,
            words.CountsAsMoney?.Invoke(sum.Unit) == true ? Whole.Of(sum.Amount, words).Minor : sum.Amount
        );

    /// <summary>What a night did, a sentence a step; one sentence where there was nothing to do.</summary>
    public static IReadOnlyList<string> Told(NightView night, Wording words)
    {
        var told = night.Steps.Where(s => s.Members > 0 || s.State != NightView.Done).ToList();
        return told.Count == 0
            ? [First(words.Say("کاری نبود", "nothing was due"))]
            : told.ConvertAll(s => $"{Name(s.Step, words)}: {Did(s, words)}");
    }

    /// <summary>Why a member was left out.</summary>
    public static string Fault(SkippedMember skip, Wording words) =>
        skip.Fault == SkippedMember.Rows
            ? words.Say("داده‌های ذخیره‌شده‌اش با هم نمی‌خواند", "what is stored does not agree")
            : words.Say($"خطای برنامه: \u2068{skip.Fault}\u2069", $"a fault of the program: {skip.Fault}");

    public static string First(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..] + ".";

    public static string Address(NightView night) => "/settings" + Api(night);

    public static string Api(NightView night) => "/nights/" + ReadNights.Written(night.Day);

    /// <summary>How long it took: «۴۲ ثانیه».</summary>
    public static string Took(StepView step, Wording words)
    {
        if (step.EndedAt is not { } end)
        {
            return "";
        }

        var seconds = (long)(end - step.StartedAt).TotalSeconds;
        return seconds switch
        {
            < 1 => words.Say("کمتر از یک ثانیه", "under a second"),
            < 120 => words.Say($"{words.Number(seconds)} ثانیه", $"{words.Number(seconds)} s"),
            _ => words.Say($"{words.Number(seconds / 60)} دقیقه", $"{words.Number(seconds / 60)} min"),
        };
    }
}
