namespace Vafa.Features.Engagements;

/// <summary>Sentences about events.</summary>
internal static class EventTexts
{
    public static readonly Dictionary<string, (string Fa, string En)> All = new(StringComparer.Ordinal)
    {
        ["event.unknown"] = (
            "باشگاه فعالیتی با کد «{0}» ندارد و چیزی هم منتظر آن نیست.",
            "The club has no engagement “{0}”, and nothing waits for it."
        ),
        ["event.unknown-purchase"] = ("این عضو چنین خریدی ندارد.", "This member has no such purchase."),
        ["event.duplicate"] = (
            "این رویداد با شناسهٔ «{0}» پیش‌تر ثبت شده است.",
            "This event was recorded before under the reference “{0}”."
        ),
    };
}
