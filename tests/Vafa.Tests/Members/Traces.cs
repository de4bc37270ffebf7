using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Tests.Members;

/// <summary>Looks for texts in every column of every table there is, whatever EF knows of it.</summary>
internal static class Traces
{
    /// <summary>The tables that hold one of the texts, as text or as bytes, in any case of letters.</summary>
    public static Task<SortedSet<string>> TablesWith(this TestClub club, params string[] texts) =>
        club.Ask(db => TablesWith(db, club.Engine, texts));

    public static async Task<SortedSet<string>> TablesWith(AppDb db, Engine engine, params string[] texts)
    {
        await db.Database.OpenConnectionAsync();
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (table, columns) in await Columns(db, engine))
        {
            foreach (var row in await Rows(db, $"select * from \"{table}\"", columns.Count))
            {
                if (row.Any(cell => texts.Any(t => cell.Contains(t, StringComparison.OrdinalIgnoreCase))))
                {
                    found.Add(table);
                }
            }
        }

        return found;
    }

    public static Task<List<string>> Tables(this TestClub club) =>
        club.Ask(async db =>
        {
            await db.Database.OpenConnectionAsync();
            return (await Columns(db, club.Engine)).Keys.Order(StringComparer.Ordinal).ToList();
        });

    private static async Task<Dictionary<string, List<string>>> Columns(AppDb db, Engine engine)
    {
        var sql =
            engine == Engine.Postgres
                ? "select table_name, column_name from information_schema.columns where table_schema = 'public'"
                : "select m.name, c.name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table'";
        return (await Rows(db, sql, 2))
            .GroupBy(r => r[0], r => r[1])
            .Where(t => !t.Key.StartsWith("sqlite_", StringComparison.Ordinal))
            .ToDictionary(t => t.Key, t => t.ToList());
    }

    private static async Task<List<string[]>> Rows(AppDb db, string sql, int columns)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string[]>();
        while (await reader.ReadAsync())
        {
            rows.Add([.. Enumerable.Range(0, columns).Select(i => Said(reader.GetValue(i)))]);
        }

        return rows;
    }

    private static string Said(object cell) =>
        cell is byte[] bytes ? Encoding.UTF8.GetString(bytes)
        : cell is string text && text.Contains('%', StringComparison.Ordinal) ? text + Uri.UnescapeDataString(text)
        : Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "";
}
