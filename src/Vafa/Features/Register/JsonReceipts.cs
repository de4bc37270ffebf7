using System.Text.Json;
using Vafa.Features.Programme.Branches;
using Vafa.Web;

namespace Vafa.Features.Register;

/// <summary>
/// The receipts of a JSON file: one, or a list of them. What a call may send is what a file may hold.
/// </summary>
internal static class JsonReceipts
{
    public const int MostBytes = Body.MaxBytes;

    /// <summary>Unreadable: register.not-text, register.not-json.</summary>
    public static IEnumerable<ReadReceipt> Read(Stream file, KnownTill till)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var json = bytes.AsMemory(bytes.AsSpan() is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0);
        if (json.Span.Contains((byte)0))
        {
            throw new UnreadableReceipts("register.not-text");
        }

        using var document = Body.Parse(json) ?? throw new UnreadableReceipts("register.not-json");
        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            yield return RegisterReceiptReader.Read(document.RootElement, LineOf(json.Span, FirstOf(json.Span)), till);
            yield break;
        }

        using var begins = Begins(json).GetEnumerator();
        foreach (var receipt in document.RootElement.EnumerateArray())
        {
            begins.MoveNext();
            yield return RegisterReceiptReader.Read(receipt, begins.Current, till);
        }
    }

    private static int FirstOf(ReadOnlySpan<byte> json) => Math.Max(0, json.IndexOf((byte)'{'));

    private static int LineOf(ReadOnlySpan<byte> json, int at) => 1 + json[..at].Count((byte)'\n');

    /// <summary>The line on which each item of the list begins.</summary>
    private static List<int> Begins(ReadOnlyMemory<byte> json)
    {
        var lines = new List<int>();
        var (line, counted) = (1, 0);
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var at = (int)reader.TokenStartIndex;
            line += json.Span[counted..at].Count((byte)'\n');
            counted = at;
            lines.Add(line);
            reader.Skip();
        }

        return lines;
    }
}
