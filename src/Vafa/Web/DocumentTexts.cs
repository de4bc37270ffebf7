namespace Vafa.Web;

/// <summary>Sentences for what the document reader of Core refuses.</summary>
internal static class DocumentTexts
{
    public static readonly Dictionary<string, (string Fa, string En)> All = new(StringComparer.Ordinal)
    {
        ["json.object"] = ("اینجا باید یک شیء JSON بیاید.", "A JSON object is expected here."),
        ["json.required"] = ("این فیلد لازم است.", "This field is required."),
        ["json.unknown-field"] = ("فیلد «{0}» شناخته نیست.", "The field \"{0}\" is unknown."),
        ["json.text"] = ("اینجا باید متن بیاید.", "Text is expected here."),
        ["json.length"] = ("درازای این فیلد باید از {0} تا {1} باشد.", "The length must be from {0} to {1}."),
        ["json.control-character"] = (
            "متن نباید نویسهٔ کنترلی داشته باشد.",
            "The text must not hold control characters."
        ),
        ["json.number"] = ("اینجا باید عدد بیاید.", "A number is expected here."),
        ["json.whole"] = ("این عدد باید صحیح باشد، بی اعشار.", "The number must be whole, without decimals."),
        ["json.range"] = ("این عدد باید از {0} تا {1} باشد.", "The number must be from {0} to {1}."),
        ["json.decimals"] = ("این عدد حداکثر {0} رقم اعشار می‌پذیرد.", "At most {0} decimals are allowed."),
        ["json.yes-no"] = ("اینجا باید true یا false بیاید.", "true or false is expected here."),
        ["json.choice"] = ("باید یکی از این‌ها باشد: {0}.", "It must be one of: {0}."),
        ["json.date"] = (
            "تاریخ باید مانند 1405/01/01 یا 2026-03-21 نوشته شود.",
            "The date must be written like 1405/01/01 or 2026-03-21."
        ),
        ["json.instant"] = (
            "زمان باید مانند 2026-03-25T12:30:00+03:30 نوشته شود.",
            "The time must be written like 2026-03-25T12:30:00+03:30."
        ),
        ["json.uuid"] = ("اینجا باید یک UUID بیاید.", "A UUID is expected here."),
        ["date.invalid"] = ("«{0}» تاریخ نیست؛ نمونه: 1405/01/05", "\"{0}\" is no date; an example is 1405/01/05."),
        ["json.list"] = ("اینجا باید فهرست بیاید.", "A list is expected here."),
        ["json.too-many"] = ("حداکثر {0} مورد پذیرفته است.", "At most {0} items are allowed."),
        ["json.title"] = ("عنوان را به فارسی (fa) یا انگلیسی (en) بنویسید.", "Write the title in fa or en."),
        ["time.jalali-year"] = (
            "«{0}» سال خورشیدی دارد؛ زمان‌ها در API میلادی‌اند، مانند 2026-03-25T12:30:00+03:30.",
            "\"{0}\" has a Jalali year; times in the API are Gregorian, like 2026-03-25T12:30:00+03:30."
        ),
    };
}
