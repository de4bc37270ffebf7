namespace Vafa.Features.Audit;

/// <summary>
/// The words of the audit log about who works here and at which device; as in <see cref="AuditTexts"/>.
/// </summary>
internal static class AccessTexts
{
    public static readonly Dictionary<string, (string Fa, string En)> Actions = new(StringComparer.Ordinal)
    {
        ["staff.created"] = ("{0} {1} را به باشگاه دعوت کرد.", "{0} invited {1}."),
        ["staff.link-made"] = ("{0} پیوند ورود تازه‌ای برای {1} ساخت.", "{0} made a new sign-in link for {1}."),
        ["staff.changed"] = ("{0} مشخصات یا نقش {1} را تغییر داد.", "{0} changed the name or role of {1}."),
        ["staff.disabled"] = ("{0} دسترسی {1} را بست.", "{0} shut {1} out."),
        ["staff.enabled"] = ("{0} دسترسی {1} را دوباره باز کرد.", "{0} let {1} in again."),
        ["staff.password-set"] = ("{0} با پیوند ورود گذرواژه‌ای تازه گذاشت.", "{0} set a new password by link."),
        ["staff.password-changed"] = ("{0} گذرواژهٔ خود را عوض کرد.", "{0} changed the password."),
        ["staff.pin-set"] = ("{0} رمز صندوق خود را گذاشت.", "{0} chose a PIN for the tills."),
        ["staff.pin-cleared"] = ("{0} رمز صندوق {1} را برداشت.", "{0} took the till PIN of {1} away."),
        ["staff.pin-wrong"] = ("در {0} رمز {1} نادرست زده شد.", "At {0} a wrong PIN was typed for {1}."),
        ["till.code-made"] = ("{0} برای {1} کد اتصال ساخت.", "{0} made a pairing code for {1}."),
        ["till.paired"] = (
            "دستگاهی با کدی که {0} ساخت به {1} وصل شد.",
            "A device was paired with {1} by a code of {0}."
        ),
        ["till.revoked"] = ("{0} دستگاهی را از {1} جدا کرد.", "{0} shut a device of {1} out."),
        ["till.token-copied"] = (
            "نشان یکی از دستگاه‌های {1} کپی شده بود و آن دستگاه جدا شد.",
            "The token of a device of {1} had been copied, and it was shut out."
        ),
        ["till.shift-begun"] = ("{0} پشت {1} نشست.", "{0} took the place at {1}."),
        ["sale.by-hand"] = ("{0} در یک فروش تخفیف دستی داد.", "{0} took something off a sale by hand."),
        ["till.approved"] = ("{0} در {1} کاری را اجازه داد.", "{0} allowed something at {1}."),
        ["staff.signed-in"] = ("{0} با گذرواژه وارد شد.", "{0} signed in with a password."),
        ["staff.signed-in-by-link"] = ("{0} با پیوند یک‌بارمصرف وارد شد.", "{0} signed in by a one-time link."),
        ["staff.signed-in-by-passkey"] = ("{0} با کلید عبور وارد شد.", "{0} signed in with a passkey."),
        ["staff.signed-in-to-demo"] = ("{0} وارد باشگاه نمایشی شد.", "{0} entered the demo club."),
        ["staff.signed-out"] = ("{0} خارج شد.", "{0} signed out."),
        ["staff.sign-in-failed"] = ("تلاش ناموفقی برای ورود به نام {1} شد.", "Somebody failed to sign in as {1}."),
        ["staff.sessions-ended"] = ("{0} نشست‌هایی از {1} را پایان داد.", "{0} ended sessions of {1}."),
        ["staff.passkey-added"] = ("{0} کلید عبوری ثبت کرد.", "{0} added a passkey."),
        ["staff.passkey-renamed"] = ("{0} نام کلید عبور خود را عوض کرد.", "{0} renamed a passkey."),
        ["staff.passkey-removed"] = ("{0} کلید عبور خود را پاک کرد.", "{0} removed a passkey."),
    };
}
