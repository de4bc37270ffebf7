using System.Text;
using Microsoft.AspNetCore.Identity;
using Vafa.Core.Values;

namespace Vafa.Features.Staff;

/// <summary>How a password is kept: PBKDF2 with a salt of its own.</summary>
public sealed class Passwords
{
    public const int MinLength = 10;
    public const int MaxLength = 200;

    private static readonly object Nobody = new();

    private readonly PasswordHasher<object> hasher = new();
    private readonly string decoy;

    public Passwords() => decoy = hasher.HashPassword(Nobody, Web.Secret.New());

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
    internal static string Same(string password) =>
        PersianText
            .Digits(password.Length > MaxLength * 4 ? password[..(MaxLength * 4)] : password)
            .Normalize(NormalizationForm.FormKC);
}
