using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>The member belongs to one of these groups.</summary>
public sealed class InGroup(ImmutableArray<string> groups) : Condition
{
    private static readonly Arg Groups = Arg.Codes("یکی از این گروه‌ها", "One of these groups", NameKind.Group);

    public static readonly ConditionEntry Entry = new(
        "group",
        new("گروه عضو", "Member group"),
        new("عضو در یکی از این گروه‌هاست.", "The member is in one of these groups."),
        """{"in": ["silver"]}"""
    )
    {
        About = WordAbout.Member,
        Args = [Groups],
        Read = Read,
    };

    public override ConditionEntry InVocabulary => Entry;

    public override bool NeedsMember => true;

    public override Verdict Check(in SaleContext sale)
    {
        if (sale.Member is not { } member)
        {
            return NoMember();
        }

        return When(CodeList.Meet(groups.AsSpan(), member.Groups.AsSpan()));
    }

    internal override Expression Holds(SaleCode code) => code.MemberHasOne(nameof(MemberFacts.Groups), groups);

    public override string Sentence(Wording wording)
    {
        var names = Joined.Names(wording, NameKind.Group, groups);
        return wording.Say($"عضو گروه {names}", $"in the group {names}");
    }

    public override void Ask(FactsAsked facts) => facts.Groups = true;

    public override void Write(Utf8JsonWriter json)
    {
        Joined.WriteCodes(json, groups);
    }

    internal static Condition Read(ArgumentReader at)
    {
        var groups = at.Codes(Groups);
        return new InGroup(groups);
    }
}
