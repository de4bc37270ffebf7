using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using Vafa.Data;

namespace Vafa.Features.Ledger.Lane;

/// <summary>
/// One column of what the lane writes: told once, it becomes an array parameter on PostgreSQL (a whole batch in one
/// statement) and a plain parameter on SQLite (one prepared statement a row).
/// </summary>
internal abstract class Column<T>(string name, string type)
{
    public string Name { get; } = name;

    /// <summary>PostgreSQL's name of the element type.</summary>
    public string Type { get; } = type;

    public abstract NpgsqlParameter Array(IReadOnlyList<T> rows);

    public abstract object Value(T row);
}

internal sealed class Column<T, TValue>(
    string name,
    string type,
    NpgsqlDbType element,
    Func<T, TValue> get,
    Func<TValue, object?> stored
) : Column<T>(name, type)
{
    public override NpgsqlParameter Array(IReadOnlyList<T> rows)
    {
        var values = new TValue[rows.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = get(rows[i]);
        }

        return new NpgsqlParameter<TValue[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | element };
    }

    public override object Value(T row) => stored(get(row)) ?? DBNull.Value;
}

/// <summary>The kinds of columns, with their form on each engine.</summary>
internal static class Columns<T>
{
    public static Column<T> Id(string name, Func<T, Guid> get) =>
        new Column<T, Guid>(name, "uuid", NpgsqlDbType.Uuid, get, Stored.Id);

    public static Column<T> IdOrNull(string name, Func<T, Guid?> get) =>
        new Column<T, Guid?>(name, "uuid", NpgsqlDbType.Uuid, get, id => id is { } given ? Stored.Id(given) : null);

    public static Column<T> Text(string name, Func<T, string?> get) =>
        new Column<T, string?>(name, "text", NpgsqlDbType.Text, get, text => text);

    public static Column<T> Whole(string name, Func<T, long> get) =>
        new Column<T, long>(name, "bigint", NpgsqlDbType.Bigint, get, number => number);

    public static Column<T> Small(string name, Func<T, short> get) =>
        new Column<T, short>(name, "smallint", NpgsqlDbType.Smallint, get, number => number);

    public static Column<T> Number(string name, Func<T, int> get) =>
        new Column<T, int>(name, "integer", NpgsqlDbType.Integer, get, number => number);

    public static Column<T> YesNo(string name, Func<T, bool> get) =>
        new Column<T, bool>(name, "boolean", NpgsqlDbType.Boolean, get, yes => yes ? 1 : 0);

    public static Column<T> At(string name, Func<T, DateTimeOffset> get) =>
        new Column<T, DateTimeOffset>(
            name,
            "timestamptz",
            NpgsqlDbType.TimestampTz,
            row => Stored.Cut(get(row)),
            at => SqliteDb.Micros(at)
        );

    public static Column<T> AtOrNull(string name, Func<T, DateTimeOffset?> get) =>
        new Column<T, DateTimeOffset?>(
            name,
            "timestamptz",
            NpgsqlDbType.TimestampTz,
            row => get(row) is { } at ? Stored.Cut(at) : null,
            at => at is { } given ? SqliteDb.Micros(given) : null
        );

    public static Column<T> Day(string name, Func<T, DateOnly> get) =>
        new Column<T, DateOnly>(name, "date", NpgsqlDbType.Date, get, day => Stored.Day(day));

    public static Column<T> DayOrNull(string name, Func<T, DateOnly?> get) =>
        new Column<T, DateOnly?>(
            name,
            "date",
            NpgsqlDbType.Date,
            get,
            day => day is { } given ? Stored.Day(given) : null
        );

    public static Column<T> Bytes(string name, Func<T, byte[]?> get) =>
        new Column<T, byte[]?>(name, "bytea", NpgsqlDbType.Bytea, get, bytes => bytes);
}

/// <summary>Stored forms on SQLite, the same as EF's converters use.</summary>
internal static class Stored
{
    public static object Id(Guid id) => id.ToByteArray(bigEndian: true);

    public static Guid Id(object bytes) => new((byte[])bytes, bigEndian: true);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTimeOffset Cut(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % 10), TimeSpan.Zero);
}
