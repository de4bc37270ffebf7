using System.Collections.Frozen;

namespace Vafa.Features.Network;

internal static class NetworkTexts
{
    public static readonly IReadOnlyDictionary<string, (string Fa, string En)> Sentences = new Dictionary<
        string,
        (string Fa, string En)
    >(StringComparer.Ordinal)
    {
        ["certificate.names-needed"] = (
            "نامی بگویید که دستگاه‌ها فروشگاه را با آن پیدا می‌کنند: --name vafa.shop.lan یا --address 192.168.1.20.",
            "Say how devices find the shop: --name vafa.shop.lan or --address 192.168.1.20."
        ),
        ["certificate.name-invalid"] = (
            "«{0}» نام دستگاهی در شبکه نیست، مانند vafa.shop.lan؛ نشانی عددی را با --address بدهید.",
            "\"{0}\" is no name of a machine, like vafa.shop.lan; an address of numbers goes with --address."
        ),
        ["certificate.name-zone"] = (
            "«{0}» نام یک فروشگاه نیست و نام‌های بسیاری زیر آن است؛ نامی مانند vafa.shop.lan بدهید.",
            "\"{0}\" is no name of one shop, since many stand below it; give one like vafa.shop.lan."
        ),
        ["certificate.address-invalid"] = (
            "«{0}» نشانی یک دستگاه نیست، مانند 192.168.1.20.",
            "\"{0}\" is no address of a machine, like 192.168.1.20."
        ),
        ["certificate.outside"] = (
            "مرجع گواهی این فروشگاه برای {0} گواهی نمی‌دهد؛ --new-ca مرجع تازه‌ای می‌سازد که همهٔ دستگاه‌ها "
                + "باید دوباره به آن اعتماد کنند.",
            "The shop CA may not speak for {0}; --new-ca makes another CA, which every device must trust anew."
        ),
        ["certificate.authority-damaged"] = (
            "مرجع گواهی در {0} با کلید کنارش خوانده نمی‌شود؛ آن را برگردانید یا با --new-ca مرجع تازه‌ای بسازید.",
            "The shop CA in {0} cannot be read with the key beside it; bring it back, or make another with --new-ca."
        ),
        ["certificate.authority-over"] = (
            "مهلت مرجع گواهی فروشگاه {0} است؛ با --new-ca مرجع تازه‌ای بسازید که همهٔ دستگاه‌ها باید "
                + "به آن اعتماد کنند.",
            "The shop CA ends at {0}; make another with --new-ca, which every device must trust anew."
        ),
        ["certificate.no-file"] = ("فایل {0} نیست.", "There is no file {0}."),
        ["certificate.unreadable"] = (
            "در {0} گواهی‌ای به شکل PEM یا PFX نیست.",
            "{0} holds no certificate, neither as PEM nor as PFX."
        ),
        ["certificate.no-key"] = (
            "در {0} کلید خصوصی نیست؛ فایل آن را با --key بگویید.",
            "{0} holds no private key; name its file with --key."
        ),
        ["certificate.key-other"] = (
            "کلید در {0} از آنِ گواهی در {1} نیست.",
            "The key in {0} does not belong to the certificate in {1}."
        ),
        ["certificate.key-beside-pfx"] = (
            "{0} فایل PEM نیست؛ فایل PFX کلید را در خود دارد و --key نمی‌خواهد.",
            "{0} is no PEM; a PFX file holds its key and takes no --key."
        ),
        ["certificate.key-old"] = (
            "کلید در {0} به شیوهٔ قدیمی رمز شده است؛ دستور openssl pkcs8 -topk8 آن را از نو می‌نویسد.",
            "The key in {0} is encrypted in the old way; `openssl pkcs8 -topk8` writes it anew."
        ),
        ["certificate.password-needed"] = (
            "{0} رمز دارد؛ آن را در متغیر محیطی {1} بگذارید.",
            "{0} is encrypted; put its password into the environment variable {1}."
        ),
        ["certificate.password-wrong"] = (
            "{0} با رمزِ {1} باز نمی‌شود.",
            "{0} does not open with the password in {1}."
        ),
        ["certificate.not-for-servers"] = (
            "گواهی در {0} برای سرور صادر نشده است.",
            "The certificate in {0} is not made for servers."
        ),
        ["certificate.over"] = ("مهلت گواهی در {0} در {1} گذشته است.", "The certificate in {0} ended at {1}."),
        ["certificate.early"] = (
            "گواهی در {0} از {1} اعتبار دارد؛ ساعت این رایانه درست است؟",
            "The certificate in {0} is not valid before {1}; is the machine's clock right?"
        ),
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
