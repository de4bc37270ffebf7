using System.Text;

namespace Vafa.Core.Values;

/// <summary>An Iranian mobile number, held as +989xxxxxxxxx.</summary>
public readonly record struct Mobile
{
    private Mobile(string e164) => E164 = e164;

    /// <summary>+989xxxxxxxxx.</summary>
    public string E164 { get; }

    /// <summary>As people dial it: 09xxxxxxxxx.</summary>
    public string Local => "0" + E164[3..];

    /// <summary>As people read it out: 0912 123 4567.</summary>
    public string Spaced => $"{Local[..4]} {Local[4..7]} {Local[7..]}";

    /// <summary>For logs: 0912*****89.</summary>
    public string Masked => $"{Local[..4]}*****{Local[^2..]}";

    /// <summary>
    /// Reads any Iranian writing: with or without 0, +98, 0098 or 98, in Latin, Persian or Arabic digits, with spaces,
    /// dashes, dots, slashes, parentheses or direction marks between. Refused: mobile.invalid.
    /// </summary>
    public static Outcome<Mobile> Parse(string text)
    {
        var digits = Bare(text);
        ReadOnlySpan<char> rest = digits;
        rest =
            rest.StartsWith("+98") ? rest[3..]
            : rest.StartsWith("0098") ? rest[4..]
            : rest.StartsWith("98") && rest.Length > 10 ? rest[2..]
            : rest;
        rest = rest.StartsWith("0") ? rest[1..] : rest;
        return rest.Length == 10 && rest[0] == '9' && !rest.ContainsAnyExceptInRange('0', '9')
            ? new Mobile("+98" + rest.ToString())
            : new Refusal("mobile.invalid");
    }

    /// <summary>A number as it was stored; anything else is a bug.</summary>
    public static Mobile OfStored(string e164) =>
        e164.Length == 13 && e164.StartsWith("+989", StringComparison.Ordinal)
            ? new Mobile(e164)
            : throw new ArgumentException("Not a stored mobile number.", nameof(e164));

    public override string ToString() => E164;

    private static string Bare(string text)
    {
        // Longer than any writing of a number: not worth reading.
        if (text.Length > 40)
        {
            return "";
        }

        var bare = new StringBuilder(16);
        foreach (var c in PersianText.Digits(text))
        {
            var between =
                char.IsWhiteSpace(c) || "-–—‑.()/_".Contains(c, StringComparison.Ordinal) || IsDirectionMark(c);
            if (!between)
            {
                bare.Append(c == '＋' ? '+' : c);
            }
        }

        return bare.ToString();
    }

    private static bool IsDirectionMark(char c) =>
        c
            is '\u200C'
                or '\u200E'
                or '\u200F'
                or '\u061C'
                or (>= '\u202A' and <= '\u202E')
                or (>= '\u2066' and <= '\u2069');
}
