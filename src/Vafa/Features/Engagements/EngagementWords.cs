using Vafa.Core.Earning;
using Vafa.Core.Values;
using Vafa.Features.Programme;

namespace Vafa.Features.Engagements;

/// <summary>Engagement in the reader's words.</summary>
internal static class EngagementWords
{
    /// <summary>«۲۰ امتیاز، حداکثر ۲ بار در هر ماه».</summary>
    public static string Brings(Engagement engagement, Wording words)
    {
        var earns = engagement.Earn.Select(e => words.Amount(e.Unit, e.Amount)).ToList();
        var brings =
            earns.Count == 0 ? words.Say("چیزی نمی‌آورد", "nothing") : string.Join(words.Say(" و ", " and "), earns);
        return engagement.PerMember is { } limit
            ? words.Say(
                $"{brings}، حداکثر {words.Number(limit.Uses)} بار {EveryFa(limit.Every)}",
                $"{brings}, at most {Times(limit.Uses)} {EveryEn(limit.Every)}"
            )
            : brings;
    }

    /// <summary>«نظر دادن: ۲۰ امتیاز، حداکثر ۲ بار در هر ماه.»</summary>
    public static string Sentence(Engagement engagement, ClubVersion club, Wording words)
    {
        var title = words.Inside(words.Title(engagement.Title));
        var brings = $"{title}: {Brings(engagement, words)}";
        if (engagement.Profile.IsEmpty)
        {
            return brings + ".";
        }

        var parts = Profile(club, words).Where(p => engagement.Profile.Contains(p.Value)).Select(p => p.Title);
        var filled = string.Join(words.Say("، ", ", "), parts);
        return words.Say(
            $"{brings}؛ یک بار و خودبه‌خود، وقتی این‌ها در مشخصات عضو پر باشد: {filled}.",
            $"{brings}; once and by itself, when these are filled in the member’s profile: {filled}."
        );
    }

    /// <summary>What of a profile can be asked for.</summary>
    public static IEnumerable<(string Value, string Title)> Profile(ClubVersion club, Wording words) =>
        EngagementDocument
            .OfProfile.Select(part => (part, NameOf(part, words)))
            .Concat(club.FieldsInOrder.Select(f => (f.Code, words.Title(f.Title))));

    private static string NameOf(string part, Wording words) =>
        part switch
        {
            "firstName" => words.Say("نام", "First name"),
            "lastName" => words.Say("نام خانوادگی", "Last name"),
            "birthDate" => words.Say("تاریخ تولد", "Birth date"),
            "gender" => words.Say("جنسیت", "Gender"),
            "email" => words.Say("ایمیل", "E-mail"),
            "sms" => words.Say("رضایت پیامک", "Consent to SMS"),
            _ => part,
        };

    private static string Times(int uses) => uses == 1 ? "once" : $"{uses} times";

    private static string EveryFa(Period every) =>
        every switch
        {
            Period.Day => "در هر روز",
            Period.Week => "در هر هفته",
            Period.Month => "در هر ماه",
            Period.Year => "در هر سال",
            _ => "روی‌هم",
        };

    private static string EveryEn(Period every) =>
        every switch
        {
            Period.Day => "a day",
            Period.Week => "a week",
            Period.Month => "a month",
            Period.Year => "a year",
            _ => "in all",
        };
}
