using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Offers.Offline;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>Every part must hold.</summary>
public sealed class All(Condition[] parts) : Condition
{
    public static readonly ConditionEntry Entry = new(
        "all",
        new("همهٔ این‌ها", "All of these"),
        new("همهٔ شرط‌های زیر باید برقرار باشند.", "Every one of the conditions below must hold."),
        """[{"basketTotal": {"atLeast": 5000000}}, {"group": {"in": ["silver"]}}]"""
    )
    {
        About = WordAbout.Logic,
        Shape = EntryShape.Conditions,
        Read = Read,
    };

    public override ConditionEntry InVocabulary => Entry;

    public override IReadOnlyList<Condition> Parts => parts;

    public override bool NeedsMember { get; } = Array.Exists(parts, p => p.NeedsMember);

    /// <summary>
    /// Of several parts that fail, one that buying more cannot mend is named first: "80,000 toman more" would be a
    /// false promise beside it.
    /// </summary>
    public override Verdict Check(in SaleContext sale)
    {
        var first = Verdict.Yes;
        for (var i = 0; i < parts.Length; i++)
        {
            var verdict = parts[i].Check(sale);
            if (verdict.Holds)
            {
                continue;
            }

            if (verdict.Missing == 0)
            {
                return verdict;
            }

            if (first.Holds)
            {
                first = verdict;
            }
        }

        return first;
    }

    internal override Expression Holds(SaleCode code) => code.CheapFirst(parts).Aggregate(Expression.AndAlso);

    internal override JsonObject? Offline(OfflineWords words) =>
        words.Parts(parts) is { } told ? new JsonObject { ["all"] = told } : null;

    public override string Sentence(Wording wording) => Joined.By(wording.Say(" و ", " and "), parts, wording);

    public override void Write(Utf8JsonWriter json) => Joined.Write(json, parts);

    internal static Condition? Read(ArgumentReader at) => at.Parts() is { Length: > 0 } parts ? new All(parts) : null;
}
