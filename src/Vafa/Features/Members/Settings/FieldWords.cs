using Vafa.Core.Values;
using Vafa.Features.Programme;

namespace Vafa.Features.Members.Settings;

/// <summary>What kinds of values a field may hold, as an owner calls them.</summary>
internal static class FieldWords
{
    /// <summary>The word of the API and what it is called.</summary>
    public static IReadOnlyList<(string Word, string Title)> Types(Wording words) =>
        [.. Enum.GetValues<FieldType>().Select(t => (Word(t), Of(t, words)))];

    public static string Word(FieldType type) =>
        type switch
        {
            FieldType.Text => "text",
            FieldType.Number => "number",
            FieldType.Date => "date",
            FieldType.Choice => "choice",
            FieldType.YesNo => "yesNo",
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };

    public static string Of(FieldType type, Wording words) =>
        type switch
        {
            FieldType.Text => words.Say("نوشته", "text"),
            FieldType.Number => words.Say("عدد", "number"),
            FieldType.Date => words.Say("تاریخ", "date"),
            FieldType.Choice => words.Say("یکی از چند گزینه", "one of several choices"),
            FieldType.YesNo => words.Say("بله یا نه", "yes or no"),
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };
}
