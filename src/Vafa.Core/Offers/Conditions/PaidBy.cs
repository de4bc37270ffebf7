using System.Collections.Immutable;
using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>Part of the sale is paid by one of these methods; a sale that names no payment does not meet it.</summary>
public sealed class PaidBy(ImmutableArray<string> methods) : Condition
{
    public const string Name = "paymentMethod";

    public override string Word => Name;

    public override Verdict Check(in SaleContext sale) =>
        When(CodeList.Meet(methods.AsSpan(), sale.Basket.PaymentMethods.AsSpan()));

    public override string Sentence(Wording wording)
    {
        var names = Joined.Names(wording, NameKind.PaymentMethod, methods);
        return wording.Say($"پرداخت با {names}", $"paid by {names}");
    }

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        Joined.WriteCodes(json, methods);
        json.WriteEndObject();
    }

    internal static Condition Read(ArgumentReader at)
    {
        var methods = at.Codes();
        at.Fields.Done();
        return new PaidBy(methods);
    }
}
