using System.Collections.Frozen;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Vafa.Core.Values;

namespace Vafa.Features.Staff;

/// <summary>What a password must be, and how it is kept: PBKDF2 with a salt of its own.</summary>
public sealed class Passwords
{
    public const int MinLength = 10;
    public const int MaxLength = 200;

    private static readonly object Nobody = new();

    /// <summary>What everybody tries first, of those long enough to pass otherwise.</summary>
    private static readonly FrozenSet<string> Common = FrozenSet.Create(
        StringComparer.Ordinal,
        "1234567890",
        "0123456789",
        "0987654321",
        "9876543210",
        "1234567891",
        "12345678910",
        "123456789a",
        "a123456789",
        "1122334455",
        "1q2w3e4r5t",
        "1qaz2wsx3edc",
        "q1w2e3r4t5",
        "qwertyuiop",
        "qwerty1234",
        "qwerty12345",
        "qwerty123456",
        "asdfghjkl;",
        "asdfghjkl1",
        "zxcvbnm123",
        "abcdefghij",
        "abcd123456",
        "abc1234567",
        "password12",
        "password123",
        "password1234",
        "passw0rd123",
        "p@ssw0rd123",
        "p@ssword123",
        "admin12345",
        "admin123456",
        "administrator",
        "iloveyou123",
        "welcome123",
        "letmein123",
        "changeme123",
        "salam12345",
        "salam123456",
        "iran123456",
        "tehran1234",
        "bahar12345",
        "khodaya123"
    );

    private readonly PasswordHasher<object> hasher = new();
    private readonly string decoy;

    public Passwords() => decoy = hasher.HashPassword(Nobody, Web.Secret.New());

    /// <summary>Refused: password.too-short, password.too-long, password.common, password.like-user.</summary>
    public static Refusal? Check(string password, string user)
    {
        var same = Same(password);
        if (same.EnumerateRunes().Count() < MinLength)
        {
            return new Refusal("password.too-short", "/password", MinLength);
        }

        if (same.Length > MaxLength)
        {
            return new Refusal("password.too-long", "/password", MaxLength);
        }

        var lower = same.ToLowerInvariant();
        if (Common.Contains(lower) || lower.EnumerateRunes().Distinct().Count() < 4)
        {
            return new Refusal("password.common", "/password");
        }

        return lower.Replace(user, "", StringComparison.Ordinal).Length < MinLength / 2
            ? new Refusal("password.like-user", "/password")
            : null;
    }

    public string Hash(string password) => hasher.HashPassword(Nobody, Same(password));

    /// <summary>
    /// Whether it is the password of <paramref name="kept"/>. Without one a decoy is compared, so that an unknown user
    /// takes as long as a wrong password.
    /// </summary>
    public PasswordVerificationResult Verify(string? kept, string password)
    {
        // Nobody has a password so long; a longer one is only work.
        var given = password.Length > MaxLength * 4 ? "" : Same(password);
        var result = hasher.VerifyHashedPassword(Nobody, kept ?? decoy, given);
        return kept is null ? PasswordVerificationResult.Failed : result;
    }

    /// <summary>The same password whichever keyboard layout or system wrote its digits and marks.</summary>
    private static string Same(string password) =>
        PersianText
            .Digits(password.Length > MaxLength * 4 ? password[..(MaxLength * 4)] : password)
            .Normalize(NormalizationForm.FormKC);
}
