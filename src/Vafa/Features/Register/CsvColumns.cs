using Vafa.Features.Import;

namespace Vafa.Features.Register;

/// <summary>Which column of a CSV file holds what.</summary>
internal sealed class CsvColumns
{
    /// <summary>What a receipt says once: in its first row, the others may repeat it or leave it empty.</summary>
    public static readonly string[] OfReceipt =
    [
        "format",
        "number",
        "at",
        "mobile",
        "card",
        "cashier",
        "discount",
        "payable",
        "payments",
        "offers",
        "codes",
    ];

    public static readonly string[] OfLine = ["sku", "name", "group", "quantity", "unitPrice", "amount", "kind"];

    private static readonly string[] Needed = ["format", "number", "at", "quantity", "unitPrice", "payable"];

    private readonly Dictionary<string, int> places = new(StringComparer.OrdinalIgnoreCase);

    private CsvColumns() { }

    public int Count { get; private init; }

    /// <summary>Unreadable: register.column-unknown, register.column-twice, register.column-missing.</summary>
    public static CsvColumns Of(string[] header)
    {
        var columns = new CsvColumns { Count = header.Length };
        for (var i = 0; i < header.Length; i++)
        {
            var name = CellText.Clean(header[i]);
            if (name.Length == 0)
            {
                continue;
            }

            if (!OfReceipt.Concat(OfLine).Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw new UnreadableReceipts("register.column-unknown", name);
            }

            if (!columns.places.TryAdd(name, i))
            {
                throw new UnreadableReceipts("register.column-twice", name);
            }
        }

        return Needed.FirstOrDefault(name => !columns.places.ContainsKey(name)) is { } missing
            ? throw new UnreadableReceipts("register.column-missing", missing)
            : columns;
    }

    /// <summary>The cell, without what spreadsheets leave in one; null when it is empty or has no column.</summary>
    public string? Cell(TableRow row, string name) =>
        places.TryGetValue(name, out var at)
        && at < row.Fields.Length
        && CellText.Clean(row.Fields[at]) is { } text
        && text.Length > 0
            ? text
            : null;

    /// <summary>Cells behind the last column, or quotes that leave open where one ends.</summary>
    public bool AreBroken(TableRow row) =>
        row.IsBroken || row.Fields.Skip(Count).Any(field => !string.IsNullOrWhiteSpace(field));
}
