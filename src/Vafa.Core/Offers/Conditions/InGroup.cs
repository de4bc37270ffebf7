using System.Collections.Immutable;
using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>The member belongs to one of these groups.</summary>
public sealed class InGroup(ImmutableArray<string> groups) : Condition
{
    public const string Name = "group";

    public override string Word => Name;

    public override bool NeedsMember => true;

    public override Verdict Check(in SaleContext sale)
    {
        if (sale.Member is not { } member)
        {
            return NoMember();
        }

        return When(CodeList.Meet(groups.AsSpan(), member.Groups.AsSpan()));
    }

    public override string Sentence(Wording wording)
    {
        var names = Joined.Names(wording, NameKind.Group, groups);
        return wording.Say($"عضو گروه {names}", $"in the group {names}");
    }

    public override void Ask(FactsAsked facts) => facts.Groups = true;

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        Joined.WriteCodes(json, groups);
        json.WriteEndObject();
    }

    internal static Condition Read(ArgumentReader at)
    {
        var groups = at.Codes(at.Known.Groups, "offer.unknown-group");
        at.Fields.Done();
        return new InGroup(groups);
    }
}
