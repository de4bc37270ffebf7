using Vafa.Core.Values;

namespace Vafa.Features.Liability;

/// <summary>What groups of lots are called.</summary>
internal static class LiabilityWords
{
    /// <summary>«۳۱ تا ۹۰ روز».</summary>
    public static string Age(string group, Wording words) =>
        group switch
        {
            "0-30" => words.Say("تا ۳۰ روز", "Up to 30 days"),
            "31-90" => words.Say("۳۱ تا ۹۰ روز", "31 to 90 days"),
            "91-180" => words.Say("۹۱ تا ۱۸۰ روز", "91 to 180 days"),
            "181-365" => words.Say("۱۸۱ تا ۳۶۵ روز", "181 to 365 days"),
            "older" => words.Say("بیش از یک سال", "More than a year"),
            _ => words.Say("نامعلوم", "Unknown"),
        };

    public static string End(string group, Wording words) =>
        group switch
        {
            "ended" => words.Say("مهلتش گذشته", "Past its end"),
            "week" => words.Say("تا یک هفته", "Within a week"),
            "month" => words.Say("تا یک ماه", "Within a month"),
            "quarter" => words.Say("تا سه ماه", "Within three months"),
            "year" => words.Say("تا یک سال", "Within a year"),
            "later" => words.Say("دیرتر", "Later"),
            "never" => words.Say("بی‌پایان", "Never"),
            _ => words.Say("هنوز آزاد نشده", "Not free yet"),
        };

    public static string Branch(string group, Wording words) =>
        group.Length == 0 ? words.Say("بی‌شعبه", "No branch") : words.Name(NameKind.Branch, group);
}
