using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Products;
using Vafa.Features.Programme;

namespace Vafa.Features.Import;

/// <summary>
/// Brings products in by their sku, and the groups they name. What the file says of a product replaces what is there;
/// what it does not say stays. Refused: import.mapping, import.no-header.
/// </summary>
internal sealed class ImportProducts(AppDb db, ProgrammeStore programmes, GoodsNames names, TimeProvider clock)
{
    private const int Chunk = 200;

    private static readonly string[] Fields =
    [
        "sku",
        "title",
        "titleFa",
        "titleEn",
        "name",
        "group",
        "brand",
        "price",
        "cost",
    ];

    public async Task<Outcome<ImportTally>> Run(ImportRequest request, ImportProgress progress, CancellationToken ct)
    {
        var opened = TableFile.Open(request.File);
        if (opened.IsRefused)
        {
            return Outcome<ImportTally>.Refused(opened.Refusals);
        }

        var file = opened.Value;

        if (Mapping.Read(request.Mapping, file.Columns, Fields, out var wrong) is not { } mapping)
        {
            return new Refusal("import.mapping", "", wrong);
        }

        if (!mapping.Has("sku"))
        {
            return new Refusal("import.mapping", "", "Map sku.");
        }

        var place = RejectedFile.PlaceFor(request.File, request.Rejected);
        using var rejected = new RejectedFile(place, file.Columns, request.DryRun);
        try
        {
            var import = new ProductImport(file, mapping, request.DryRun);
            var tally = await Write(import, rejected.Add, progress.Part(0, 1, file.Length), ct);
            return tally.Close(rejected, request.DryRun);
        }
        catch (BadTable bad)
        {
            return bad.Refusal;
        }
    }

    /// <summary>
    /// Writes the rows of a file whose mapping is checked, or (dry) only finds out what would become of them.
    /// </summary>
    public async Task<ImportTally> Write(
        ProductImport import,
        Action<TableRow, RowReason> reject,
        Action<long> progress,
        CancellationToken ct
    )
    {
        var cells = new CellReader(import.Mapping, (await programmes.Newest(ct)).Time);
        var tally = new ImportTally();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rows in import.File.Rows(progress).Chunk(Chunk))
        {
            ct.ThrowIfCancellationRequested();
            tally.Rows += rows.Length;
            var lines = Read(rows, import.File, cells, reject);
            await Write(lines, seen, tally, import.DryRun, ct);
        }

        tally.Rounded = cells.Rounded;
        return tally;
    }

    /// <summary>The good rows; of equal skus in a chunk the last one counts.</summary>
    private static Dictionary<string, ProductLine> Read(
        TableRow[] rows,
        TableFile file,
        CellReader cells,
        Action<TableRow, RowReason> reject
    )
    {
        var lines = new Dictionary<string, ProductLine>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            cells.Row = row;
            cells.Whole(file.Columns.Count);
            var sku = cells.Text("sku", 64) ?? cells.Refuse<string>("missing", "sku");
            var title = cells.Text("title") ?? cells.Text("name");
            var isFa = title?.Any(c => c is >= '\u0600' and <= '\u06FF') == true;
            var line = new ProductLine(
                cells.Text("titleFa") ?? (isFa ? title : null),
                cells.Text("titleEn") ?? (isFa ? null : title),
                cells.Text("group", 64),
                cells.Text("brand", 64),
                cells.Money("price"),
                cells.Money("cost")
            );
            if (cells.Reason is { } reason)
            {
                reject(row, reason);
            }
            else
            {
                lines[sku!] = line;
            }
        }

        return lines;
    }

    private async Task Write(
        Dictionary<string, ProductLine> lines,
        HashSet<string> seen,
        ImportTally tally,
        bool isDry,
        CancellationToken ct
    )
    {
        db.ChangeTracker.Clear();
        var now = clock.GetUtcNow();
        var known = await db
            .Products.IgnoreQueryFilters()
            .Where(p => lines.Keys.Contains(p.Sku))
            .ToDictionaryAsync(p => p.Sku, ct);
        var named = lines.Values.Select(l => l.Group).OfType<string>().ToHashSet(StringComparer.Ordinal);
        named.ExceptWith(await db.ProductGroups.Where(g => named.Contains(g.Code)).Select(g => g.Code).ToListAsync(ct));
        foreach (var (sku, line) in lines)
        {
            if (!known.TryGetValue(sku, out var product))
            {
                product = new Product { Sku = sku, CreatedAt = now };
                db.Products.Add(product);

                // A dry run writes nothing, so only what it has seen tells that a product came before.
                _ = seen.Add(sku) ? tally.Added++ : tally.Changed++;
            }

            product.TitleFa = line.TitleFa ?? product.TitleFa;
            product.TitleEn = line.TitleEn ?? product.TitleEn;
            product.GroupCode = line.Group ?? product.GroupCode;
            product.Brand = line.Brand ?? product.Brand;
            product.Price = line.Price ?? product.Price;
            product.Cost = line.Cost ?? product.Cost;
            product.RemovedAt = null;
        }

        db.ProductGroups.AddRange(named.Select(code => new ProductGroup { Code = code, CreatedAt = now }));
        var changed = db.ChangeTracker.Entries<Product>().Count(e => e.State == EntityState.Modified);
        tally.Changed += changed;
        tally.Known += known.Count - changed;
        if (!isDry)
        {
            await db.Write(_ => Task.FromResult(true), ct);
            foreach (var product in db.ChangeTracker.Entries<Product>().Select(e => e.Entity))
            {
                names.Learn(NameKind.Product, product.Sku, Titles.Of(product.TitleFa, product.TitleEn));
            }
        }
    }

    private sealed record ProductLine(
        string? TitleFa,
        string? TitleEn,
        string? Group,
        string? Brand,
        long? Price,
        long? Cost
    );
}

/// <summary>A products file that is ready to be brought in.</summary>
internal sealed record ProductImport(TableFile File, Mapping Mapping, bool DryRun);
