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
        ["member.gone"] = (
            "این شناسه دیگر عضو باشگاه نیست؛ عضو از باشگاه رفته یا با عضو دیگری یکی شده است.",
            "This id is no member any more: the member left the club or was merged with another."
        ),
        ["member.changing"] = (
            "همین حالا دیگران این عضو را تغییر می‌دهند؛ کمی بعد دوباره بکوشید.",
            "Others are changing this member right now; try again in a moment."
        ),
        ["member.mobile-needed"] = ("شمارهٔ موبایل عضو لازم است.", "A member needs a mobile number."),
        ["member.mobile-taken"] = (
            "این شمارهٔ موبایل از آنِ عضو دیگری است.",
            "This mobile number belongs to another member."
        ),
        ["member.email-taken"] = ("این ایمیل از آنِ عضو دیگری است.", "This e-mail belongs to another member."),
        ["member.email-invalid"] = ("این نشانی ایمیل درست نیست.", "This is no e-mail address."),
        ["member.group-unknown"] = ("گروه «{0}» در باشگاه نیست.", "The club has no group “{0}”."),
        ["member.group-by-rule"] = (
            "گروه «{0}» با قاعده پر می‌شود؛ عضو را نه می‌توان به آن داد و نه از آن گرفت.",
            "The group “{0}” fills itself by its rule; it can be neither given nor taken by hand."
        ),
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
        ["filter.range"] = (
            "این بازه خوانده نشد؛ دو عدد بنویسید که اولی بزرگ‌تر نباشد. یکی از دو سر می‌تواند خالی باشد.",
            "This range can't be read; write two numbers, the smaller first. Either end may be left out."
        ),
        ["filter.days"] = ("تعداد روز باید عددی از {0} تا {1} باشد.", "The days must be a number from {0} to {1}."),
        ["filter.dates"] = (
            "این تاریخ‌ها خوانده نشد؛ مانند ۱۴۰۵/۰۱/۳۱ بنویسید و روز نخست دیرتر از روز پایان نباشد.",
            "These dates can't be read; write them like 2026-04-20, the first not later than the last."
        ),
        ["filter.amount"] = (
            "مقدار کیف خوانده نشد؛ عددی بزرگ‌تر از صفر بنویسید.",
            "The wallet's amount can't be read; write a number above zero."
        ),
        ["filter.sort"] = (
            "فهرست را این‌گونه نمی‌توان مرتب کرد؛ یکی از این‌ها را بفرستید: {0}",
            "The list can't be sorted so; send one of: {0}"
        ),
        ["search.too-long"] = ("متن جستجو باید حداکثر {0} نویسه باشد.", "A search has at most {0} characters."),
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
