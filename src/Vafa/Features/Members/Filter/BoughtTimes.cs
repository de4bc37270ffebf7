using System.Text.Json.Nodes;
using Vafa.Core.Values;
using Vafa.Ui;

namespace Vafa.Features.Members.Filter;

/// <summary>?visits=5..10: sales that were not wholly refunded.</summary>
public sealed record BoughtTimes(WholeRange Range) : MemberTerm
{
    internal const string Parameter = "visits";

    public override string Name => Parameter;

    public override IReadOnlyList<string> Values => [Range.Written];

    internal static MemberTerm? Read(TermReader reader) => reader.Range() is { } range ? new BoughtTimes(range) : null;

    internal override IQueryable<Member> Narrow(IQueryable<Member> members, FilterScene scene)
    {
        members = Range.Least is { } least ? members.Where(m => m.Visits >= least) : members;
        return Range.Most is { } most ? members.Where(m => m.Visits <= most) : members;
    }

    internal override JsonObject AsCondition() => Range.AsCondition("visits");

    public override string Sentence(Wording words, Dates dates)
    {
        var range = Range.Say(words, words.Number);
        return words.Say($"تعداد خرید: {range}", $"Purchases: {range}");
    }
}
