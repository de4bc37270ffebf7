using System.Globalization;
using System.Text.RegularExpressions;

namespace Vafa.Features.Import;

/// <summary>
/// Which column (scaled, or several put together) fills which field: `unitPrice=sales_value*100`, `mobile=0999{id:7}`,
/// `branch='main'`. A field that is not mapped takes the column of its own name, in camelCase, snake_case or Persian.
/// </summary>
public sealed class Mapping
{
    /// <summary>What people call a field that has another name here.</summary>
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["reference"] = "basket",
    };

    private readonly Dictionary<string, MappedField> fields = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A mapping by the places of the columns, for whoever has shown them to somebody.</summary>
    public static Mapping Of(IEnumerable<(string Field, int Column, decimal Scale)> columns)
    {
        var mapping = new Mapping();
        foreach (var (field, column, scale) in columns)
        {
            mapping.fields[field] = MappedField.Column(column) with { Scale = scale };
        }

        return mapping;
    }

    public bool Has(string field) => fields.ContainsKey(field);

    public IEnumerable<string> Names => fields.Keys;

    /// <summary>What the row says of a field, trimmed; null when it is not mapped or empty.</summary>
    public string? Text(string field, TableRow row) =>
        fields.TryGetValue(field, out var mapped) && mapped.Text(row) is { Length: > 0 } text ? text : null;

    /// <summary>What a number of the field is multiplied by.</summary>
    public decimal Scale(string field) => fields.TryGetValue(field, out var mapped) ? mapped.Scale : 1;

    /// <summary>
    /// Reads the words of --map against the columns of a file. <paramref name="wrong"/> says what can't be.
    /// </summary>
    /// <param name="known">Fields of this import; one that ends with ":" stands for all that begin so.</param>
    public static Mapping? Read(
        IEnumerable<string> words,
        IReadOnlyList<string> columns,
        IReadOnlyList<string> known,
        out string wrong
    )
    {
        var mapping = new Mapping();
        wrong = "";
        foreach (var word in words)
        {
            var at = word.IndexOf('=', StringComparison.Ordinal);
            var said = at < 0 ? "" : word[..at].Trim();
            var field = OtherNames.GetValueOrDefault(said, said);
            if (Known(field, known) is not { } name)
            {
                wrong =
                    at < 0 ? $"\"{word}\" is not field=column." : $"There is no field \"{field}\"; {Fields(known)}.";
                return null;
            }

            if (MappedField.Read(word[(at + 1)..].Trim(), columns, out wrong) is not { } mapped)
            {
                return null;
            }

            mapping.fields[name] = mapped;
        }

        mapping.AddByName(columns, known);
        return mapping;
    }

    private static string Fields(IReadOnlyList<string> known) => "the fields are " + string.Join(", ", known);

    /// <summary>A column that somebody has mapped is not taken a second time by its name.</summary>
    private bool IsTaken(int column) => fields.Values.Any(f => f.Parts.Any(p => p.Column == column));

    private static string? Known(string field, IReadOnlyList<string> known) =>
        known.FirstOrDefault(k =>
            k.EndsWith(':')
                ? field.Length > k.Length && field.StartsWith(k, StringComparison.OrdinalIgnoreCase)
                : string.Equals(k, field, StringComparison.OrdinalIgnoreCase)
        )
            is { } name
            ? (name.EndsWith(':') ? name + field[name.Length..] : name)
            : null;

    private void AddByName(IReadOnlyList<string> columns, IReadOnlyList<string> known)
    {
        var taken = Enumerable.Range(0, columns.Count).Where(IsTaken).ToHashSet();
        for (var i = 0; i < columns.Count; i++)
        {
            var plain = columns[i]
                .Replace("_", "", StringComparison.Ordinal)
                .Replace(" ", "", StringComparison.Ordinal);
            var field = ColumnNames.Persian.GetValueOrDefault(plain, plain);
            if (Known(field, known) is { } name && !taken.Contains(i))
            {
                fields.TryAdd(name, MappedField.Column(i));
            }
        }
    }
}

