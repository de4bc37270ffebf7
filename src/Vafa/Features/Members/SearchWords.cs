using Vafa.Core.Values;

namespace Vafa.Features.Members;

/// <summary>One word of a search and where in the index it may lead by.</summary>
internal sealed record SearchWord(IReadOnlyList<KeyRange> Ranges);

internal static class SearchWords
{
    private const int Most = 10;

    /// <summary>A search that is one number, however it is spaced, is one word: 0912 345 67.</summary>
    public static IReadOnlyList<SearchWord> Of(string? search)
    {
        if (search is null)
        {
            return [];
        }

        var number = string.Concat(
            PersianText.Digits(search).Where(c => !char.IsWhiteSpace(c) && !char.IsPunctuation(c))
        );
        var isNumber = number.TrimStart('+') is { Length: > 0 } digits && digits.All(char.IsAsciiDigit);
        IEnumerable<string> words = isNumber ? [number] : MemberKeys.Words(search);
        return
        [
            .. words.Distinct(StringComparer.Ordinal).Take(Most).Select(w => new SearchWord(MemberKeys.RangesOf(w))),
        ];
    }
}
