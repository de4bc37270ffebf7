using System.Collections.Frozen;

namespace Vafa.Features.Staff;

internal static class StaffTexts
{
    public static readonly IReadOnlyDictionary<string, (string Fa, string En)> Sentences = new Dictionary<
        string,
        (string Fa, string En)
    >(StringComparer.Ordinal)
    {
        ["sign-in.wrong"] = ("نام کاربری یا گذرواژه درست نیست.", "The user name or the password is not right."),
        ["sign-in.too-many"] = (
            "تلاش‌های ناموفق زیاد بود. {0} ثانیه دیگر دوباره امتحان کنید.",
            "Too many failed tries. Try again in {0} seconds."
        ),
        ["form.stale"] = ("این صفحه کهنه شده بود؛ دوباره بفرستید.", "This page had grown old; send it again."),
        ["link.over"] = (
            "این پیوند ورود دیگر کار نمی‌کند؛ یک پیوند تازه بخواهید.",
            "This sign-in link no longer works; ask for a new one."
        ),
        ["password.needed"] = ("یک گذرواژه برای خود انتخاب کنید.", "Choose a password for yourself."),
        ["password.too-short"] = (
            "گذرواژه باید دست‌کم {0} نویسه داشته باشد.",
            "The password needs at least {0} characters."
        ),
        ["password.too-long"] = (
            "گذرواژه نباید بیش از {0} نویسه داشته باشد.",
            "The password may have at most {0} characters."
        ),
        ["password.common"] = (
            "این گذرواژه را به‌آسانی می‌توان حدس زد؛ گذرواژه دیگری انتخاب کنید.",
            "This password is easy to guess; choose another one."
        ),
        ["password.like-user"] = (
            "نام کاربری، نام شما یا نام باشگاه نباید در گذرواژه باشد.",
            "The password must not hold your user name, your name or the club's name."
        ),
        ["password.wrong"] = ("گذرواژهٔ کنونی درست نیست.", "The present password is not right."),
        ["staff.user-invalid"] = (
            "نام کاربری باید ۱ تا ۶۴ نویسه از حرف، رقم، نقطه، خط تیره یا @ باشد.",
            "A user name has 1 to 64 letters, digits, dots, dashes or @."
        ),
        ["staff.role-unknown"] = ("نقش باید یکی از این‌ها باشد: {0}.", "The role must be one of: {0}."),
        ["staff.user-taken"] = (
            "کاربری با نام «{0}» در نقش دیگری وجود دارد.",
            "There is already a user “{0}” in another role."
        ),
        ["staff.user-known"] = (
            "نام کاربری «{0}» پیش‌تر به کسی داده شده است.",
            "The user name “{0}” is somebody’s already."
        ),
        ["staff.unknown"] = ("چنین همکاری نیست.", "Nobody of this name works here."),
        ["staff.branch-unknown"] = ("شعبهٔ «{0}» شناخته نیست.", "There is no branch “{0}”."),
        ["staff.own-role"] = ("نقش خود را نمی‌توانید عوض کنید.", "You cannot change your own role."),
        ["staff.own-door"] = ("دسترسی خود را نمی‌توانید ببندید.", "You cannot shut yourself out."),
        ["staff.owner-only"] = (
            "فقط مالک باشگاه می‌تواند مالک دیگری بسازد یا دسترسی او را تغییر دهد.",
            "Only an owner can make another owner or change an owner’s access."
        ),
        ["staff.last-owner"] = (
            "این تنها مالک باشگاه است؛ نخست مالک دیگری معرفی کنید.",
            "This is the club’s only owner; name another one first."
        ),
        ["staff.disabled"] = (
            "دسترسی «{0}» بسته است؛ نخست آن را باز کنید.",
            "“{0}” is shut out; let him in again first."
        ),
        ["passkey.stale"] = (
            "مهلت این درخواست گذشته بود؛ دوباره آغاز کنید.",
            "This question had grown old; start again."
        ),
        ["passkey.refused"] = (
            "این کلید عبور پذیرفته نشد؛ با گذرواژه وارد شوید.",
            "This passkey was not accepted; use your password."
        ),
        ["passkey.known"] = ("این کلید عبور پیش‌تر ثبت شده است.", "This passkey is known already."),
        ["passkey.unknown"] = ("چنین کلید عبوری ندارید.", "You have no such passkey."),
        ["passkey.too-many"] = (
            "بیش از {0} کلید عبور نمی‌توان داشت؛ یکی را پاک کنید.",
            "You may have at most {0} passkeys; remove one."
        ),
        ["demo.closed"] = (
            "ورود نمایشی فقط در باشگاه نمایشی و روی همان دستگاه کار می‌کند.",
            "The demo door opens only in a demo club, on the machine itself."
        ),
        ["session.unknown"] = ("این نشست باز نیست.", "This session is not open."),
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
