using System.Buffers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Vafa.Core.Values;
using Vafa.Features.Import;
using Vafa.Features.Programme.Branches;
using Vafa.Features.Purchases;

namespace Vafa.Features.Register;

/// <summary>
/// One receipt of a CSV file while its rows come. It becomes the receipt that a JSON file would hold, and is read as
/// that.
/// </summary>
internal sealed partial class CsvReceipt(CsvColumns columns, TableRow first)
{
    private readonly List<TableRow> rows = [];
    private readonly List<Refusal> refusals = [];

    /// <summary>
    /// Rows of one receipt stand together: the number is the same, and so is the time where it is repeated.
    /// </summary>
    public bool Continues(TableRow row) =>
        columns.Cell(row, "number") == columns.Cell(first, "number")
        && (columns.Cell(row, "at") is not { } at || at == columns.Cell(first, "at"));

    public void Add(TableRow row)
    {
        if (columns.AreBroken(row))
        {
            refusals.Add(new Refusal("register.broken-row", "", row.Line));
        }

        foreach (var name in CsvColumns.OfReceipt)
        {
            if (columns.Cell(row, name) is { } said && said != columns.Cell(first, name))
            {
                refusals.Add(new Refusal("register.rows-differ", "/" + name, name, row.Line));
            }
        }

        // One more than a sale may have is enough to refuse it.
        if (rows.Count <= PurchaseReader.MostLines)
        {
            rows.Add(row);
        }
    }

    public ReadReceipt Read(KnownTill till)
    {
        if (refusals.Count > 0)
        {
            return new ReadReceipt(first.Line, columns.Cell(first, "number"), refusals);
        }

        var written = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(written))
        {
            Write(json);
        }

        using var document = JsonDocument.Parse(written.WrittenMemory);
        return RegisterReceiptReader.Read(document.RootElement, first.Line, till);
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        Text(json, first, "format");
        Digits(json, first, "number");
        Digits(json, first, "at");
        Text(json, first, "cashier");
        Number(json, first, "discount");
        Number(json, first, "payable");
        List(json, "offers");
        List(json, "codes");
        json.WriteStartObject("member");
        Text(json, first, "mobile");
        Text(json, first, "card");
        json.WriteEndObject();
        Payments(json);
        json.WriteStartArray("lines");
        foreach (var row in rows)
        {
            json.WriteStartObject();
            foreach (var name in CsvColumns.OfLine)
            {
                if (name is "quantity" or "unitPrice" or "amount")
                {
                    Number(json, row, name);
                }
                else
                {
                    Text(json, row, name);
                }
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Text(Utf8JsonWriter json, TableRow row, string name)
    {
        if (columns.Cell(row, name) is { } text)
        {
            json.WriteString(name, text);
        }
    }

    private void Digits(Utf8JsonWriter json, TableRow row, string name)
    {
        if (columns.Cell(row, name) is { } text)
        {
            json.WriteString(name, PersianText.Digits(text));
        }
    }

    private void Number(Utf8JsonWriter json, TableRow row, string name)
    {
        if (columns.Cell(row, name) is { } text)
        {
            json.WritePropertyName(name);
            WriteNumber(json, text);
        }
    }

    private void List(Utf8JsonWriter json, string name)
    {
        if (columns.Cell(first, name) is { } text)
        {
            json.WriteStartArray(name);
            foreach (var part in Parts(text))
            {
                json.WriteStringValue(part);
            }

            json.WriteEndArray();
        }
    }

    /// <summary>cash:50000|card:120000</summary>
    private void Payments(Utf8JsonWriter json)
    {
        if (columns.Cell(first, "payments") is not { } text)
        {
            return;
        }

        json.WriteStartArray("payments");
        foreach (var part in Parts(text))
        {
            var colon = part.LastIndexOf(':');
            json.WriteStartObject();
            json.WriteString("method", colon < 0 ? part : part[..colon].Trim());
            if (colon >= 0)
            {
                json.WritePropertyName("amount");
                WriteNumber(json, part[(colon + 1)..].Trim());
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string[] Parts(string text) =>
        text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What is no number stays a text, and is refused as one where a number is asked.</summary>
    private static void WriteNumber(Utf8JsonWriter json, string written)
    {
        var text = PersianText.Digits(written).Replace('٫', '.').Replace('٬', ',');
        if (Grouped().IsMatch(text))
        {
            text = text.Replace(",", "", StringComparison.Ordinal);
        }

        // Registers fill up with zeros.
        text = Leading().Replace(text, "");
        if (Plain().IsMatch(text))
        {
            json.WriteRawValue(text);
        }
        else
        {
            json.WriteStringValue(written);
        }
    }

    [GeneratedRegex("^[0-9]{1,3}(,[0-9]{3})+$", RegexOptions.None, 1_000)]
    private static partial Regex Grouped();

    [GeneratedRegex("^0+(?=[0-9])", RegexOptions.None, 1_000)]
    private static partial Regex Leading();

    [GeneratedRegex("^-?(0|[1-9][0-9]{0,30})([.][0-9]{1,30})?$", RegexOptions.None, 1_000)]
    private static partial Regex Plain();
}
