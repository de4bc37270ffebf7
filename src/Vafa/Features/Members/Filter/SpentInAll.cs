using System.Text.Json.Nodes;
using Vafa.Core.Values;
using Vafa.Ui;

namespace Vafa.Features.Members.Filter;

/// <summary>?spent=1000000..: what was paid in all, less refunds, in the smallest money unit.</summary>
public sealed record SpentInAll(WholeRange Range) : MemberTerm
{
    internal const string Parameter = "spent";

    public override string Name => Parameter;

    public override IReadOnlyList<string> Values => [Range.Written];

    internal static MemberTerm? Read(TermReader reader) => reader.Range() is { } range ? new SpentInAll(range) : null;

    internal override IQueryable<Member> Narrow(IQueryable<Member> members, FilterScene scene)
    {
        members = Range.Least is { } least ? members.Where(m => m.Spent >= least) : members;
        return Range.Most is { } most ? members.Where(m => m.Spent <= most) : members;
    }

    internal override JsonObject AsCondition() => Range.AsCondition("spent");

    public override string Sentence(Wording words, Dates dates)
    {
        var range = Range.Say(words, amount => words.Money(new Money(amount)));
        return words.Say($"مجموع خرید: {range}", $"Paid in all: {range}");
    }
}