/// <summary>One field's source: a column times a factor, or a text with columns in it.</summary>
internal sealed partial record MappedField(IReadOnlyList<(string Before, int Column, int Width)> Parts, string After)
{
    public decimal Scale { get; init; } = 1;

    public static MappedField Column(int column) => new([("", column, 0)], "");

    public static MappedField? Read(string text, IReadOnlyList<string> columns, out string wrong)
    {
        wrong = "";
        if (Find(columns, text) is { } whole)
        {
            return Column(whole);
        }

        if (text is ['\'', .., '\''])
        {
            return new MappedField([], text[1..^1]);
        }

        if (text.Contains('{', StringComparison.Ordinal))
        {
            return Pattern(text, columns, out wrong);
        }

        var star = text.LastIndexOf('*');
        if (
            star > 0
            && Find(columns, text[..star].Trim()) is { } scaled
            && decimal.TryParse(
                text[(star + 1)..],
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var by
            )
            && by is > 0 and <= 1_000_000_000
        )
        {
            return Column(scaled) with { Scale = by };
        }

        wrong = $"The file has no column \"{text}\"; its columns are {string.Join(", ", columns)}.";
        return null;
    }

    public string Text(TableRow row)
    {
        if (Parts is [var only] && only.Before.Length + After.Length == 0)
        {
            return Cell(row, only.Column);
        }

        var text = new System.Text.StringBuilder();
        foreach (var (before, column, width) in Parts)
        {
            var cell = Cell(row, column);
            if (cell.Length == 0)
            {
                return "";
            }

            text.Append(before).Append(cell.PadLeft(width, '0'));
        }

        return text.Append(After).ToString();
    }

    private static MappedField? Pattern(string text, IReadOnlyList<string> columns, out string wrong)
    {
        var parts = new List<(string, int, int)>();
        var at = 0;
        foreach (Match match in Slot().Matches(text))
        {
            if (Find(columns, match.Groups["column"].Value.Trim()) is not { } column)
            {
                wrong = $"The file has no column \"{match.Groups["column"].Value}\".";
                return null;
            }

            var width = match.Groups["width"].Value;
            parts.Add(
                (text[at..match.Index], column, width.Length == 0 ? 0 : int.Parse(width, CultureInfo.InvariantCulture))
            );
            at = match.Index + match.Length;
        }

        wrong = "";
        return new MappedField(parts, text[at..]);
    }

    private static string Cell(TableRow row, int column) =>
        column < row.Fields.Length ? CellText.Clean(row.Fields[column]) : "";

    private static int? Find(IReadOnlyList<string> columns, string name)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (string.Equals(columns[i], name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return null;
    }

    [GeneratedRegex(@"\{(?<column>[^{}:]+)(:(?<width>[0-9]{1,2}))?\}", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Slot();
}

/// <summary>What tills and spreadsheets here call their columns.</summary>
internal static class ColumnNames
{
    public static readonly Dictionary<string, string> Persian = new(StringComparer.OrdinalIgnoreCase)
    {
        ["موبایل"] = "mobile",
        ["شمارهموبایل"] = "mobile",
        ["تلفنهمراه"] = "mobile",
        ["کارت"] = "card",
        ["نام"] = "firstName",
        ["نامخانوادگی"] = "lastName",
        ["تاریختولد"] = "birthDate",
        ["گروه"] = "group",
        ["تاریخ"] = "at",
        ["date"] = "at",
        ["شمارهفاکتور"] = "basket",
        ["فاکتور"] = "basket",
        ["reference"] = "basket",
        ["کدکالا"] = "sku",
        ["نامکالا"] = "name",
        ["تعداد"] = "quantity",
        ["مقدار"] = "quantity",
        ["قیمت"] = "unitPrice",
        ["مبلغ"] = "amount",
        ["شعبه"] = "branch",
    };
}
