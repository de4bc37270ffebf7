using System.Globalization;

namespace Vafa.Features.Import;

/// <summary>A whole sale of the file with the identity it is known by ever after.</summary>
internal sealed record SaleDraft(IReadOnlyList<SaleRow> Lines, string Identity)
{
    public SaleRow First => Lines[0];

    /// <summary>Its lines may bear the seconds at which they were scanned; the first counts.</summary>
    public DateTimeOffset At => Lines.Min(l => l.At);
}

/// <summary>
/// Puts the rows of a purchases file together to sales. The file is read twice: first to learn how many good lines each
/// sale has and which sales hold a bad one (half a sale would be wrong money and could never be completed, so its other
/// lines are rejected, too); then to give out each sale as soon as its last line is read. A file whose sales stand
/// together needs hardly any memory.
/// </summary>
internal sealed class SaleDrafts(TableFile file, Func<SaleRows> rows, CellReader cells, RejectedFile rejected)
{
    private readonly Dictionary<UInt128, int> lines = [];
    private readonly Dictionary<UInt128, int> badBaskets = [];
    private readonly Dictionary<string, int> badReferences = new(StringComparer.Ordinal);
    private readonly Dictionary<UInt128, int> equal = [];

    /// <summary>When each buyer was first seen; only for the buyers that may have to be made members.</summary>
    public Dictionary<string, DateTimeOffset> FirstSeen { get; } = new(StringComparer.Ordinal);

    public long Rows { get; private set; }

    public long RowsRounded => cells.Rounded;

    /// <summary>The first reading.</summary>
    public void Survey(Action<long> progress, CancellationToken ct)
    {
        var reader = rows();
        foreach (var row in file.Rows(progress))
        {
            ct.ThrowIfCancellationRequested();
            Rows++;
            var read = reader.Read(row, file.Columns.Count);
            if (cells.Reason is not null)
            {
                Spoil(read);
                continue;
            }

            if (read.Basket is { } basket)
            {
                lines[basket] = lines.GetValueOrDefault(basket) + 1;
            }

            if (read.Buyer is { } buyer)
            {
                var known = FirstSeen.TryGetValue(buyer.Value, out var first);
                FirstSeen[buyer.Value] = known && first <= read.At ? first : read.At;
            }
        }
    }

    /// <summary>The second reading: the sales, each when it is whole.</summary>
    public IEnumerable<SaleDraft> Read(Action<long> progress, CancellationToken ct)
    {
        var reader = rows();
        var open = new Dictionary<UInt128, List<SaleRow>>();
        foreach (var row in file.Rows(progress))
        {
            ct.ThrowIfCancellationRequested();
            var read = reader.Read(row, file.Columns.Count);
            if ((cells.Reason ?? SpoiledBy(read)) is { } reason)
            {
                rejected.Add(row, reason);
                continue;
            }

            if (read.Basket is not { } basket)
            {
                yield return Single(read);
                continue;
            }

            if (!open.TryGetValue(basket, out var sale))
            {
                open[basket] = sale = [];
            }

            sale.Add(read);
            if (sale.Count == lines[basket])
            {
                open.Remove(basket);
                if (Whole(sale, basket) is { } draft)
                {
                    yield return draft;
                }
            }
        }
    }

    private static string Text(UInt128 hash) => hash.ToString("x32", CultureInfo.InvariantCulture);

    private void Spoil(SaleRow row)
    {
        if (row.Reference is null)
        {
            return;
        }

        if (row.Day == default)
        {
            badReferences.TryAdd(row.Reference, row.Source.Line);
        }
        else
        {
            badBaskets.TryAdd(row.Basket!.Value, row.Source.Line);
        }
    }

    private RowReason? SpoiledBy(SaleRow row) =>
        row.Basket is { } basket
        && (badBaskets.TryGetValue(basket, out var line) || badReferences.TryGetValue(row.Reference!, out line))
            ? RowReason.Of("sale-spoiled", "", line)
            : null;

    /// <summary>Equal rows are different sales: the second of them is told from the first by its number.</summary>
    private SaleDraft Single(SaleRow row)
    {
        var hash = SaleRow.Hash(row.Content());
        var ordinal = equal[hash] = equal.GetValueOrDefault(hash) + 1;
        return new SaleDraft([row], string.Create(CultureInfo.InvariantCulture, $"row {Text(hash)} {ordinal}"));
    }

    private SaleDraft? Whole(List<SaleRow> sale, UInt128 basket)
    {
        if (sale.TrueForAll(l => l.Buyer == sale[0].Buyer))
        {
            return new SaleDraft(sale, "basket " + Text(basket));
        }

        foreach (var line in sale)
        {
            rejected.Add(line.Source, RowReason.Of("sale-of-two"));
        }

        return null;
    }
}
