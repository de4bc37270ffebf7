using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>
/// What stands behind one word of an offer document, with the place it stands at and what it may name.
/// </summary>
internal sealed class ArgumentReader(
    JsonElement value,
    string pointer,
    List<Refusal> refusals,
    KnownThings known,
    int depth = 1
)
{
    private DocumentReader? fields;

    public JsonElement Value => value;

    public KnownThings Known => known;

    public int Depth => depth;

    /// <summary>The arguments as an object.</summary>
    public DocumentReader Fields => fields ??= DocumentReader.Of(value, pointer, refusals);

    /// <summary>A reader for something below, at the same depth of conditions.</summary>
    public ArgumentReader Below(JsonElement below, string at) => new(below, $"{pointer}/{at}", refusals, known, depth);

    /// <summary>
    /// The condition below it, one level deeper; an unread one counts as never met and is refused anyway.
    /// </summary>
    public Condition? Part(JsonElement below, string at = "") =>
        ConditionDocument.Read(
            new ArgumentReader(below, at.Length == 0 ? pointer : $"{pointer}/{at}", refusals, known, depth + 1)
        );

    /// <summary>The list of 1 to 100 conditions that it stands for.</summary>
    public Condition[] Parts()
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            Refuse("json.list", "");
            return [];
        }

        if (value.GetArrayLength() is < 1 or > 100)
        {
            Refuse("json.length", "", 1, 100);
            return [];
        }

        // What is wrong in each of them is told at once.
        var parts = value
            .EnumerateArray()
            .Select((item, n) => Part(item, n.ToString(CultureInfo.InvariantCulture)))
            .ToList();
        return parts.Contains(null) ? [] : [.. parts.OfType<Condition>()];
    }

    public void Refuse(string code, string at, params object[] args) =>
        refusals.Add(new Refusal(code, at.Length == 0 ? pointer : $"{pointer}/{at}", args));

    /// <summary>A word that is not of the vocabulary: like an unknown field, a malformed call.</summary>
    public void RefuseWord(string code, string word) =>
        refusals.Add(new Refusal(code, $"{pointer}/{JsonText.Escape(word)}", word) { Kind = RefusalKind.BadCall });

    /// <summary>A whole number in the argument's range.</summary>
    public long? Whole(Arg arg) => Fields.Whole(arg.Name, arg.Min, arg.Max, !arg.Optional);

    public Money? Money(Arg arg) => Whole(arg) is { } minor ? new Money(minor) : null;

    public Percent? Percent(Arg arg) =>
        Fields.Scaled(arg.Name, 2, arg.Min, arg.Max, !arg.Optional) is { } points ? new Percent((int)points) : null;

    /// <summary>A decimal, scaled by its places to a whole.</summary>
    public long? Decimal(Arg arg) => Fields.Scaled(arg.Name, arg.Decimals, arg.Min, arg.Max, !arg.Optional);

    public Quantity? Quantity(Arg arg) => Decimal(arg) is { } thousandths ? new Quantity(thousandths) : null;

    public string Code(Arg arg)
    {
        var code = Fields.Code(arg.Name, !arg.Optional) ?? "";
        if (arg.Of == NameKind.Product && code.Length > 0)
        {
            Sold(code, arg.Name);
        }

        return code;
    }

    /// <summary>A day as 2026-03-21 or, in the Jalali calendar, 1405/01/01.</summary>
    public DateOnly? Date(Arg arg) => Fields.Day(arg.Name, !arg.Optional);

    /// <summary>A list of 1 to 100 codes, each of which the club must know where it keeps a list of them.</summary>
    public ImmutableArray<string> Codes(Arg arg)
    {
        var codes = Codes(arg.Name);
        for (var i = 0; i < codes.Length; i++)
        {
            var (code, at) = (codes[i], $"{arg.Name}/{i}");
            if (arg.Of == NameKind.Group && !Known.Groups.Contains(code))
            {
                Refuse("offer.unknown-group", at, code);
            }
            else if (arg.Of == NameKind.Branch && !Known.Branches.Contains(code))
            {
                Refuse("offer.unknown-branch", at, code);
            }
            else if (arg.Of == NameKind.Festival && !Known.Festivals.Contains(code))
            {
                Refuse("offer.unknown-festival", at, code);
            }
            else if (arg.Of == NameKind.Segment && !Known.Segments.ContainsKey(code))
            {
                Refuse("offer.unknown-segment", at, code);
            }
            else if (arg.Of == NameKind.Tier && Known.LadderOf(code).IsEmpty && !Known.KnowsGoneTiers)
            {
                Refuse("offer.unknown-tier", at, code);
            }
            else if (arg.Of == NameKind.Product)
            {
                Sold(code, at);
            }
        }

        return codes;
    }

    private void Sold(string sku, string at)
    {
        if (Known.Sells?.Invoke(sku) == false)
        {
            Refuse("offer.unknown-product", at, sku);
        }
    }

    /// <summary>A list of 1 to 100 codes.</summary>
    public ImmutableArray<string> Codes(string name = "in")
    {
        var codes = Fields.Texts(name, required: true);
        if (codes.IsEmpty && Fields.Any(name) is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == 0)
        {
            Refuse("json.length", name, 1, 100);
        }

        return codes;
    }

    /// <summary>The code of a unit the club has.</summary>
    public string Unit() => UnitIn(Fields);

    public string UnitIn(DocumentReader fields)
    {
        var unit = fields.Code("unit", required: true);
        if (unit is not null && !Known.Units.Contains(unit))
        {
            Refuse("offer.unknown-unit", "unit", unit);
        }

        return unit ?? "";
    }

    /// <summary>{"days": N} with today, or a word of the calendar; nothing when the field is absent.</summary>
    public Window? Within()
    {
        if (Fields.Any("within") is not { } within)
        {
            return null;
        }

        if (within.ValueKind == JsonValueKind.Object)
        {
            var below = DocumentReader.Of(within, $"{pointer}/within", refusals);
            var days = below.Whole("days", Arg.Within.Min, Arg.Within.Max, required: true);
            below.Done();
            return days is { } n ? Window.LastDays((int)n) : null;
        }

        return
            Fields.Choice<Period>(
                "within",
                required: true,
                ("day", Period.Day),
                ("week", Period.Week),
                ("month", Period.Month),
                ("year", Period.Year)
            )
                is { } period
            ? Window.This(period)
            : null;
    }

    /// <summary>
    /// The bound of a word that takes either "atLeast" or "moreThan"; exactly one of them must stand there.
    /// </summary>
    public Bound Bound(Arg arg)
    {
        var least = Fields.Whole("atLeast", 0, arg.Max);
        var more = Fields.Whole("moreThan", 0, arg.Max);
        if (Fields.Has("atLeast") == Fields.Has("moreThan"))
        {
            Refuse("offer.at-least-or-more-than", "");
        }

        return new Bound(least ?? more ?? 0, more is not null);
    }
}

/// <summary>At least so much, or more than so much.</summary>
internal readonly record struct Bound(long Value, bool MoreThan)
{
    /// <summary>The smallest number that will do.</summary>
    public long Least => MoreThan ? Value + 1 : Value;

    public void Write(Utf8JsonWriter json) => json.WriteNumber(MoreThan ? "moreThan" : "atLeast", Value);
}
