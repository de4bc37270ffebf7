using Vafa.Core.Values;
using Vafa.Features.Staff;

namespace Vafa.Features.Network;

/// <summary>A kind of device, and how it is told to trust the shop CA, step by step.</summary>
public sealed record TrustDevice(string Code, LocalText Title, IReadOnlyList<LocalText> Steps)
{
    private static readonly LocalText Download = new(
        "گواهی فروشگاه را با دکمهٔ بالا بگیرید.",
        "Download the shop’s certificate with the button above."
    );

    public static readonly IReadOnlyList<TrustDevice> All =
    [
        Of(
            "android",
            "اندروید",
            "Android",
            Download,
            new(
                "تنظیمات گوشی را باز کنید و در جست‌وجوی آن «CA certificate» یا «گواهی CA» را بنویسید. "
                    + "(راهش: امنیت ← تنظیمات بیشتر ← رمزگذاری و اعتبارنامه‌ها ← نصب گواهی ← گواهی CA)",
                "Open the phone’s settings and search them for “CA certificate”. (The way: Security → More security "
                    + "settings → Encryption & credentials → Install a certificate → CA certificate)"
            ),
            new(
                "گوشی هشدار می‌دهد؛ «Install anyway» یا «نصب به هر حال» را بزنید و قفل گوشی را باز کنید.",
                "The phone warns you; press “Install anyway” and unlock it."
            ),
            new("فایل vafa-ca.crt را از دانلودها برگزینید.", "Choose the file vafa-ca.crt from your downloads.")
        ),
        Of(
            "ios",
            "آیفون و آیپد",
            "iPhone and iPad",
            new(
                "این صفحه را در Safari باز کنید، گواهی را با دکمهٔ بالا بگیرید و «Allow» را بزنید.",
                "Open this page in Safari, download the certificate with the button above and press “Allow”."
            ),
            new(
                "در تنظیمات (Settings) بالای صفحه «Profile Downloaded» را باز کنید و «Install» را بزنید.",
                "In Settings open “Profile Downloaded” at the top and press “Install”."
            ),
            new(
                "سپس در General ← About ← Certificate Trust Settings کلید کنار نام این گواهی را روشن کنید. "
                    + "بی این گام، آیفون به آن اعتماد نمی‌کند.",
                "Then turn on the switch beside this certificate under General → About → Certificate Trust Settings. "
                    + "Without this step the device does not trust it."
            )
        ),
        Of(
            "windows",
            "ویندوز",
            "Windows",
            Download,
            new(
                "فایل vafa-ca.crt را باز کنید و «Install Certificate» را بزنید.",
                "Open the file vafa-ca.crt and press “Install Certificate”."
            ),
            new(
                "«Local Machine» و سپس «Place all certificates in the following store» را برگزینید و در Browse "
                    + "«Trusted Root Certification Authorities» را انتخاب کنید.",
                "Choose “Local Machine”, then “Place all certificates in the following store”, and under Browse "
                    + "“Trusted Root Certification Authorities”."
            ),
            new(
                "«Finish» را بزنید و مرورگر را ببندید و باز کنید. کروم و اج و فایرفاکس همه از همین‌جا می‌خوانند.",
                "Press “Finish”, then close the browser and open it again. Chrome, Edge and Firefox all read it there."
            )
        ),
        Of(
            "macos",
            "مک",
            "macOS",
            Download,
            new(
                "فایل vafa-ca.crt را باز کنید تا در «Keychain Access» افزوده شود.",
                "Open the file vafa-ca.crt, so that “Keychain Access” adds it."
            ),
            new(
                "در Keychain Access روی نام این گواهی دو بار بزنید، بخش «Trust» را باز کنید و کنار "
                    + "«When using this certificate» گزینهٔ «Always Trust» را بگذارید.",
                "In Keychain Access double-click this certificate, open “Trust” and set “When using this certificate” "
                    + "to “Always Trust”."
            ),
            new(
                "پنجره را ببندید، گذرواژهٔ مک را بدهید و مرورگر را از نو باز کنید.",
                "Close the window, give the Mac’s password, and open the browser again."
            )
        ),
        Of(
            "linux",
            "لینوکس (کروم)",
            "Linux (Chrome)",
            Download,
            new(
                "نشانی chrome://certificate-manager را باز کنید؛ در «Local certificates» به «Installed by you» بروید.",
                "Open chrome://certificate-manager; under “Local certificates” go to “Installed by you”."
            ),
            new(
                "کنار «Trusted Certificates» دکمهٔ «Import» را بزنید و فایل vafa-ca.crt را بدهید.",
                "Beside “Trusted Certificates” press “Import” and choose the file vafa-ca.crt."
            )
        ),
        Of(
            "firefox",
            "فایرفاکس",
            "Firefox",
            Download,
            new(
                "در Settings ← Privacy & Security ← Certificates دکمهٔ «View Certificates» و برگهٔ «Authorities» را "
                    + "باز کنید.",
                "Under Settings → Privacy & Security → Certificates open “View Certificates” and its tab “Authorities”."
            ),
            new(
                "«Import» را بزنید، فایل vafa-ca.crt را بدهید و «Trust this CA to identify websites» را تیک بزنید.",
                "Press “Import”, choose the file vafa-ca.crt and tick “Trust this CA to identify websites”."
            ),
            new(
                "در اندروید نخست گام‌های اندروید را بروید؛ سپس در About Firefox چند بار روی نشان فایرفاکس بزنید و در "
                    + "«Secret Settings» گزینهٔ «Use third party CA certificates» را روشن کنید.",
                "On Android follow the steps for Android first; then tap Firefox’s logo in “About Firefox” several "
                    + "times and turn on “Use third party CA certificates” under “Secret Settings”."
            )
        ),
    ];

    /// <summary>All of them, the visitor's own first.</summary>
    public static IReadOnlyList<TrustDevice> For(string? userAgent)
    {
        var own = Own(DeviceName.Of(userAgent));
        return [.. All.OrderBy(d => d.Code == own ? 0 : 1)];
    }

    /// <summary>Firefox keeps its own list where the system has none that it reads.</summary>
    private static string? Own(DeviceName device) =>
        device switch
        {
            { System: "Android" } => "android",
            { System: "iPhone" or "iPad" } => "ios",
            { System: "Windows" } => "windows",
            { System: "macOS" } => "macos",
            { Browser: "Firefox" } => "firefox",
            { System: "Linux" or "ChromeOS" } => "linux",
            _ => null,
        };

    private static TrustDevice Of(string code, string fa, string en, params LocalText[] steps) =>
        new(code, new LocalText(fa, en), steps);
}
