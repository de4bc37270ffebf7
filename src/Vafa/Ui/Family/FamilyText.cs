using Vafa.Core.Values;

namespace Vafa.Ui.Family;

/// <summary>What strains a page: the longest name and the largest amount it must hold.</summary>
internal static class FamilyText
{
    /// <summary>60 letters.</summary>
    public static string LongName(Reader reader) =>
        reader.Say(
            "سیده‌فاطمه‌زهرا عبدالرحمان‌پور ابوالقاسم‌زادهٔ اصفهانیِ خراسانی",
            "Bartholomew Fitzgerald-Montgomery of Wolverhampton-on-Severn"
        );

    /// <summary>12 digits as they are shown.</summary>
    public static Money Large(Reader reader) => new(999_999_999_999 * reader.Words.MoneyScale);
}
