using System.Collections.Frozen;

namespace Vafa.Features.Members;

internal static class MemberTexts
{
    public static readonly IReadOnlyDictionary<string, (string Fa, string En)> Sentences = new Dictionary<
        string,
        (string Fa, string En)
    >(StringComparer.Ordinal)
    {
        ["member.unknown"] = ("چنین عضوی در باشگاه نیست.", "The club has no such member."),
        ["member.mobile-needed"] = ("شمارهٔ موبایل عضو لازم است.", "A member needs a mobile number."),
        ["member.mobile-taken"] = (
            "این شمارهٔ موبایل از آنِ عضو دیگری است.",
            "This mobile number belongs to another member."
        ),
        ["member.email-taken"] = ("این رایانامه از آنِ عضو دیگری است.", "This e-mail belongs to another member."),
        ["member.email-invalid"] = ("این نشانی رایانامه درست نیست.", "This is no e-mail address."),
        ["member.group-unknown"] = ("گروه «{0}» در باشگاه نیست.", "The club has no group “{0}”."),
        ["member.field-unknown"] = ("فیلد «{0}» در باشگاه نیست.", "The club has no field “{0}”."),
        ["member.referrer-unknown"] = (
            "معرف با این شناسه، موبایل یا کارت پیدا نشد.",
            "No other member has this id, mobile or card."
        ),
        ["mobile.invalid"] = (
            "این شماره موبایل ایران نیست؛ مانند ۰۹۱۲۳۴۵۶۷۸۹ بنویسید.",
            "This is no Iranian mobile number, such as 09123456789."
        ),
        ["birthDate.invalid"] = (
            "تاریخ تولد «{0}» خوانده نشد؛ مانند ۱۳۶۹/۰۲/۲۲ یا 1990-05-12 بنویسید.",
            "The birth date “{0}” can't be read; write it like 1990-05-12 or 1369/02/22."
        ),
        ["birthDate.future"] = ("تاریخ تولد «{0}» هنوز نرسیده است.", "The birth date “{0}” has not come yet."),
        ["search.too-long"] = ("متن جستجو باید حداکثر {0} نویسه باشد.", "A search has at most {0} characters."),
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
