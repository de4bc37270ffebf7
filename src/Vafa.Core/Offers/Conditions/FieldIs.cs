using System.Collections.Immutable;
using System.Globalization;
using System.Linq.Expressions;
using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>
/// A field that the owner defined has one of these values, or lies in a range. Compared in canonical form: text as it
/// stands, numbers without trailing zeros, dates as 2026-05-12, yes and no as true and false. A range is of numbers or
/// of dates, both ends included.
/// </summary>
public sealed class FieldIs : Condition
{
    private static readonly Arg Field = new("name", ArgKind.Code, new("مشخصه", "Field")) { Of = NameKind.Field };

    private static readonly Arg Is = new("is", ArgKind.Values, new("یکی از این مقدارها", "One of these values"))
    {
        Optional = true,
    };

    private static readonly Arg Least = new("atLeast", ArgKind.End, new("دست‌کم یا از", "At least, or from"))
    {
        Optional = true,
    };

    private static readonly Arg Most = new("atMost", ArgKind.End, new("دست‌بالا یا تا", "At most, or until"))
    {
        Optional = true,
    };

    public static readonly ConditionEntry Entry = new(
        "field",
        new("مشخصهٔ عضو", "A field of the member"),
        new(
            "مقدار یک مشخصهٔ دلخواه، یا بازه‌ای از عدد یا تاریخ.",
            "The value of a field that you defined, or a range of numbers or dates."
        ),
        """{"name": "children", "atLeast": 2}"""
    )
    {
        About = WordAbout.Member,
        Args = [Field, Is, Least, Most],
        Read = Read,
    };

    private readonly string field;
    private readonly ImmutableArray<FieldValue> values;
    private readonly bool list;
    private readonly FieldEnd? least;
    private readonly FieldEnd? most;

    private FieldIs(string field, ImmutableArray<FieldValue> values, bool list, FieldEnd? least, FieldEnd? most)
    {
        (this.field, this.values, this.list) = (field, values, list);
        (this.least, this.most) = (least, most);
    }

    public override ConditionEntry InVocabulary => Entry;

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

        if (least is null && most is null)
        {
            return When(IsOne(has));
        }

        return When((least?.IsUpTo(has) ?? true) && (most?.IsFrom(has) ?? true));
    }

    internal override Expression Holds(SaleCode code) =>
        least is null && most is null
            ? code.ForMember(
                SaleCode.IsOne(
                    Expression.Call(code.Member, nameof(MemberFacts.TextIn), null, Expression.Constant(field)),
                    values.Select(v => v.Text)
                )
            )
            : code.Ask(this);

    public override string Sentence(Wording wording)
    {
        var name = wording.NameInside(NameKind.Field, field);
        if (least is null && most is null)
        {
            var all = values.Select(v => v.InWords(wording));
            return wording.Say($"{name} برابر {string.Join(" یا ", all)}", $"{name} is {string.Join(" or ", all)}");
        }

        return (least, most) switch
        {
            ({ } l, null) => wording.Say(
                $"{name} دست‌کم {l.InWords(wording)}",
                $"{name} is at least {l.InWords(wording)}"
            ),
            (null, { } m) => wording.Say(
                $"{name} دست‌بالا {m.InWords(wording)}",
                $"{name} is at most {m.InWords(wording)}"
            ),
            var (l, m) => wording.Say(
                $"{name} از {l!.Value.InWords(wording)} تا {m!.Value.InWords(wording)}",
                $"{name} is from {l!.Value.InWords(wording)} to {m!.Value.InWords(wording)}"
            ),
        };
    }

    public override void Ask(FactsAsked facts)
    {
        if (least is null && most is null)
        {
            facts.Field(field, values.Select(v => v.Text));
        }
        else
        {
            facts.Field(field);
        }
    }

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteString("name", field);
        if (!values.IsEmpty)
        {
            json.WritePropertyName("is");
            WriteValues(json);
        }

        least?.Write(json, Least.Name);
        most?.Write(json, Most.Name);
    }

    internal static Condition? Read(ArgumentReader at)
    {
        var name = at.Code(Field);
        if (name.Length > 0 && !at.Known.Fields.Contains(name))
        {
            at.Refuse("offer.unknown-field", Field.Name, name);
        }

        var (least, most) = (FieldEnd.Read(at, Least), FieldEnd.Read(at, Most));
        var isRange = at.Fields.Has(Least.Name) || at.Fields.Has(Most.Name);
        if (at.Fields.Any(Is.Name, required: !isRange) is not { } value)
        {
            if (least is { } l && most is { } m && !l.IsBefore(m))
            {
                at.Refuse("offer.range", Most.Name);
            }

            return isRange ? new FieldIs(name, [], list: false, least, most) : null;
        }

        if (isRange)
        {
            at.Refuse("offer.is-or-range", Is.Name);
            return null;
        }

        return ReadValues(at, value) is { } values
            ? new FieldIs(name, values, value.ValueKind == JsonValueKind.Array, null, null)
            : null;
    }

    private static ImmutableArray<FieldValue>? ReadValues(ArgumentReader at, JsonElement value)
    {
        var list = value.ValueKind == JsonValueKind.Array;
        if (list && value.GetArrayLength() is < 1 or > 100)
        {
            at.Refuse("json.length", Is.Name, 1, 100);
            return null;
        }

        var values = ImmutableArray.CreateBuilder<FieldValue>();
        var items = list ? value.EnumerateArray().ToArray() : [value];
        for (var i = 0; i < items.Length; i++)
        {
            if (FieldValue.Read(items[i]) is not { } one)
            {
                at.Refuse("offer.field-value", list ? $"is/{i.ToString(CultureInfo.InvariantCulture)}" : Is.Name);
                return null;
            }

            values.Add(one);
        }

        return values.ToImmutable();
    }

    private bool IsOne(string has)
    {
        foreach (ref readonly var value in values.AsSpan())
        {
            if (string.Equals(value.Text, has, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private void WriteValues(Utf8JsonWriter json)
    {
        if (!list)
        {
            values[0].Write(json);
            return;
        }

        json.WriteStartArray();
        foreach (var value in values)
        {
            value.Write(json);
        }

        json.WriteEndArray();
    }
}
