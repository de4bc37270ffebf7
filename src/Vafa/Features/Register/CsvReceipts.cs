using System.Text;
using Vafa.Features.Import;
using Vafa.Features.Programme.Branches;

namespace Vafa.Features.Register;

/// <summary>
/// The receipts of a CSV file, each line of the file a line of a receipt. No cell of a receipt has several lines, so
/// each line is read by itself: an open quote spoils its own receipt and no other.
/// </summary>
internal static class CsvReceipts
{
    public const int MostBytes = 16 * 1024 * 1024;

    private const int LongestLine = 64 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    /// <summary>
    /// Unreadable: register.not-utf8, register.not-text, register.long-line, and what <see cref="CsvColumns"/> refuses.
    /// </summary>
    public static IEnumerable<ReadReceipt> Read(Stream file, KnownTill till)
    {
        Look(file);
        using var text = Text(file);
        var (line, header) = (1, text.ReadLine());
        while (header is not null && string.IsNullOrWhiteSpace(header))
        {
            (line, header) = (line + 1, text.ReadLine());
        }

        var separator = TableText.SeparatorOf(header ?? "") ?? ',';
        var columns = CsvColumns.Of(Row(header ?? "", separator, line)?.Fields ?? []);
        CsvReceipt? receipt = null;
        while (text.ReadLine() is { } next)
        {
            line++;
            if (Row(next, separator, line) is not { } row)
            {
                continue;
            }

            if (receipt?.Continues(row) != true)
            {
                if (receipt is not null)
                {
                    yield return receipt.Read(till);
                }

                receipt = new CsvReceipt(columns, row);
            }

            receipt.Add(row);
        }

        if (receipt is not null)
        {
            yield return receipt.Read(till);
        }
    }

    /// <summary>Whether it ends within a line, so that the last cell may not be whole.</summary>
    public static bool EndsWithinALine(Stream file)
    {
        file.Position = file.Length - 1;
        return file.ReadByte() is not ('\n' or '\r');
    }

    /// <summary>
    /// All of it once before anything is recorded: half of a file in another encoding would be guessed at.
    /// </summary>
    private static void Look(Stream file)
    {
        try
        {
            using var text = Text(file);
            while (text.ReadLine() is { } line)
            {
                if (line.Contains('\0', StringComparison.Ordinal))
                {
                    throw new UnreadableReceipts("register.not-text");
                }

                if (line.Length > LongestLine)
                {
                    throw new UnreadableReceipts("register.long-line", LongestLine);
                }
            }
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableReceipts("register.not-utf8");
        }
    }

    private static StreamReader Text(Stream file)
    {
        file.Position = 0;
        return new StreamReader(file, Strict, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
    }

    private static TableRow? Row(string line, char separator, int number)
    {
        using var text = new StringReader(line);
        return TableText.Separated(text, separator).FirstOrDefault() is { } row
            ? row with
            {
                Line = number,
                IsBroken = row.IsBroken || line.AsSpan().Count('"') % 2 != 0,
            }
            : null;
    }
}
