using Vafa.Core.Values;
using Vafa.Ui;

namespace Vafa.Features.Members.Filter;

/// <summary>?name=missing: neither first nor last name is known.</summary>
public sealed record Nameless : MemberTerm
{
    internal const string Parameter = "name";
    private const string Missing = "missing";

    public override string Name => Parameter;

    public override IReadOnlyList<string> Values => [Missing];

    internal static MemberTerm? Read(TermReader reader) =>
        reader.Values.All(v => v is Missing or "")
            ? new Nameless()
            : reader.Refused<MemberTerm?>(null, "json.choice", Missing);

    internal override IQueryable<Member> Narrow(IQueryable<Member> members, FilterScene scene) =>
        members.Where(m => m.FirstName == null && m.LastName == null);

    public override string Sentence(Wording words, Dates dates) => words.Say("بی‌نام", "Without a name");
}
