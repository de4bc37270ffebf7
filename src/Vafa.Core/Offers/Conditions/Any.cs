using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Offers.Offline;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>At least one part must hold.</summary>
public sealed class Any(Condition[] parts) : Condition
{
    public static readonly ConditionEntry Entry = new(
        "any",
        new("یکی از این‌ها", "Any of these"),
        new("یکی از شرط‌های زیر بس است.", "One of the conditions below is enough."),
        """[{"branch": {"in": ["main"]}}, {"channel": {"in": ["online"]}}]"""
    )
    {
        About = WordAbout.Logic,
        Shape = EntryShape.Conditions,
        Read = Read,
    };

    public override ConditionEntry InVocabulary => Entry;

    public override IReadOnlyList<Condition> Parts => parts;

    public override bool NeedsMember { get; } = Array.TrueForAll(parts, p => p.NeedsMember);

    /// <summary>When none holds, the first part with a distance is named, since reaching it is enough.</summary>
    public override Verdict Check(in SaleContext sale)
    {
        var nearest = No();
        var noMember = true;
        for (var i = 0; i < parts.Length; i++)
        {
            var verdict = parts[i].Check(sale);
            if (verdict.Holds)
            {
                return Verdict.Yes;
            }

            noMember &= verdict.NoMember;
            if (nearest.Missing == 0 && verdict.Missing != 0)
            {
                nearest = verdict;
            }
        }

        return noMember ? NoMember() : nearest;
    }

    internal override Expression Holds(SaleCode code) => code.CheapFirst(parts).Aggregate(Expression.OrElse);

    internal override JsonObject? Offline(OfflineWords words) =>
        words.Parts(parts) is { } told ? new JsonObject { ["any"] = told } : null;

    public override string Sentence(Wording wording) => Joined.By(wording.Say(" یا ", " or "), parts, wording);

    public override void Write(Utf8JsonWriter json) => Joined.Write(json, parts);

    internal static Condition? Read(ArgumentReader at) => at.Parts() is { Length: > 0 } parts ? new Any(parts) : null;
}
