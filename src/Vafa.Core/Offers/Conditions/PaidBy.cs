using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Offers.Offline;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>Part of the sale is paid by one of these methods; a sale that names no payment does not meet it.</summary>
public sealed class PaidBy(ImmutableArray<string> methods) : Condition
{
    private static readonly Arg Methods = Arg.Codes("راه‌های پرداخت", "Ways of paying", NameKind.PaymentMethod);

    public static readonly ConditionEntry Entry = new(
        "paymentMethod",
        new("راه پرداخت", "Way of paying"),
        new("بخشی از خرید با یکی از این‌ها پرداخت می‌شود.", "Part of the sale is paid by one of these."),
        """{"in": ["card"]}"""
    )
    {
        About = WordAbout.Occasion,
        Args = [Methods],
        Read = Read,
    };

    public override ConditionEntry InVocabulary => Entry;

    public override Verdict Check(in SaleContext sale) =>
        When(CodeList.Meet(methods.AsSpan(), sale.Basket.PaymentMethods.AsSpan()));

    internal override Expression Holds(SaleCode code) =>
        methods
            .Select(method => SaleCode.Has(code.Basket.Get(nameof(Basket.PaymentMethods)), method))
            .Aggregate(Expression.OrElse);

    internal override JsonObject Offline(OfflineWords words) =>
        new() { ["paid"] = new JsonArray([.. methods.Select(m => (JsonNode)m)]) };

    public override string Sentence(Wording wording)
    {
        var names = Joined.Names(wording, NameKind.PaymentMethod, methods);
        return wording.Say($"پرداخت با {names}", $"paid by {names}");
    }

    public override void Write(Utf8JsonWriter json)
    {
        Joined.WriteCodes(json, methods);
    }

    internal static Condition Read(ArgumentReader at)
    {
        var methods = at.Codes(Methods);
        return new PaidBy(methods);
    }
}
