using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Web;

namespace Vafa.Features.Audit;

/// <summary>?by=&amp;action=&amp;subject=&amp;from=&amp;to= (to is exclusive); each may be left out.</summary>
public sealed record AuditFilter(
    string? By,
    string? Action,
    string? Subject,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null
)
{
    public static readonly AuditFilter None = new(null, null, null);

    /// <summary>Refused: json.instant at /from or /to.</summary>
    public static Outcome<AuditFilter> Read(IQueryCollection query)
    {
        var refusals = new List<Refusal>();
        var from = Instant(query, "from", refusals);
        var to = Instant(query, "to", refusals);
        return refusals.Count > 0
            ? refusals
            : new AuditFilter(Text(query, "by"), Text(query, "action"), Text(query, "subject"), from, to);
    }

    private static string? Text(IQueryCollection query, string name) =>
        query.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.ToString().Trim() : null;

    /// <summary>As in a body: RFC 3339 with its offset.</summary>
    private static DateTimeOffset? Instant(IQueryCollection query, string name, List<Refusal> refusals)
    {
        if (Text(query, name) is not { } text)
        {
            return null;
        }

        // A plus sign in a query arrives as a space.
        var asked = new Dictionary<string, string>(StringComparer.Ordinal) { [name] = text.Replace(' ', '+') };
        return DocumentReader.Of(JsonSerializer.SerializeToElement(asked), refusals: refusals).Instant(name);
    }
}

/// <summary>
/// Who changed what, newest first. Ids grow with time, so a page is a range of an index whatever the filter, and a span
/// of time is a range of ids. Refused: list.cursor.
/// </summary>
public sealed class FindAudit(AppDb db)
{
    public const int CursorParts = 1;

    public async Task<Outcome<Listed<AuditEntry>>> Run(AuditFilter filter, Paging paging, CancellationToken ct)
    {
        var entries = Between(Matching(filter), filter);
        if (paging.After is [var last])
        {
            if (!Guid.TryParse(last, out var before))
            {
                return new Refusal("list.cursor", "/cursor");
            }

            entries = entries.Where(a => a.Id.CompareTo(before) < 0);
        }

        var rows = await entries.OrderByDescending(a => a.Id).Take(paging.Limit + 1).ToListAsync(ct);
        return Listed<AuditEntry>.Of(rows, paging, row => row, row => [row.Id.ToString()]);
    }

    private IQueryable<AuditEntry> Matching(AuditFilter filter)
    {
        var entries = db.Audit.AsNoTracking();
        if (filter.By is { } by)
        {
            entries = entries.Where(a => a.By == by);
        }

        if (filter.Action is { } action)
        {
            entries = entries.Where(a => a.Action == action);
        }

        return filter.Subject is { } subject ? entries.Where(a => a.Subject == subject) : entries;
    }

    private static IQueryable<AuditEntry> Between(IQueryable<AuditEntry> entries, AuditFilter filter)
    {
        if (filter.From is { } from)
        {
            var first = FirstIdAt(from);
            entries = entries.Where(a => a.Id.CompareTo(first) >= 0 && a.At >= from);
        }

        if (filter.To is { } to)
        {
            var end = FirstIdAt(to.AddMilliseconds(1));
            entries = entries.Where(a => a.Id.CompareTo(end) < 0 && a.At < to);
        }

        return entries;
    }

    /// <summary>No entry of this millisecond or later has a smaller id: 48 bits of time, then zeros.</summary>
    internal static Guid FirstIdAt(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        var millis = Math.Clamp(at.ToUnixTimeMilliseconds(), 0, (1L << 48) - 1);
        for (var i = 5; i >= 0; i--)
        {
            bytes[i] = (byte)(millis & 0xff);
            millis >>= 8;
        }

        return new Guid(bytes, bigEndian: true);
    }
}
