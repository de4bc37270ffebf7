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
        ["password.like-user"] = ("گذرواژه نباید همان نام کاربری باشد.", "The password must not be the user name."),
        ["staff.user-invalid"] = (
            "نام کاربری باید ۱ تا ۶۴ نویسه از حرف، رقم، نقطه، خط تیره یا @ باشد.",
            "A user name has 1 to 64 letters, digits, dots, dashes or @."
        ),
        ["staff.role-unknown"] = ("نقش باید یکی از این‌ها باشد: {0}.", "The role must be one of: {0}."),
        ["staff.user-taken"] = (
            "کاربری با نام «{0}» در نقش دیگری وجود دارد.",
            "There is already a user “{0}” in another role."
        ),
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
