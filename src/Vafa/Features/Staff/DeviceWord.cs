using Vafa.Core.Values;

namespace Vafa.Features.Staff;

/// <summary>What a signed-in browser is called: «کروم در ویندوز».</summary>
internal static class DeviceWord
{
    private static readonly Dictionary<string, string> Persian = new(StringComparer.Ordinal)
    {
        ["Chrome"] = "کروم",
        ["Edge"] = "اج",
        ["Firefox"] = "فایرفاکس",
        ["Safari"] = "سافاری",
        ["Opera"] = "اپرا",
        ["Samsung Internet"] = "مرورگر سامسونگ",
        ["Windows"] = "ویندوز",
        ["Android"] = "اندروید",
        ["iPhone"] = "آیفون",
        ["iPad"] = "آیپد",
        ["macOS"] = "مک",
        ["Linux"] = "لینوکس",
        ["ChromeOS"] = "کروم‌اواس",
    };

    public static string Of(SessionView session, Wording words) =>
        (Name(session.Browser, words), Name(session.System, words)) switch
        {
            ({ } browser, { } system) => words.Say($"{browser} در {system}", $"{browser} on {system}"),
            var (browser, system) => browser ?? system ?? words.Say("دستگاه ناشناس", "Unknown device"),
        };

    private static string? Name(string? latin, Wording words) =>
        latin is null ? null
        : words.Persian ? Persian.GetValueOrDefault(latin, latin)
        : latin;
}
