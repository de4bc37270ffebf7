using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Offers.Offline;
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

    /// <summary>
    /// A part that joins others may want a member in some of them only; what it says then is left to its check.
    /// </summary>
    internal override Expression Holds(SaleCode code) =>
        part.Parts.Count > 0 ? code.Ask(this)
        : part.NeedsMember ? code.ForMember(Expression.Not(part.Holds(code)))
        : Expression.Not(part.Holds(code));

    internal override JsonObject? Offline(OfflineWords words) =>
        part.Offline(words) is { } told ? new JsonObject { ["not"] = told } : null;

    public override string Sentence(Wording wording) =>
        wording.Say($"نه اینکه {part.Sentence(wording)}", $"not: {part.Sentence(wording)}");

    public override void Write(Utf8JsonWriter json) => ConditionDocument.Write(part, json);

    internal static Condition? Read(ArgumentReader at) => at.Part(at.Value) is { } part ? new Not(part) : null;
}
