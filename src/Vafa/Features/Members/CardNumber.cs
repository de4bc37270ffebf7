using System.Globalization;
using System.Security.Cryptography;
using Vafa.Core.Values;

namespace Vafa.Features.Members;

/// <summary>
/// The number on a member's card: ten digits, the last one a check digit (Luhn), so that a mistyped one is seen at
/// once. It begins with 1 to 8: ten digits that begin with 9 are a mobile number without its 0.
/// </summary>
public static class CardNumber
{
    public const int Length = 10;

    /// <summary>A random one; who draws it makes sure that nobody has it yet.</summary>
    public static string Draw()
    {
        var digits = new char[Length];
        digits[0] = (char)('1' + RandomNumberGenerator.GetInt32(8));
        for (var i = 1; i < Length - 1; i++)
        {
            digits[i] = (char)('0' + RandomNumberGenerator.GetInt32(10));
        }

        digits[^1] = (char)('0' + CheckDigit(digits.AsSpan(0, Length - 1)));
        return new string(digits);
    }

    /// <summary>The card of nine digits that somebody else chose, with its check digit.</summary>
    public static string Of(int nine)
    {
        var digits = nine.ToString("D9", CultureInfo.InvariantCulture);
        return digits + (char)('0' + CheckDigit(digits));
    }

    /// <summary>As people type it: any digits, with spaces or dashes between.</summary>
    public static string Read(string written) =>
        string.Concat(
            PersianText
                .Digits(written.Length > 60 ? "" : written)
                .Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '\u200C' or '\u200E' or '\u200F'))
        );

    public static bool IsSound(string card) =>
        card.Length == Length
        && card.All(char.IsAsciiDigit)
        && card[^1] - '0' == CheckDigit(card.AsSpan(0, Length - 1));

    /// <summary>Luhn: every second digit from the right doubled, its digits summed.</summary>
    private static int CheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            var weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }

        return (10 - (sum % 10)) % 10;
    }
}
