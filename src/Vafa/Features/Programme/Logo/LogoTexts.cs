namespace Vafa.Features.Programme.Logo;

internal static class LogoTexts
{
    public static readonly Dictionary<string, (string Fa, string En)> All = new(StringComparer.Ordinal)
    {
        ["logo.kind"] = (
            "این فایل تصویر PNG، JPEG یا WebP نیست. نشان را با یکی از این قالب‌ها ذخیره کنید و دوباره بفرستید.",
            "This file is no PNG, JPEG or WebP picture. Save the logo as one of these and send it again."
        ),
        ["logo.size"] = (
            "این تصویر {0} در {1} نقطه است؛ هر ضلع باید از {2} تا {3} نقطه باشد.",
            "This picture is {0} by {1} pixels; each side must have {2} to {3}."
        ),
        ["logo.too-large"] = (
            "حجم این تصویر بیش از {0} کیلوبایت است. تصویر کوچک‌تری بفرستید.",
            "This picture has more than {0} KiB. Send a smaller one."
        ),
    };
}
