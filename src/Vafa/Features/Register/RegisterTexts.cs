namespace Vafa.Features.Register;

/// <summary>What is said of a refused receipt or file.</summary>
internal static class RegisterTexts
{
    public static readonly Dictionary<string, (string Fa, string En)> All = new(StringComparer.Ordinal)
    {
        ["register.number-taken"] = (
            "رسیدی با شمارهٔ «{0}» از همین صندوق در همین روز با محتوای دیگری ثبت شده است.",
            "A receipt “{0}” of this till and day was recorded with other content."
        ),
        ["register.too-old"] = (
            "زمان رسید بیش از یک سال پیش است ({0}). ساعت صندوق را بررسی کنید.",
            "The receipt’s time is more than a year ago ({0}). Check the clock of the register."
        ),
        ["register.link"] = ("این فایل نیست، پیوند است؛ پیوند خوانده نمی‌شود.", "This is a link and no file."),
        ["register.empty"] = ("چیزی در این فایل نیست.", "There is nothing in this file."),
        ["register.other-kind"] = (
            "نام فایل باید با ‎.json یا ‎.csv تمام شود.",
            "The name of the file must end in .json or .csv."
        ),
        ["register.too-large"] = (
            "فایل از {0} کیلوبایت بزرگ‌تر است؛ رسیدها را در چند فایل بگذارید.",
            "The file is larger than {0} KiB; write the receipts into several files."
        ),
        ["register.not-text"] = (
            "این فایل متن نیست (نویسهٔ صفر دارد).",
            "This file is no text (it holds a zero character)."
        ),
        ["register.not-json"] = (
            "این فایل JSON درستی نیست، یا نیمه‌کاره نوشته شده است.",
            "This file is no well-formed JSON, or was written only in part."
        ),
        ["register.not-utf8"] = (
            "فایل باید با رمزگذاری UTF-8 نوشته شود.",
            "The file must be written in the encoding UTF-8."
        ),
        ["register.long-line"] = ("یکی از سطرها از {0} نویسه درازتر است.", "A line is longer than {0} letters."),
        ["register.no-receipts"] = ("هیچ رسیدی در این فایل نیست.", "There is no receipt in this file."),
        ["register.column-unknown"] = ("ستون «{0}» شناخته نیست.", "The column “{0}” is unknown."),
        ["register.column-twice"] = ("ستون «{0}» دو بار آمده است.", "The column “{0}” stands there twice."),
        ["register.column-missing"] = ("سطر عنوان ستون «{0}» را ندارد.", "The header line has no column “{0}”."),
        ["register.broken-row"] = (
            "در سطر {0} گیومه‌ای نابجا آمده یا ستون‌ها بیش از سطر عنوان است.",
            "In line {0} a quote stands where none may, or there are more cells than the header has."
        ),
        ["register.rows-differ"] = (
            "«{0}» در سطر {1} با سطر نخست همین رسید یکی نیست.",
            "“{0}” in line {1} is not what the first line of the receipt says."
        ),
        ["register.no-tills"] = (
            "هنوز صندوقی نیست؛ اول در «شعبه‌ها و صندوق‌ها» یکی بسازید.",
            "There is no till yet; first make one under “Branches and tills”."
        ),
        ["register.unknown-till"] = ("صندوقی با کد «{0}» نیست.", "There is no till “{0}”."),
        ["register.file-gone"] = (
            "این فایل دیگر میان رد شده‌ها نیست؛ صفحه را تازه کنید.",
            "This file is not among the refused ones any more; load the page again."
        ),
    };
}
