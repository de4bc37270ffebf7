using System.Collections.Immutable;
using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>The sale is made at one of these branches.</summary>
public sealed class AtBranch(ImmutableArray<string> branches) : Condition
{
    public const string Name = "branch";

    public override string Word => Name;

    public override Verdict Check(in SaleContext sale) => When(CodeList.Has(branches.AsSpan(), sale.Basket.Branch));

    public override string Sentence(Wording wording)
    {
        var names = Joined.Names(wording, NameKind.Branch, branches);
        return wording.Say($"خرید از شعبهٔ {names}", $"at the branch {names}");
    }

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        Joined.WriteCodes(json, branches);
        json.WriteEndObject();
    }

    internal static Condition Read(ArgumentReader at)
    {
        var branches = at.Codes(at.Known.Branches, "offer.unknown-branch");
        at.Fields.Done();
        return new AtBranch(branches);
    }
}
