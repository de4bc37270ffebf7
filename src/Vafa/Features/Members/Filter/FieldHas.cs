using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Values;
using Vafa.Features.Programme;
using Vafa.Ui;

namespace Vafa.Features.Members.Filter;

/// <summary>?field.children=3: a field that the owner added has this value, or one of these.</summary>
/// <param name="Is">In their canonical form.</param>
public sealed record FieldHas(string Code, FieldType Type, IReadOnlyList<string> Is) : MemberTerm
{
    internal const string Prefix = "field.";
    private const int Most = 50;

    public override string Name => Prefix + Code;

    public override IReadOnlyList<string> Values => Is;

    internal static MemberTerm? Read(TermReader reader)
    {
        if (!reader.Club.Fields.TryGetValue(reader.Name[Prefix.Length..], out var field))
        {
            return reader.Refused<MemberTerm?>(null, "member.field-unknown", reader.Name[Prefix.Length..]);
        }

        var said = reader.Values.Where(v => v.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (said.Count > Most)
        {
            return reader.Refused<MemberTerm?>(null, "json.too-many", Most);
        }

        var values = new List<string>();
        foreach (var text in said)
        {
            var read = field.Canonical(Json(field.Type, text));
            if (read.IsRefused && field.Type == FieldType.Choice && reader.Club.KnowsGoneChoices)
            {
                read = text;
            }

            if (read.IsRefused)
            {
                return reader.Refused<MemberTerm?>(null, read.Refusals[0].Code, read.Refusals[0].Args);
            }

            values.Add(read.Value);
        }

        return new FieldHas(field.Code, field.Type, values);
    }

    internal override IQueryable<Member> Narrow(IQueryable<Member> members, FilterScene scene) =>
        members.Where(m =>
            scene.Db.MemberFields.Any(f => f.MemberId == m.Id && f.Code == Code && Is.Contains(f.Value))
        );

    internal override JsonObject AsCondition() =>
        Asks(
            "field",
            new JsonObject
            {
                ["name"] = Code,
                ["is"] = new JsonArray([.. Is.Select(v => JsonNode.Parse(Json(Type, v).GetRawText()))]),
            }
        );

    public override string Sentence(Wording words, Dates dates)
    {
        var said = string.Join(words.Say(" یا ", " or "), Is.Select(v => Say(v, words, dates)));
        return $"{words.Name(NameKind.Field, Code)}: {said}";
    }

    private string Say(string value, Wording words, Dates dates) =>
        Type switch
        {
            FieldType.YesNo => value == "true" ? words.Say("بله", "yes") : words.Say("نه", "no"),
            FieldType.Number => words.Digits(value),
            FieldType.Date
                when DateOnly.TryParseExact(
                    value,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                ) => dates.Short(day),
            FieldType.Date or FieldType.Text or FieldType.Choice => value,
            _ => throw new InvalidOperationException(),
        };

    /// <summary>An address knows only text; the field's type says what it means.</summary>
    private static JsonElement Json(FieldType type, string text) =>
        type switch
        {
            FieldType.Number
                when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var n) =>
                JsonSerializer.SerializeToElement(n),
            FieldType.YesNo when text is "true" or "false" => JsonSerializer.SerializeToElement(text == "true"),
            _ => JsonSerializer.SerializeToElement(text),
        };
}
