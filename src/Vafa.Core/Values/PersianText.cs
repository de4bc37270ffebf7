using System.Globalization;
using System.Text;

namespace Vafa.Core.Values;

/// <summary>One spelling for what keyboards write in several: ي and ی, ك and ک, ۱ and ١ and 1.</summary>
public static class PersianText
{
    private const char Zwnj = '\u200C';

    private const char Tatweel = '\u0640';

    /// <summary>
    /// Text as it is kept and shown: Arabic yeh and kaf become Persian, white space is trimmed and collapsed to single
    /// spaces. Digits stay as written, ZWNJ and emoji stay whole.
    /// </summary>
    public static string Normalise(string text)
    {
        var kept = new StringBuilder(text.Length);
        var space = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                space = kept.Length > 0;
                continue;
            }

            if (space)
            {
                kept.Append(' ');
                space = false;
            }

            kept.Append(PersianLetter(c));
        }

        return kept.ToString();
    }

    /// <summary>Persian and Arabic digits become Latin; all else stays.</summary>
    public static string Digits(string text)
    {
        foreach (var c in text)
        {
            if (LatinDigit(c) != c)
            {
                return string.Create(
                    text.Length,
                    text,
                    static (span, source) =>
                    {
                        for (var i = 0; i < source.Length; i++)
                        {
                            span[i] = LatinDigit(source[i]);
                        }
                    }
                );
            }
        }

        return text;
    }

    /// <summary>
    /// What is searched by: normalised, lower case, Latin digits, without ZWNJ, tatweel and diacritics; أ إ آ are ا, ة
    /// and ۀ are ه, ؤ is و, ئ is ی. Emoji stay.
    /// </summary>
    public static string SearchKey(string text)
    {
        // Decomposing takes hamza, madda and accents off their letters, so that dropping marks is enough.
        var bare = new StringBuilder(text.Length);
        foreach (var c in Whole(text).Normalize(NormalizationForm.FormKD))
        {
            var mark = CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
            if (!mark && c != Zwnj && c != Tatweel)
            {
                bare.Append(LatinDigit(BareLetter(c)));
            }
        }

        return Normalise(bare.ToString()).ToLowerInvariant();
    }

    /// <summary>
    /// Without the marks that turn the direction of what is written around them (U+202A … U+202E, U+2066 … U+2069 and
    /// their like): a name from outside must not reorder the sentence it stands in. ZWNJ and ZWJ stay.
    /// </summary>
    public static string WithoutDirections(string text)
    {
        if (!text.Any(IsDirection))
        {
            return text;
        }

        return string.Concat(text.Where(c => !IsDirection(c)));
    }

    /// <summary>Whether it is such a mark.</summary>
    public static bool IsDirection(char c) =>
        c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static char PersianLetter(char c) =>
        c switch
        {
            'ي' or 'ى' => 'ی',
            'ك' => 'ک',
            _ => c,
        };

    private static char BareLetter(char c) =>
        c switch
        {
            'ة' or '\u06D5' or '\u06C1' => 'ه',
            '\u0671' => 'ا',
            _ => c,
        };

    private static char LatinDigit(char c) =>
        c switch
        {
            >= '۰' and <= '۹' => (char)('0' + (c - '۰')),
            >= '٠' and <= '٩' => (char)('0' + (c - '٠')),
            _ => c,
        };

    /// <summary>Half a surrogate pair can't be normalised; it becomes the replacement character.</summary>
    private static string Whole(string text)
    {
        StringBuilder? mended = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                mended ??= new StringBuilder(text);
                mended[i] = '\uFFFD';
            }
        }

        return mended?.ToString() ?? text;
    }
}
