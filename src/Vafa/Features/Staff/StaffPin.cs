using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vafa.Core.Values;

namespace Vafa.Features.Staff;

/// <summary>
/// The few digits by which somebody says at a paired till that it is he. They open nothing anywhere else.
/// </summary>
public sealed class StaffPin
{
    public Guid StaffId { get; init; }

    /// <summary>PBKDF2, as a password is kept.</summary>
    public required string Hash { get; set; }

    public DateTimeOffset SetAt { get; set; }

    /// <summary>Wrong tries in a row, at all tills together.</summary>
    public int Failures { get; set; }
}

internal sealed class StaffPinMap : IEntityTypeConfiguration<StaffPin>
{
    public void Configure(EntityTypeBuilder<StaffPin> builder) => builder.HasKey(p => p.StaffId);
}

/// <summary>What a PIN may be: 4 to 8 digits that nobody tries first.</summary>
public static class Pin
{
    public const int Shortest = 4;
    public const int Longest = 8;

    /// <summary>
    /// The digits in whichever script they were typed. Refused: pin.invalid (other than 4 to 8 digits), pin.easy (one
    /// digit over and over, a run, or a year).
    /// </summary>
    public static Outcome<string> Read(string? typed)
    {
        var digits = PersianText.Digits(typed ?? "").Trim();
        if (digits.Length is < Shortest or > Longest || !digits.All(char.IsAsciiDigit))
        {
            return new Refusal("pin.invalid", "/pin", Shortest, Longest);
        }

        return IsEasy(digits) ? new Refusal("pin.easy", "/pin") : digits;
    }

    private static bool IsEasy(string digits)
    {
        var steps = digits.Zip(digits.Skip(1), (a, b) => b - a).Distinct().ToList();
        var halves = digits.Length % 2 == 0 && digits[..(digits.Length / 2)] == digits[(digits.Length / 2)..];
        var year = digits.Length == 4 && digits[..2] is "13" or "14" or "19" or "20";
        return steps is [0 or 1 or -1] || halves || year;
    }
}
