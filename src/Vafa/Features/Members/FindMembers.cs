using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Programme;

namespace Vafa.Features.Members;

/// <param name="Mobile">In any writing; exact.</param>
/// <param name="Card">Exact.</param>
/// <param name="Words">Every word begins a word of the name, the card or the mobile.</param>
/// <param name="Before">Only members who joined before this one: the cursor.</param>
public sealed record FindMembersRequest(string? Mobile, string? Card, string? Words, int Limit, Guid? Before = null);

/// <summary>A page of members, newest first, and (null at the end) where the next one goes on.</summary>
public sealed record FoundMembers(IReadOnlyList<MemberView> Items, Guid? Next);

/// <summary>
/// Finds members. What the search reads is bounded: a rare word is read from the index of words, words that thousands
/// share are looked for among the newest members, some thousands a call; a page then may hold fewer than asked, even
/// none, and go on where it stopped. Refused: mobile.invalid, search.too-long.
/// </summary>
public sealed class FindMembers(AppDb db, ReadMembers readMembers, ProgrammeStore programmes)
{
    internal const int MostOfRareWord = 5_000;
    internal const int MostWalked = 10_000;

    private const int LongestSearch = 200;
    private const int Step = 500;

    public async Task<Outcome<FoundMembers>> Run(FindMembersRequest request, CancellationToken ct)
    {
        if (request.Words?.Length > LongestSearch)
        {
            return new Refusal("search.too-long", "/q", LongestSearch);
        }

        var words = SearchWords.Of(request.Words);
        if (request.Mobile is null && request.Card is null)
        {
            return await Show(await Search(request, words, ct), ct);
        }

        Guid? found = null;
        if (request.Mobile is not null)
        {
            var mobile = Mobile.Parse(request.Mobile);
            if (mobile.IsRefused)
            {
                return new Refusal(mobile.Refusals[0].Code, "/mobile");
            }

            found = await MemberLookup.ByMobile(db, mobile.Value, ct);
        }

        if (request.Card is not null)
        {
            var holder = await MemberLookup.ByCard(db, request.Card, ct);
            found = request.Mobile is null || found == holder ? holder : null;
        }

        Guid[] asked = found is { } id && (request.Before is not { } before || id.CompareTo(before) < 0) ? [id] : [];
        return await Show(new Found(await Matching(asked, words, ct), null), ct);
    }

    private async Task<Outcome<FoundMembers>> Show(Found found, CancellationToken ct) =>
        new FoundMembers(await readMembers.Run(found.Ids, await programmes.Newest(ct), ct), found.Next);

    private async Task<Found> Search(FindMembersRequest request, IReadOnlyList<SearchWord> words, CancellationToken ct)
    {
        var rare = await Rarest(words, ct);
        var ids = rare
            ?.OrderDescending()
            .SkipWhile(id => id.CompareTo(request.Before ?? Guid.AllBitsSet) >= 0)
            .ToList();
        var (found, last, walked) = (new List<Guid>(), request.Before, 0);
        while (true)
        {
            var step = ids is null
                ? await Newest(last, words.Count == 0 ? request.Limit + 1 : Step, ct)
                : [.. ids.Skip(walked).Take(Step)];
            foreach (var id in await Matching(step, words, ct))
            {
                if (found.Count == request.Limit)
                {
                    return new Found(found, found[^1]);
                }

                found.Add(id);
            }

            if (step.Count == 0)
            {
                return new Found(found, null);
            }

            (last, walked) = (step[^1], walked + step.Count);
            if (ids is null && walked >= MostWalked)
            {
                return new Found(found, last);
            }
        }
    }

    /// <summary>All who have the rarest of the words; null when each of them is common.</summary>
    private async Task<HashSet<Guid>?> Rarest(IReadOnlyList<SearchWord> words, CancellationToken ct)
    {
        HashSet<Guid>? rarest = null;
        foreach (var word in words)
        {
            var (holders, common) = (new HashSet<Guid>(), false);
            foreach (var range in word.Ranges)
            {
                var part = await Keys(db, range)
                    .OrderBy(k => k.Value)
                    .Select(k => k.MemberId)
                    .Take(MostOfRareWord + 1)
                    .ToListAsync(ct);
                holders.UnionWith(part);
                common |= part.Count > MostOfRareWord;
            }

            if (!common && (rarest is null || holders.Count < rarest.Count))
            {
                rarest = holders;
            }
        }

        return rarest;
    }

    private Task<List<Guid>> Newest(Guid? before, int most, CancellationToken ct)
    {
        var members = before is { } id ? db.Members.Where(m => m.Id.CompareTo(id) < 0) : db.Members;
        return members.OrderByDescending(m => m.Id).Select(m => m.Id).Take(most).ToListAsync(ct);
    }

    /// <summary>Those of the members that every word leads to, in their order.</summary>
    private async Task<IReadOnlyList<Guid>> Matching(
        IReadOnlyList<Guid> members,
        IReadOnlyList<SearchWord> words,
        CancellationToken ct
    )
    {
        if (words.Count == 0 || members.Count == 0)
        {
            return members;
        }

        var keys = await db.MemberKeys.AsNoTracking().Where(k => members.Contains(k.MemberId)).ToListAsync(ct);
        var keysOf = keys.ToLookup(k => k.MemberId);
        return [.. members.Where(m => words.All(w => keysOf[m].Any(w.LeadsBy)))];
    }

#pragma warning disable CA1309 // It becomes SQL, which compares the keys by bytes; an ordinal overload would not.
    internal static IQueryable<MemberKey> Keys(AppDb db, KeyRange range) =>
        db.MemberKeys.Where(k =>
            k.Kind == range.Kind && string.Compare(k.Value, range.From) >= 0 && string.Compare(k.Value, range.Until) < 0
        );
#pragma warning restore CA1309

    private sealed record Found(IReadOnlyList<Guid> Ids, Guid? Next);
}

/// <summary>One word of a search and where in the index it may lead by.</summary>
internal sealed record SearchWord(IReadOnlyList<KeyRange> Ranges)
{
    public bool LeadsBy(MemberKey key) => Ranges.Any(r => r.Holds(key));
}

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
