using System.Linq.Expressions;
using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>The member has not bought before.</summary>
public sealed class FirstPurchase : Condition
{
    public static readonly ConditionEntry Entry = new(
        "firstPurchase",
        new("نخستین خرید عضو", "First purchase"),
        new("عضو تا امروز خریدی نکرده است.", "The member has not bought before."),
        """true"""
    )
    {
        About = WordAbout.Past,
        Shape = EntryShape.OnlyTrue,
        Read = Read,
    };

    public override ConditionEntry InVocabulary => Entry;

    public override bool NeedsMember => true;

    public override Verdict Check(in SaleContext sale) =>
        sale.Member is { } member ? When(member.Visits == 0) : NoMember();

    internal override Expression Holds(SaleCode code) =>
        code.ForMember(Expression.Equal(code.Member.Get(nameof(MemberFacts.Visits)), Expression.Constant(0L)));

    public override string Sentence(Wording wording) => wording.Say("نخستین خرید", "the first purchase");

    public override void Ask(FactsAsked facts) => facts.Visits = true;

    public override void Write(Utf8JsonWriter json) => json.WriteBooleanValue(true);

    /// <summary>Only <c>true</c> makes sense; the opposite is written with <c>not</c>.</summary>
    internal static Condition Read(ArgumentReader at)
    {
        if (at.Value.ValueKind != JsonValueKind.True)
        {
            at.Refuse("offer.only-true", "");
        }

        return new FirstPurchase();
    }
}
