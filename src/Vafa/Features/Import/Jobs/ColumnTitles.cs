using System.Globalization;
using Vafa.Core.Values;

namespace Vafa.Features.Import.Jobs;

/// <summary>Says reasons as the reader knows his file: by the titles of his own columns.</summary>
internal sealed class ColumnTitles(string kind, IReadOnlyList<string> columns, ImportSettings settings, Wording words)
{
    /// <summary>The column that fills the field; the field's own title where it has no name.</summary>
    public string Of(string field)
    {
        var place = settings.Columns.FirstOrDefault(c => c.Value == field).Key;
        var name = place is null ? "" : columns[int.Parse(place, CultureInfo.InvariantCulture)];
        return name.Length > 0 ? name
            : field.Length > 0 && place is not null ? ImportFields.Title(kind, field, words)
            : field;
    }

    /// <summary>For a page: what stands in a cell keeps its own direction inside of the sentence.</summary>
    public string Show(RowReason reason)
    {
        var apart = reason with { Args = [.. reason.Args.Select(a => IsNumber(a) ? a : Apart(Local(a)))] };
        return words.Persian ? Say(apart) : Sentence(Say(apart, field => Apart(Of(field))));
    }

    public string Say(RowReason reason) => Say(reason, Of);

    private string Say(RowReason reason, Func<string, string> columnOf)
    {
        var args = reason.Args.Select(a => IsNumber(a) ? words.Digits(a) : Local(a)).ToList();
        return (reason with { Args = args }).Say(words.Persian, columnOf);
    }

    private static string Apart(string text) => text.Length == 0 ? "" : "\u2068" + text + "\u2069";

    /// <summary>With its first letter large, unless a column's name stands first, and a full stop.</summary>
    private static string Sentence(string said) => char.ToUpperInvariant(said[0]) + said[1..] + ".";

    /// <summary>The kind of reason, without what stands in one row.</summary>
    public string Kind(string code, string field)
    {
        var (fa, en) = RowReasonKinds.Of(code);
        return string.Format(CultureInfo.InvariantCulture, words.Say(fa, en), Of(field));
    }

    /// <summary>+98912… as people dial it.</summary>
    public static string Who(string who) => Local(who.StartsWith("card ", StringComparison.Ordinal) ? who[5..] : who);

    /// <summary>A line of the file or a length; what stands in a cell stays as it was written.</summary>
    private static bool IsNumber(string text) => text.Length <= 6 && text.All(char.IsAsciiDigit);

    private static string Local(string text) =>
        text.Length == 13 && text.StartsWith("+989", StringComparison.Ordinal) ? Mobile.OfStored(text).Local : text;
}

/// <summary>Reasons counted together: {0} is the column.</summary>
internal static class RowReasonKinds
{
    private static readonly Dictionary<string, (string Fa, string En)> Sentences = new(StringComparer.Ordinal)
    {
        ["too-long"] = ("نوشتهٔ «{0}» بیش از اندازه بلند است", "\"{0}\" is too long"),
        ["nul"] = ("«{0}» خوانا نیست", "\"{0}\" can't be read"),
        ["no-mobile"] = ("«{0}» شمارهٔ موبایل درستی نیست", "\"{0}\" is no Iranian mobile"),
        ["shortened"] = ("اکسل رقم‌های آخر «{0}» را از بین برده است", "the spreadsheet shortened \"{0}\""),
        ["no-birth"] = ("«{0}» تاریخ درستی نیست", "\"{0}\" is no birth date"),
        ["short-year"] = ("سال در «{0}» دو رقم دارد", "the year in \"{0}\" has two digits"),
        ["no-date"] = ("«{0}» تاریخ درستی نیست", "\"{0}\" is no date"),
        ["no-number"] = ("«{0}» عدد نیست", "\"{0}\" is no number"),
        ["below-zero"] = ("«{0}» کمتر از صفر است", "\"{0}\" is below zero"),
        ["too-large"] = ("«{0}» بیش از اندازه بزرگ است", "\"{0}\" is too large"),
        ["no-email"] = ("«{0}» نشانی ایمیل درستی نیست", "\"{0}\" is no e-mail address"),
        ["no-group"] = ("«{0}» گروهی است که در باشگاه نیست", "\"{0}\" is a group that is not set up"),
        ["group-by-rule"] = (
            "«{0}» گروهی است که با قاعده پر می‌شود",
            "\"{0}\" is a group that fills itself by its rule"
        ),
        ["no-tier"] = ("«{0}» سطحی است که در باشگاه نیست", "\"{0}\" is a tier that is on no ladder"),
        ["card-taken"] = ("کارت از عضو دیگری است", "the card belongs to another member"),
        ["email-taken"] = ("ایمیل از عضو دیگری است", "the e-mail belongs to another member"),
        ["card-of-line"] = ("یک کارت به نام چند نفر آمده است", "one card stands with several people"),
        ["email-of-line"] = ("یک ایمیل به نام چند نفر آمده است", "one e-mail stands with several people"),
        ["twin"] = ("یک عضو در چند سطر آمده است", "one member stands in several rows"),
    };

    /// <summary>A sentence that names no value of a row is its own kind.</summary>
    public static (string Fa, string En) Of(string code) =>
        Sentences.TryGetValue(code, out var kind) ? kind : RowReasons.Sentences[code];
}
