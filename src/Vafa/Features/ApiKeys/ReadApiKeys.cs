using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Web;

namespace Vafa.Features.ApiKeys;

/// <summary>A key as the office sees it; the key itself is nowhere kept.</summary>
/// <param name="LastUsed">To some minutes; null when it never was.</param>
/// <param name="RevokedAt">Since when it opens nothing; null while it works.</param>
public sealed record ApiKeyView(
    Guid Id,
    string Name,
    IReadOnlyList<string> Scopes,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastUsed,
    DateTimeOffset? RevokedAt
)
{
    internal static ApiKeyView Of(ApiKey key) =>
        new(key.Id, key.Name, key.Scopes.Split(','), key.CreatedAt, key.LastUsedAt, key.RevokedAt);
}

/// <summary>All keys, the newest first, also those that were revoked. Refused: list.cursor.</summary>
public sealed class ReadApiKeys(AppDb db)
{
    public const int CursorParts = 1;

    public async Task<Outcome<Listed<ApiKeyView>>> Run(Paging paging, CancellationToken ct)
    {
        var keys = db.ApiKeys.AsNoTracking();
        if (paging.After is [var last])
        {
            if (!Guid.TryParse(last, out var before))
            {
                return new Refusal("list.cursor", "/cursor");
            }

            keys = keys.Where(k => k.Id.CompareTo(before) < 0);
        }

        var rows = await keys.OrderByDescending(k => k.Id).Take(paging.Limit + 1).ToListAsync(ct);
        return Listed<ApiKeyView>.Of(rows, paging, ApiKeyView.Of, k => [k.Id.ToString()]);
    }
}
