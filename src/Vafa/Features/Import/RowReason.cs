using System.Globalization;

namespace Vafa.Features.Import;

/// <summary>Why a row of the file is not taken.</summary>
/// <param name="Field">Which field; "" when it is about the row.</param>
public sealed record RowReason(string Code, string Field, IReadOnlyList<string> Args)
{
    public static RowReason Of(string code, string field = "", params object[] args) =>
        new(code, field, [.. args.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture) ?? "")]);

    /// <summary>The sentence; the field is called as the reader knows it: by the column of his file.</summary>
    public string Say(bool persian, Func<string, string> columnOf)
    {
        var (fa, en) = RowReasons.Sentences[Code];
        object[] args = [columnOf(Field), .. Args];
        return string.Format(CultureInfo.InvariantCulture, persian ? fa : en, args);
    }

    /// <summary>In English, with the names of the fields: for the command line.</summary>
    public override string ToString() => Say(persian: false, field => field);
}

/// <summary>The sentences: {0} is the column, {1} what stands there.</summary>
internal static class RowReasons
{
    public static readonly Dictionary<string, (string Fa, string En)> Sentences = new(StringComparer.Ordinal)
    {
        ["too-long"] = ("«{0}» از {1} نویسه درازتر است.", "{0} is longer than {1} letters"),
        ["nul"] = ("«{0}» نویسه‌ای دارد که خوانا نیست.", "{0} holds a NUL"),
        ["no-mobile"] = ("«{1}» در ستون «{0}» شمارهٔ موبایل ایران نیست.", "{0} \"{1}\" is no Iranian mobile"),
        ["shortened"] = (
            "اکسل «{1}» را در ستون «{0}» کوتاه کرده و رقم‌های آخر از دست رفته است؛ در اکسل ستون را از نوع Text کنید.",
            "{0} \"{1}\" was shortened by the spreadsheet and its last digits are lost"
        ),
        ["no-birth"] = (
            "«{1}» در ستون «{0}» تاریخ تولد نیست؛ مانند ۱۳۶۹/۰۲/۲۲ بنویسید.",
            "{0} \"{1}\" is no birth date"
        ),
        ["short-year"] = (
            "سال «{1}» در ستون «{0}» دو رقم دارد و معلوم نیست کدام سده است؛ سال را چهار رقمی بنویسید.",
            "{0} \"{1}\" has a year of two digits; write all four"
        ),
        ["no-date"] = ("«{1}» در ستون «{0}» تاریخ نیست.", "{0} \"{1}\" is no date"),
        ["no-number"] = ("«{1}» در ستون «{0}» عدد نیست.", "{0} \"{1}\" is no number"),
        ["below-zero"] = ("«{1}» در ستون «{0}» کمتر از صفر است.", "{0} {1} is below zero"),
        ["too-large"] = ("«{1}» در ستون «{0}» بیش از اندازه بزرگ است.", "{0} {1} is too large"),
        ["broken"] = ("در این سطر گیومه‌ای نابجا آمده و ستون‌ها از هم جدا نمی‌شوند.", "a quote stands where none may"),
        ["too-many-cells"] = ("این سطر از سطر عنوان ستون بیشتری دارد.", "more cells than the header"),
        ["no-key"] = ("نه شمارهٔ موبایل دارد و نه شمارهٔ کارت.", "neither mobile nor card is there"),
        ["missing"] = ("«{0}» خالی است.", "{0} is missing"),
        ["future"] = ("تاریخ «{0}» هنوز نرسیده است.", "{0} lies in the future"),
        ["no-email"] = ("«{1}» در ستون «{0}» نشانی ایمیل نیست.", "{0} \"{1}\" is none"),
        ["no-group"] = (
            "گروه «{1}» در باشگاه نیست؛ اول آن را بسازید یا ستون «{0}» را نیاورید.",
            "{0} \"{1}\" is not set up"
        ),
        ["group-by-rule"] = (
            "گروه «{1}» با قاعده پر می‌شود؛ آن را از ستون «{0}» بردارید.",
            "{0} \"{1}\" fills itself by its rule; take it out"
        ),
        ["no-tier"] = ("سطح «{1}» در باشگاه نیست.", "{0} \"{1}\" is not on a ladder"),
        ["no-branch"] = ("شعبهٔ «{1}» تعریف نشده است.", "{0} \"{1}\" is not set up"),
        ["no-amount"] = ("نه مبلغ دارد و نه قیمت واحد.", "neither amount nor unitPrice is there"),
        ["amount-too-large"] = ("مبلغ بیش از اندازه بزرگ است.", "the amount is too large"),
        ["no-id"] = ("«{1}» در ستون «{0}» شناسهٔ عضو نیست.", "{0} \"{1}\" is no id"),
        ["no-kind"] = (
            "«{1}» در ستون «{0}» هیچ‌یک از goods، shipping، tip و storedValue نیست.",
            "{0} \"{1}\" is none of goods, shipping, tip, storedValue"
        ),
        ["sale-spoiled"] = ("سطر {1} از همین فروش پذیرفته نشد.", "line {1} of the same sale was rejected"),
        ["sale-of-two"] = (
            "سطرهای این فروش به نام اعضای گوناگون است.",
            "the lines of this sale name different members"
        ),
        ["no-member"] = ("عضوی با «{1}» در ستون «{0}» نیست.", "no member has the {0} {1}"),
        ["two-members"] = ("موبایل و کارت این سطر از دو عضو جدا هستند.", "mobile and card belong to different members"),
        ["card-taken"] = ("کارت «{1}» از عضو دیگری است.", "card {1} belongs to another member"),
        ["email-taken"] = ("ایمیل «{1}» از عضو دیگری است.", "e-mail {1} belongs to another member"),
        ["card-of-line"] = (
            "کارت «{1}» در سطر {2} به نام کس دیگری آمده است.",
            "card {1} stands in line {2} with somebody else"
        ),
        ["email-of-line"] = (
            "ایمیل «{1}» در سطر {2} به نام کس دیگری آمده است.",
            "e-mail {1} stands in line {2} with somebody else"
        ),
        ["twin"] = (
            "همین عضو در سطر {1} هم آمده است؛ یکی را نگه دارید.",
            "the same member stands in line {1}, too; keep one"
        ),
    };
}
