using System.Collections.Immutable;
using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>The customer named one of these codes; large and small Latin letters are the same.</summary>
public sealed class WithCode(ImmutableArray<string> codes) : Condition
{
    public const string Name = "code";

    public override string Word => Name;

    public override Verdict Check(in SaleContext sale)
    {
        foreach (var said in sale.Basket.Codes)
        {
            foreach (var code in codes)
            {
                if (string.Equals(code, said, StringComparison.OrdinalIgnoreCase))
                {
                    return Verdict.Yes;
                }
            }
        }

        return No();
    }

    /// <summary>Does not name the codes: who is told why an offer does not apply is not told the secret.</summary>
    public override string Sentence(Wording wording) => wording.Say("گفتن کد", "naming the code");

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        Joined.WriteCodes(json, codes);
        json.WriteEndObject();
    }

    internal static Condition Read(ArgumentReader at)
    {
        var codes = at.Codes();
        at.Fields.Done();
        return new WithCode(codes);
    }
}
