using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>Its part must not hold. What needs a member still needs one: a guest is not "anybody but silver".</summary>
public sealed class Not(Condition part) : Condition
{
    public static readonly ConditionEntry Entry = new(
        "not",
        new("به‌جز", "Not"),
        new(
            "شرط زیر نباید برقرار باشد؛ برای مهمان هم برقرار نیست.",
            "The condition below must not hold; it holds for no guest either."
        ),
        """{"group": {"in": ["silver"]}}"""
    )
    {
        About = WordAbout.Logic,
        Shape = EntryShape.Condition,
        Read = Read,
    };

    public override ConditionEntry InVocabulary => Entry;

    public override IReadOnlyList<Condition> Parts { get; } = [part];

    public override bool NeedsMember => part.NeedsMember;

    public override Verdict Check(in SaleContext sale)
    {
        var verdict = part.Check(sale);
        return verdict.Holds ? No()
            : verdict.NoMember ? NoMember()
            : Verdict.Yes;
    }

    public override string Sentence(Wording wording) =>
        wording.Say($"نه اینکه {part.Sentence(wording)}", $"not: {part.Sentence(wording)}");

    public override void Write(Utf8JsonWriter json) => ConditionDocument.Write(part, json);

    internal static Condition? Read(ArgumentReader at) => at.Part(at.Value) is { } part ? new Not(part) : null;
}
