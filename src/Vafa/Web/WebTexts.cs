namespace Vafa.Web;

/// <summary>Sentences about calls as such: keys, bodies, routes, lists.</summary>
internal static class WebTexts
{
    public static readonly Dictionary<string, (string Fa, string En)> All = new(StringComparer.Ordinal)
    {
        ["key.needed"] = (
            "برای این درخواست کلید API لازم است: Authorization: Bearer vafa_…",
            "This call needs an API key: Authorization: Bearer vafa_…"
        ),
        ["key.unknown"] = ("این کلید API پذیرفته نیست.", "This API key is not accepted."),
        ["key.scope"] = (
            "این کار اجازهٔ «{0}» می‌خواهد که اینجا داده نشده است.",
            "This needs the scope \"{0}\", which was not given."
        ),
        ["key.too-many-failures"] = (
            "کلید نادرست بارها فرستاده شده است؛ کمی بعد دوباره بفرستید.",
            "Wrong keys were sent too often; try again a little later."
        ),
        ["staff.person-needed"] = (
            "این درخواست از کسی پذیرفته است که خودش وارد شده باشد، نه از کلید API.",
            "Only somebody who has signed in may make this call, not an API key."
        ),
        ["staff.foreign-page"] = (
            "این درخواست از صفحهٔ خود وفا نیامده است.",
            "This call does not come from a page of Vafa itself."
        ),
        ["body.media-type"] = (
            "بدنهٔ درخواست باید JSON باشد: Content-Type: application/json",
            "The body must be JSON: Content-Type: application/json"
        ),
        ["body.too-large"] = ("بدنهٔ درخواست بیش از یک مگابایت است.", "The body is over 1 MiB."),
        ["body.malformed"] = (
            "بدنهٔ درخواست JSON درستی نیست، بیش از اندازه تو در تو است یا فیلدی را دو بار دارد.",
            "The body is not well-formed JSON, is nested too deep or names a field twice."
        ),
        ["route.unknown"] = ("چنین نشانی‌ای در API نیست.", "The API has no such address."),
        ["route.method"] = (
            "این نشانی چنین متدی ندارد؛ متدهای آن در سرآیند Allow آمده است.",
            "This address has no such method; the header Allow names those it has."
        ),
        ["call.malformed"] = ("درخواست خوانده نشد.", "The call could not be read."),
        ["call.too-slow"] = ("درخواست به‌موقع نرسید.", "The call did not arrive in time."),
        ["call.too-many"] = (
            "درخواست‌ها بیش از اندازه است؛ کمی بعد دوباره بفرستید.",
            "Too many calls; try again a little later."
        ),
        ["server.fault"] = (
            "خطایی در سرور رخ داد و ثبت شد؛ دوباره بفرستید.",
            "The server failed and noted it; send the call again."
        ),
        ["idempotency.missing"] = (
            "این درخواست سرآیند Idempotency-Key لازم دارد.",
            "This call needs the header Idempotency-Key."
        ),
        ["idempotency.malformed"] = (
            "سرآیند Idempotency-Key باید یک متن لاتین تا {0} نویسه باشد.",
            "Idempotency-Key must be one plain ASCII text of at most {0} characters."
        ),
        ["idempotency.other-body"] = (
            "این Idempotency-Key پیش‌تر با درخواست دیگری آمده است.",
            "This Idempotency-Key came before with another request."
        ),
        ["idempotency.in-progress"] = (
            "درخواستی با همین Idempotency-Key در حال انجام است.",
            "A request with this Idempotency-Key is in progress."
        ),
        ["code.malformed"] = (
            "کد باید ۱ تا {0} نویسه باشد، بی نویسهٔ کنترلی و بی فاصله در دو سر.",
            "A code must have 1 to {0} characters, no control characters, no spaces around it."
        ),
        ["document.other-code"] = (
            "کد درون سند با نشانی یکی نیست؛ کد این نشانی «{0}» است.",
            "The code in the document differs from the address, whose code is \"{0}\"."
        ),
        ["list.limit"] = ("limit باید عددی از {0} تا {1} باشد.", "limit must be a number from {0} to {1}."),
        ["list.cursor"] = (
            "این cursor از این فهرست نیست؛ از صفحهٔ نخست آغاز کنید.",
            "This cursor is not of this list; start from the first page."
        ),
    };
}
