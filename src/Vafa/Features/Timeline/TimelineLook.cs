using System.Globalization;
using Vafa.Core.Values;
using Vafa.Features.Audit;
using Vafa.Ui;

namespace Vafa.Features.Timeline;

/// <summary>How an event of a timeline looks, and how what changed in a profile is written.</summary>
internal static class TimelineLook
{
    private const string OwnField = "fields.";

    /// <summary>The icon of its kind, and what it means: good, careful or (null) neither.</summary>
    public static (string Icon, string? Tone) Of(TimelineEvent told) =>
        told.Kind switch
        {
            "joined" => ("joined", "brand"),
            "purchase" => ("receipt", told.Purchase?.IsVoid == true ? null : "good"),
            "refund" => ("refund", "careful"),
            "adjustment" when told.Amounts?.Sum(a => a.Amount) >= 0 => ("gift", "good"),
            "adjustment" => ("edit", "careful"),
            "event" => ("gift", "good"),
            "conversion" => ("credit", null),
            "transfer" => ("members", null),
            "reinstated" => ("refund", "good"),
            "extended" => ("clock", null),
            "import" => ("import", null),
            "expiry" or "left" => ("expire", "careful"),
            "message" => ("message", null),
            "merged" or "parted" => ("members", null),
            "tierUp" => ("tier", "good"),
            "tierDown" => ("tier", "careful"),
            "groupIn" => ("group", "good"),
            "groupOut" => ("group", "careful"),
            "profile" => ("member", null),
            _ => ("info", null),
        };

    /// <summary>A field of the profile as people call it.</summary>
    public static string NameOf(string field, Wording words) => ProfileOnTimeline.NameOf(field, words);

    /// <summary>What stood in a field, as people read it.</summary>
    public static string Value(string field, string value, Wording words, Dates dates) =>
        field switch
        {
            "groups" => string.Join(
                words.Say("، ", ", "),
                value.Split(", ").Select(code => words.Name(NameKind.Group, code))
            ),
            "gender" => Gender(value, words),
            "mobile" when !Mobile.Parse(value).IsRefused => words.Digits(Mobile.Parse(value).Value.Local),
            "referrer" => words.Say("عضو دیگر", "another member"),
            _ when YesNo(value, words) is { } answer => answer,
            _ when Day(value) is { } day => dates.Short(day),
            _ => field.StartsWith(OwnField, StringComparison.Ordinal) ? words.Digits(value) : value,
        };

    private static string Gender(string value, Wording words) =>
        value switch
        {
            "female" => words.Say("زن", "female"),
            "male" => words.Say("مرد", "male"),
            _ => words.Say("دیگر", "other"),
        };

    private static string? YesNo(string value, Wording words) =>
        value switch
        {
            "True" or "true" => words.Say("بله", "yes"),
            "False" or "false" => words.Say("نه", "no"),
            _ => null,
        };

    private static DateOnly? Day(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
