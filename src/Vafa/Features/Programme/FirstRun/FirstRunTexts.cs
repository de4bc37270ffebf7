namespace Vafa.Features.Programme.FirstRun;

internal static class FirstRunTexts
{
    public static readonly Dictionary<string, (string Fa, string En)> All = new(StringComparer.Ordinal)
    {
        ["first-run.touched"] = (
            "این باشگاه پیش‌تر راه افتاده است. چیزی تغییر نکرد؛ از بخش تنظیمات ادامه دهید.",
            "This club has already begun. Nothing was changed; go on in the settings."
        ),
        ["first-run.trade-unknown"] = ("صنف باید یکی از این‌ها باشد: {0}.", "The trade must be one of: {0}."),
        ["first-run.offer-unknown"] = ("پیشنهادی با کد «{0}» در این صنف نیست.", "This trade has no offer \"{0}\"."),
        ["first-run.only-rial"] = (
            "مبلغ‌های آماده به ریال‌اند؛ با IRR آغاز کنید یا واحد پول را در تنظیمات عوض کنید.",
            "The ready-made amounts are in rial; begin with IRR, or change the currency in the settings."
        ),
    };
}
