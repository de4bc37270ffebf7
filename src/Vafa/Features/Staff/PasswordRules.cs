using System.Text;
using Vafa.Core.Values;
using Vafa.Features.Programme;

namespace Vafa.Features.Staff;

/// <summary>
/// What a password must be: long enough, not what everybody chooses, and without the name of its owner or of the club.
/// No rule asks for capitals, signs and digits: they make passwords harder to keep, not to guess.
/// </summary>
public sealed class PasswordRules(ProgrammeStore programmes)
{
    /// <summary>A shorter name may stand in a longer word by chance.</summary>
    private const int ShortestName = 4;

    /// <summary>
    /// Refused: password.too-short, password.too-long, password.common, password.like-user; all at /password.
    /// </summary>
    public async Task<Refusal?> Check(string password, StaffMember staff, CancellationToken ct)
    {
        var club = await programmes.Newest(ct);
        return Check(password, staff.User, staff.Name, club.Settings.Name);
    }

    internal static Refusal? Check(string password, params string?[] own)
    {
        var same = Passwords.Same(password);
        if (same.EnumerateRunes().Count() < Passwords.MinLength)
        {
            return new Refusal("password.too-short", "/password", Passwords.MinLength);
        }

        if (same.Length > Passwords.MaxLength)
        {
            return new Refusal("password.too-long", "/password", Passwords.MaxLength);
        }

        var bare = Bare(same);
        if (own.Any(name => name is not null && IsIn(bare, Bare(name))))
        {
            return new Refusal("password.like-user", "/password");
        }

        return CommonPasswords.Has(bare) ? new Refusal("password.common", "/password") : null;
    }

    /// <summary>
    /// As it is compared: one case, Latin digits, one spelling of each letter, and nothing but letters and digits.
    /// </summary>
    internal static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var c in PersianText.SearchKey(text).Replace('@', 'a').Replace('$', 's').Where(char.IsLetterOrDigit))
        {
            bare.Append(c);
        }

        return bare.ToString();
    }

    private static bool IsIn(string password, string name) =>
        name.Length >= ShortestName
            ? password.Contains(name, StringComparison.Ordinal)
            : name.Length > 0 && password.Replace(name, "", StringComparison.Ordinal).Length < Passwords.MinLength / 2;
}
