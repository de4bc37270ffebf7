using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Offers.Offline;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>The customer named one of these codes; large and small Latin letters are the same.</summary>
public sealed class WithCode(ImmutableArray<string> codes) : Condition
{
    private static readonly Arg Named = Arg.Codes("کدها", "Codes", NameKind.Code);

    public static readonly ConditionEntry Entry = new(
        "code",
        new("کد کارزار", "Campaign code"),
        new(
            "مشتری یکی از این کدها را می‌گوید. کدها در توضیح‌ها نشان داده نمی‌شوند.",
            "The customer names one of these codes. Explanations never show them."
        ),
        """{"in": ["YALDA"]}"""
    )
    {
        About = WordAbout.Occasion,
        Args = [Named],
        Read = Read,
    };

    public override ConditionEntry InVocabulary => Entry;

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
    /// <summary>Codes are secrets, and stay off the tills.</summary>
    internal override JsonObject? Offline(OfflineWords words) => null;

    public override string Sentence(Wording wording) => wording.Say("گفتن کد", "naming the code");

    public override void Write(Utf8JsonWriter json)
    {
        Joined.WriteCodes(json, codes);
    }

    internal static Condition Read(ArgumentReader at)
    {
        var codes = at.Codes(Named);
        return new WithCode(codes);
    }
}
