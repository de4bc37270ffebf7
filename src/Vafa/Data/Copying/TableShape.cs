using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Vafa.Data.Copying;

/// <summary>What a column holds, whatever the engine stores it as.</summary>
public enum ColumnKind
{
    Whole = 1,
    YesNo = 2,
    Text = 3,
    Bytes = 4,
    Id = 5,
    Instant = 6,
    Day = 7,
}

public sealed record ColumnShape(string Name, ColumnKind Kind);

/// <summary>A table as every engine has it: its name and its columns.</summary>
public sealed record TableShape(string Name, ImmutableArray<ColumnShape> Columns)
{
    private static readonly Lazy<ImmutableArray<TableShape>> Shapes = new(() =>
    {
        using var db = new PostgresDesign().CreateDbContext([]);
        return Of(db.Model.GetRelationalModel());
    });

    /// <summary>
    /// All tables of the model, by name. A table added to the model is copied and backed up without more.
    /// </summary>
    public static ImmutableArray<TableShape> All => Shapes.Value;

    public string ColumnList => string.Join(", ", Columns.Select(c => $"\"{c.Name}\""));

    internal static ImmutableArray<TableShape> Of(IRelationalModel model) =>
        [
            .. model
                .Tables.OrderBy(t => t.Name, StringComparer.Ordinal)
                .Select(t => new TableShape(t.Name, [.. t.Columns.Select(c => new ColumnShape(c.Name, KindOf(c)))])),
        ];

    private static ColumnKind KindOf(IColumn column)
    {
        var type = column.ProviderClrType;
        return type == typeof(Guid) ? ColumnKind.Id
            : type == typeof(DateTimeOffset) || type == typeof(DateTime) ? ColumnKind.Instant
            : type == typeof(DateOnly) ? ColumnKind.Day
            : type == typeof(bool) ? ColumnKind.YesNo
            : type == typeof(string) ? ColumnKind.Text
            : type == typeof(byte[]) ? ColumnKind.Bytes
            : type == typeof(long) || type == typeof(int) || type == typeof(short) ? ColumnKind.Whole
            : throw new NotSupportedException($"Column {column.Table.Name}.{column.Name} has no portable kind.");
    }
}
