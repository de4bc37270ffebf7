namespace Vafa.Features.Ledger;

/// <summary>Sentences about what moves wallets outside of sales.</summary>
internal static class LedgerTexts
{
    public static readonly Dictionary<string, (string Fa, string En)> All = new(StringComparer.Ordinal)
    {
        ["statement.unit-unknown"] = ("واحد «{0}» در باشگاه نیست.", "The club has no unit “{0}”."),
        ["ledger.convert-step"] = (
            "تنها مضرب‌های {0} تبدیل می‌شود.",
            "Only multiples of {0} can be turned into another unit."
        ),
        ["ledger.turns-into-nothing"] = (
            "«{0}» به چیزی تبدیل نمی‌شود؛ در تنظیمات آن بگویید به چه.",
            "“{0}” turns into nothing; its settings say into what."
        ),
        ["ledger.lot-unknown"] = ("چنین بخشی در کیف این عضو نیست.", "This member has no such lot."),
        ["ledger.lot-empty"] = ("چیزی در آن نمانده که مهلتش بیشتر شود.", "Nothing is left in it."),
        ["ledger.not-later"] = (
            "مهلت تازه باید دیرتر از مهلت کنونی باشد.",
            "The new end must be later than the one it has."
        ),
        ["ledger.two-ends"] = ("پایان را تنها یک بار بگویید.", "Say the end once only."),
        ["ledger.nothing-expired"] = ("مهلت چیزی از آن تمام نشده است.", "Nothing of it has expired."),
        ["ledger.too-much-expired"] = ("تنها مهلت {1} از آن تمام شده است.", "Only {1} of it has expired."),
        ["ledger.given-back"] = (
            "خریدش مرجوع شده و {1} از آن همان‌جا پس‌گرفته به شمار آمده است؛ بیش از {2} زنده نمی‌شود.",
            "Its sale was returned, and {1} of it counted as taken back then; no more than {2} can stand again."
        ),
        ["transfer.not-given"] = (
            "«{0}» میان عضوها جابه‌جا نمی‌شود.",
            "“{0}” cannot be given from one member to another."
        ),
        ["transfer.unknown"] = ("گیرنده عضو باشگاه نیست.", "Who should get it is no member."),
        ["transfer.to-oneself"] = ("دهنده و گیرنده یکی‌اند.", "Giver and taker are the same member."),
        ["adjustment.bonus-takes"] = ("هدیه باید افزوده شود، نه کم.", "A bonus adds, it does not take off."),
        ["adjustment.taken-has-no-end"] = (
            "آنچه کم می‌شود مهلت ندارد؛ زمان انقضا را بردارید.",
            "What is taken away has no expiry; leave it out."
        ),
        ["adjustment.penalty-gives"] = ("جریمه باید کم شود، نه افزوده.", "A penalty takes off, it does not add."),
        ["adjustment.unknown"] = ("چنین اصلاحی در انتظار تأیید نیست.", "No such correction waits."),
        ["adjustment.decided"] = (
            "دربارهٔ این اصلاح پیش‌تر تصمیم گرفته شده است.",
            "This correction has been decided already."
        ),
        ["adjustment.own"] = (
            "آن که اصلاح را خواسته خودش نمی‌تواند تأییدش کند.",
            "Who asked for the correction cannot approve it."
        ),
        ["adjustment.by-person"] = (
            "تأیید با همکاری است که وارد شده، نه با کلید برنامه.",
            "A person who has signed in approves, not a machine's key."
        ),
    };
}
