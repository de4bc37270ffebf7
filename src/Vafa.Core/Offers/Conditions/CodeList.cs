using System.Collections.Immutable;

namespace Vafa.Core.Offers.Conditions;

/// <summary>Short lists of codes, compared letter by letter.</summary>
internal static class CodeList
{
    public static bool Has(ReadOnlySpan<string> codes, string? code)
    {
        if (code is null)
        {
            return false;
        }

        foreach (var known in codes)
        {
            if (string.Equals(known, code, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    public static bool Has(ImmutableArray<string> codes, string code) => Has(codes.AsSpan(), code);

    /// <summary>The same for names that people write by hand: large and small letters are the same.</summary>
    public static bool HasAnyCase(ReadOnlySpan<string> names, string? name)
    {
        foreach (var known in names)
        {
            if (name is not null && string.Equals(known, name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the two have a code in common.</summary>
    public static bool Meet(ReadOnlySpan<string> wanted, ReadOnlySpan<string> there)
    {
        foreach (var code in there)
        {
            if (Has(wanted, code))
            {
                return true;
            }
        }

        return false;
    }
}
