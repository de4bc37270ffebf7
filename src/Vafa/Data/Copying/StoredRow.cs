using System.Data.Common;
using System.Globalization;

namespace Vafa.Data.Copying;

/// <summary>The row a reader stands on, read the same way from both engines.</summary>
public readonly struct StoredRow(DbDataReader reader, bool postgres)
{
    public bool IsNull(int column) => reader.IsDBNull(column);

    public long Whole(int column) => reader.GetInt64(column);

    public long? WholeOrNull(int column) => reader.IsDBNull(column) ? null : Whole(column);

    public string Text(int column) => reader.GetString(column);

    public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(column);

    public bool YesNo(int column) => postgres ? reader.GetBoolean(column) : reader.GetInt64(column) != 0;

    public Guid Id(int column) => postgres ? reader.GetGuid(column) : new Guid(Bytes(column), bigEndian: true);

    /// <summary>Microseconds since 1970.</summary>
    public long Micros(int column) =>
        postgres
            ? SqliteDb.Micros(new DateTimeOffset(reader.GetFieldValue<DateTime>(column), TimeSpan.Zero))
            : reader.GetInt64(column);

    public long? MicrosOrNull(int column) => reader.IsDBNull(column) ? null : Micros(column);

    public DateOnly Day(int column) =>
        postgres
            ? reader.GetFieldValue<DateOnly>(column)
            : DateOnly.ParseExact(reader.GetString(column), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>
    /// The value in its portable form: long, bool, string, byte[], Guid, microseconds, DateOnly or null.
    /// </summary>
    public object? Value(int column, ColumnKind kind) =>
        reader.IsDBNull(column)
            ? null
            : kind switch
            {
                ColumnKind.Whole => Whole(column),
                ColumnKind.YesNo => YesNo(column),
                ColumnKind.Text => Text(column),
                ColumnKind.Bytes => Bytes(column),
                ColumnKind.Id => Id(column),
                ColumnKind.Instant => Micros(column),
                ColumnKind.Day => Day(column),
                _ => throw new ArgumentOutOfRangeException(nameof(kind)),
            };
}
