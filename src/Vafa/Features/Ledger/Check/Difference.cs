using System.Globalization;

namespace Vafa.Features.Ledger.Check;

/// <summary>One stored thing that is not what the rest of the club says it is.</summary>
/// <param name="Key">The row's key: member and number, member and unit, an offer …</param>
/// <param name="Stored">What stands there; "nothing" for a row that is missing.</param>
public sealed record Difference(string Table, string Key, string Column, string Stored, string Computed)
{
    public const string Nothing = "nothing";

    public static Difference Of(string table, string key, string column, long stored, long computed) =>
        new(table, key, column, Text(stored), Text(computed));

    /// <summary>A row without the row it belongs to, or a row that should be there.</summary>
    public static Difference Missing(string table, string key) => new(table, key, "row", Nothing, "one");

    public override string ToString() => $"{Table} {Key}: {Column} stored {Stored}, computed {Computed}";

    internal static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
