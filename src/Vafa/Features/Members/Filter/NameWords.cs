using System.Linq.Expressions;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Ui;

namespace Vafa.Features.Members.Filter;

/// <summary>?q=: every word begins a word of the name, the card or the mobile.</summary>
public sealed record NameWords(string Text) : MemberTerm
{
    internal const string Parameter = "q";
    internal const int Longest = 200;

    public override string Name => Parameter;

    public override IReadOnlyList<string> Values => [Text];

    internal static MemberTerm? Read(TermReader reader) =>
        reader.Values[0] is var text && text.Length > Longest
            ? reader.Refused<MemberTerm?>(null, "search.too-long", Longest)
            : new NameWords(text);

    internal override IQueryable<Member> Narrow(IQueryable<Member> members, FilterScene scene)
    {
        foreach (var word in SearchWords.Of(Text))
        {
            var keys = scene.Db.MemberKeys.Where(word.Ranges.Select(Within).Aggregate(Predicates.Or));
            members = members.Where(m => keys.Any(k => k.MemberId == m.Id));
        }

        return members;
    }

    internal override IEnumerable<IQueryable<Guid>> Few(FilterScene scene) =>
        SearchWords
            .Of(Text)
            .Select(word =>
                word.Ranges.Select(r => Keys(scene.Db, r).Select(k => k.MemberId)).Aggregate((a, b) => a.Concat(b))
            );

    /// <summary>One word is its ranges; of several words each member must be asked.</summary>
    internal override IQueryable<Guid>? Exactly(FilterScene scene) => Few(scene).ToList() is [var one] ? one : null;

    public override string Sentence(Wording words, Dates dates) => words.Say($"جست‌وجو: «{Text}»", $"Search: “{Text}”");

    internal static IQueryable<MemberKey> Keys(AppDb db, KeyRange range) => db.MemberKeys.Where(Within(range));

#pragma warning disable CA1309 // It becomes SQL, which compares the keys by bytes; an ordinal overload would not.
    private static Expression<Func<MemberKey, bool>> Within(KeyRange range) =>
        k =>
            k.Kind == range.Kind
            && string.Compare(k.Value, range.From) >= 0
            && string.Compare(k.Value, range.Until) < 0;
#pragma warning restore CA1309
}
