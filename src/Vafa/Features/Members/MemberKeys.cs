using Vafa.Core.Values;

namespace Vafa.Features.Members;

/// <summary>
/// The rows of <see cref="MemberKey"/> that lead to one member, and what a search looks for among them.
/// </summary>
public static class MemberKeys
{
    /// <summary>A name of more words is found by its first ones.</summary>
    private const int MostWords = 20;

    /// <summary>After every text that begins with what stands before it, in the order of bytes.</summary>
    private const string Last = "\U0010FFFF";

    /// <summary>All keys the member must have, by kind and value.</summary>
    public static IEnumerable<MemberKey> Of(Member member)
    {
        if (member.Mobile is { } mobile)
        {
            yield return New(member, MemberKey.Mobile, mobile);
        }

        yield return New(member, MemberKey.Card, member.Card);
        if (member.Email is { } email)
        {
            yield return New(member, MemberKey.Email, EmailKey(email));
        }

        foreach (var word in Words($"{member.FirstName} {member.LastName}").Distinct().Take(MostWords))
        {
            yield return New(member, MemberKey.Word, $"{word} {member.Id:N}");
        }

        foreach (var birthday in member.BirthDate is { } birth ? Birthdays.Keys(member.Id, birth) : [])
        {
            yield return birthday;
        }
    }

    /// <summary>The keys by which he is called: mobile, card and e-mail.</summary>
    public static IEnumerable<MemberKey> Calling(Member member) =>
        Of(member).Where(k => k.Kind is MemberKey.Mobile or MemberKey.Card or MemberKey.Email);

    public static string EmailKey(string email) => email.ToLowerInvariant();

    /// <summary>
    /// The words of a name or a search: normalised, split at spaces and punctuation, so that "al-has" finds
    /// "Al-Hassan".
    /// </summary>
    public static IEnumerable<string> Words(string text)
    {
        var key = PersianText.SearchKey(text);
        var start = 0;
        for (var i = 0; i <= key.Length; i++)
        {
            if (i == key.Length || !IsOfWord(key[i]))
            {
                if (i > start)
                {
                    yield return key[start..i];
                }

                start = i + 1;
            }
        }
    }

    /// <summary>
    /// Where the keys lie that a searched word can begin: words of a name; where it is a number also cards and mobiles
    /// in whatever way the mobile is written from its beginning (0912, 912, 98912, +98912, 0098912).
    /// </summary>
    public static IReadOnlyList<KeyRange> RangesOf(string word)
    {
        var ranges = new List<KeyRange> { new(MemberKey.Word, word, word + Last) };
        var digits = word.AsSpan().TrimStart('+');
        if (digits.Length > 0 && !digits.ContainsAnyExceptInRange('0', '9'))
        {
            if (word[0] != '+')
            {
                ranges.Add(new KeyRange(MemberKey.Card, word, word + Last));
            }

            ranges.AddRange(MobileBeginnings(word).Select(m => new KeyRange(MemberKey.Mobile, m, m + Last)));
        }

        return ranges;
    }

    private static HashSet<string> MobileBeginnings(string word)
    {
        var beginnings = new HashSet<string>(StringComparer.Ordinal);
        foreach (var prefix in (ReadOnlySpan<string>)["+98", "0098", "98", "0", ""])
        {
            if (word.StartsWith(prefix, StringComparison.Ordinal))
            {
                beginnings.Add("+98" + word[prefix.Length..]);
            }
            else if (prefix.StartsWith(word, StringComparison.Ordinal))
            {
                beginnings.Add("+98");
            }
        }

        return beginnings;
    }

    private static bool IsOfWord(char c) => !char.IsWhiteSpace(c) && !char.IsPunctuation(c) && !char.IsControl(c);

    private static MemberKey New(Member member, string kind, string value) =>
        new()
        {
            Kind = kind,
            Value = value,
            MemberId = member.Id,
        };
}

/// <summary>Keys of one kind from <paramref name="From"/> until before <paramref name="Until"/>.</summary>
public readonly record struct KeyRange(string Kind, string From, string Until)
{
    public bool Holds(MemberKey key) =>
        key.Kind == Kind
        && string.CompareOrdinal(key.Value, From) >= 0
        && key.Value.StartsWith(From, StringComparison.Ordinal);
}
