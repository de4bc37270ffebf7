using Microsoft.Extensions.Primitives;
using Vafa.Core.Values;
using Vafa.Features.Programme;
using Vafa.Ui;

namespace Vafa.Features.Members.Filter;

/// <summary>Which members are meant: all for whom every term holds; without a term, everybody.</summary>
public sealed record MemberFilter(IReadOnlyList<MemberTerm> Terms)
{
    public static readonly MemberFilter Everybody = new([]);

    private static readonly (string Name, Func<TermReader, MemberTerm?> Read)[] Vocabulary =
    [
        (NameWords.Parameter, NameWords.Read),
        (InGroups.Parameter, InGroups.Read),
        (InTiers.Parameter, InTiers.Read),
        (LastBuy.Parameter, LastBuy.Read),
        (BoughtTimes.Parameter, BoughtTimes.Read),
        (SpentInAll.Parameter, SpentInAll.Read),
        (JoinedWhen.Parameter, JoinedWhen.Read),
        (Holds.Parameter, Holds.Read),
        (Reachable.Parameter, Reachable.Read),
        (Nameless.Parameter, Nameless.Read),
    ];

    /// <summary>
    /// Reads it from an address; parameters that are no term are others' business. Refused at their parameters:
    /// search.too-long, filter.range, filter.days, filter.dates, filter.amount, member.group-unknown, tier.unknown,
    /// member.field-unknown, statement.unit-unknown, json.choice, and what a field's type refuses.
    /// </summary>
    public static Outcome<MemberFilter> Read(IEnumerable<KeyValuePair<string, StringValues>> query, ClubVersion club)
    {
        var (terms, refusals) = (new List<MemberTerm>(), new List<Refusal>());
        var asked = query.ToLookup(p => p.Key, p => p.Value, StringComparer.Ordinal);
        foreach (var (name, read) in Vocabulary)
        {
            foreach (var values in asked[name])
            {
                Add(new TermReader(name, values, club, refusals), read);
            }
        }

        foreach (var field in asked.Where(a => IsField(a.Key)).OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            Add(new TermReader(field.Key, field.First(), club, refusals), FieldHas.Read);
        }

        return refusals.Count > 0 ? refusals : new MemberFilter(terms);

        void Add(TermReader reader, Func<TermReader, MemberTerm?> read)
        {
            if (reader.IsSaid && read(reader) is { } term)
            {
                terms.Add(term);
            }
        }
    }

    /// <summary>Whether a parameter of an address is a word of this language.</summary>
    public static bool Knows(string parameter) =>
        IsField(parameter) || Vocabulary.Any(v => string.Equals(v.Name, parameter, StringComparison.Ordinal));

    /// <summary>As it stands in an address, without "?"; empty for everybody.</summary>
    public string Query => QueryWithout(null);

    /// <summary>The address without one of the terms: what the chip's cross leads to.</summary>
    public string QueryWithout(MemberTerm? term) =>
        string.Join(
            '&',
            Terms
                .Where(t => !ReferenceEquals(t, term))
                .SelectMany(t => t.Values.Select(v => $"{Uri.EscapeDataString(t.Name)}={Uri.EscapeDataString(v)}"))
        );

    /// <summary>All terms in one line: «گروه: نقره‌ای؛ آخرین خرید: بیش از ۳۰ روز پیش».</summary>
    public string Sentence(Wording words, Dates dates) =>
        Terms.Count == 0
            ? words.Say("همهٔ اعضا", "All members")
            : string.Join(words.Say("؛ ", "; "), Terms.Select(t => t.Sentence(words, dates)));

    internal IQueryable<Member> Narrow(IQueryable<Member> members, FilterScene scene) =>
        Terms.Aggregate(members, (some, term) => term.Narrow(some, scene));

    private static bool IsField(string name) => name.StartsWith(FieldHas.Prefix, StringComparison.Ordinal);
}
