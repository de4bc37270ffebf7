using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>The sale is made at one of these branches.</summary>
public sealed class AtBranch(ImmutableArray<string> branches) : Condition
{
    private static readonly Arg Branches = Arg.Codes("یکی از این شعبه‌ها", "One of these branches", NameKind.Branch);

    public static readonly ConditionEntry Entry = new(
        "branch",
        new("شعبه", "Branch"),
        new("خرید در یکی از این شعبه‌هاست.", "The sale is made at one of these branches."),
        """{"in": ["main"]}"""
    )
    {
        About = WordAbout.Occasion,
        Args = [Branches],
        Read = Read,
    };

    public override ConditionEntry InVocabulary => Entry;

    public override Verdict Check(in SaleContext sale) => When(CodeList.Has(branches.AsSpan(), sale.Basket.Branch));

    internal override Expression Holds(SaleCode code) =>
        branches
            .Select(branch =>
                code.Once("at " + branch, SaleCode.IsOne(code.Basket.Get(nameof(Basket.Branch)), [branch]))
            )
            .Aggregate(Expression.OrElse);

    public override string Sentence(Wording wording)
    {
        var names = Joined.Names(wording, NameKind.Branch, branches);
        return wording.Say($"خرید از شعبهٔ {names}", $"at the branch {names}");
    }

    public override void Write(Utf8JsonWriter json)
    {
        Joined.WriteCodes(json, branches);
    }

    internal static Condition Read(ArgumentReader at)
    {
        var branches = at.Codes(Branches);
        return new AtBranch(branches);
    }
}
