using System.Collections.Frozen;

namespace Vafa.Features.Tills;

internal static class TillTexts
{
    public static readonly IReadOnlyDictionary<string, (string Fa, string En)> Sentences = new Dictionary<
        string,
        (string Fa, string En)
    >(StringComparer.Ordinal)
    {
        ["till.unknown"] = ("صندوقی با کد «{0}» نیست.", "There is no till “{0}”."),
        ["till.unpaired"] = (
            "این دستگاه به صندوقی وصل نیست. از مدیر کد اتصال بگیرید.",
            "This device is not paired with a till. Ask the manager for a pairing code."
        ),
        ["till.code-wrong"] = (
            "این کد درست نیست یا زمانش گذشته است؛ از مدیر کد تازه بگیرید.",
            "This code is wrong or over; ask the manager for a new one."
        ),
        ["till.preview-changed"] = (
            "برنامهٔ باشگاه عوض شده است؛ صندوق آن را از نو می‌گیرد.",
            "The programme has changed; the till fetches it anew."
        ),
        ["till.nobody"] = ("نخست بگویید چه کسی پشت صندوق است.", "First say who stands at the till."),
        ["till.role"] = ("نقش این همکار فروش ثبت نمی‌کند.", "The role of this person records no sales."),
        ["till.other-branch"] = ("این همکار در شعبهٔ دیگری کار می‌کند.", "This person works at another branch."),
        ["till.not-manager"] = (
            "این همکار اجازهٔ این کار را ندارد؛ مالک یا مدیر باید رمزش را بزند.",
            "This person may not allow it; an owner or a manager has to type the PIN."
        ),
        ["till.approval-needed"] = ("برای این کار رمز مدیر لازم است.", "This needs a manager’s PIN."),
        ["till.device-unknown"] = ("چنین دستگاهی نیست.", "There is no such device."),
        ["till.too-many-lookups"] = (
            "جست‌وجوی بی‌نتیجه زیاد بود. {0} ثانیه دیگر دوباره امتحان کنید.",
            "Too many look-ups found nobody. Try again in {0} seconds."
        ),
        ["pin.invalid"] = ("رمز باید {0} تا {1} رقم باشد.", "A PIN has {0} to {1} digits."),
        ["pin.easy"] = (
            "این رمز را همه اول امتحان می‌کنند؛ رمز دیگری انتخاب کنید.",
            "Everybody tries this PIN first; choose another one."
        ),
        ["pin.password"] = ("گذرواژه درست نیست.", "The password is not right."),
        ["pin.wrong"] = ("رمز درست نیست.", "The PIN is not right."),
        ["pin.locked"] = (
            "این رمز پس از تلاش‌های نادرست بسته شده است؛ با گذرواژه رمز تازه‌ای بگذارید.",
            "This PIN was closed after too many wrong tries; choose a new one with your password."
        ),
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
