using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Vafa.Core.Values;

namespace Vafa.Web;

/// <summary>One page of a list; next is the cursor of the following one, null on the last.</summary>
public sealed record Listed<T>(
    IReadOnlyList<T> Items,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next
)
{
    /// <summary>
    /// Cuts rows that were read with one more than <see cref="Paging.Limit"/>; <paramref name="cursor"/> says where the
    /// last shown row stands.
    /// </summary>
    public static Listed<T> Of<TRow>(
        IReadOnlyList<TRow> rows,
        Paging paging,
        Func<TRow, T> show,
        Func<TRow, string[]> cursor
    ) =>
        rows.Count <= paging.Limit
            ? new Listed<T>([.. rows.Select(show)], null)
            : new Listed<T>([.. rows.Take(paging.Limit).Select(show)], Cursor.Write(cursor(rows[paging.Limit - 1])));
}

/// <summary>Which page is asked for: <c>?limit=</c> from 1 to 200 (50 unless said) and <c>cursor=</c>.</summary>
/// <param name="After">The parts of the cursor: the keys of the last row shown; null on the first page.</param>
public sealed record Paging(int Limit, string[]? After)
{
    public const int Most = 200;
    public const int Usual = 50;

    /// <summary>Refused: list.limit, list.cursor (422).</summary>
    /// <param name="cursorParts">How many parts the cursors of this list have.</param>
    public static Outcome<Paging> Read(HttpContext context, int cursorParts)
    {
        var query = context.Request.Query;
        var limit = Usual;
        if (
            query.TryGetValue("limit", out var asked)
            && (
                !int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out limit)
                || limit is < 1 or > Most
            )
        )
        {
            return new Refusal("list.limit", "/limit", 1, Most);
        }

        if (!query.TryGetValue("cursor", out var cursor) || string.IsNullOrEmpty(cursor))
        {
            return new Paging(limit, null);
        }

        return Cursor.Read(cursor!) is { } parts && parts.Length == cursorParts
            ? new Paging(limit, parts)
            : new Refusal("list.cursor", "/cursor");
    }
}

/// <summary>A place in a list as opaque text.</summary>
internal static class Cursor
{
    public static string Write(string[] parts) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(parts));

    public static string[]? Read(string text)
    {
        try
        {
            var parts = JsonSerializer.Deserialize<string[]>(Base64Url.DecodeFromChars(text));
            return parts?.Any(p => p is null || p.Contains('\0', StringComparison.Ordinal)) == true ? null : parts;
        }
        catch (Exception bad) when (bad is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
