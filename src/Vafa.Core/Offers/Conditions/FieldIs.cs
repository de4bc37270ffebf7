using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>
/// A field that the owner defined has one of these values, compared in canonical form: text as it stands, numbers
/// without trailing zeros, dates as 2026-05-12, yes and no as true and false.
/// </summary>
public sealed class FieldIs(string field, ImmutableArray<FieldValue> values, bool list) : Condition
{
    public const string Name = "field";

    public override string Word => Name;

    public override bool NeedsMember => true;

    public override Verdict Check(in SaleContext sale)
    {
        if (sale.Member is not { } member)
        {
            return NoMember();
        }

        if (member.Fields is not { } fields || !fields.TryGetValue(field, out var has))
        {
            return No();
        }

        foreach (ref readonly var value in values.AsSpan())
        {
            if (string.Equals(value.Text, has, StringComparison.Ordinal))
            {
                return Verdict.Yes;
            }
        }

        return No();
    }

    public override string Sentence(Wording wording)
    {
        var name = wording.NameInside(NameKind.Field, field);
        var all = values.Select(v => v.InWords(wording));
        return wording.Say($"{name} برابر {string.Join(" یا ", all)}", $"{name} is {string.Join(" or ", all)}");
    }

    public override void Ask(FactsAsked facts) => facts.Field(field);

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", field);
        json.WritePropertyName("is");
        if (!list)
        {
            values[0].Write(json);
        }
        else
        {
            json.WriteStartArray();
            foreach (var value in values)
            {
                value.Write(json);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    internal static Condition? Read(ArgumentReader at)
    {
        var name = at.Fields.Code("name", required: true);
        if (name is not null && !at.Known.Fields.Contains(name))
        {
            at.Refuse("offer.unknown-field", "name", name);
        }

        var wanted = at.Fields.Any("is", required: true);
        at.Fields.Done();
        if (wanted is not { } value)
        {
            return null;
        }

        var list = value.ValueKind == JsonValueKind.Array;
        if (list && value.GetArrayLength() is < 1 or > 100)
        {
            at.Refuse("json.length", "is", 1, 100);
            return null;
        }

        var values = ImmutableArray.CreateBuilder<FieldValue>();
        var items = list ? value.EnumerateArray().ToArray() : [value];
        for (var i = 0; i < items.Length; i++)
        {
            if (FieldValue.Read(items[i]) is not { } one)
            {
                at.Refuse("offer.field-value", list ? $"is/{i.ToString(CultureInfo.InvariantCulture)}" : "is");
                return null;
            }

            values.Add(one);
        }

        return new FieldIs(name ?? "", values.ToImmutable(), list);
    }
}
