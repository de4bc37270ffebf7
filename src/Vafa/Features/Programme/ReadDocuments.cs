using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Web;

namespace Vafa.Features.Programme;

/// <summary>A document as it is in force now. Refused: document.unknown (404).</summary>
public sealed class GetDocument(AppDb db)
{
    public async Task<Outcome<StoredDocument>> Run(DocumentKind kind, string code, CancellationToken ct)
    {
        var row = await db
            .ProgrammeDocuments.AsNoTracking()
            .FirstOrDefaultAsync(d => d.Kind == kind.Name && d.Code == code && d.UntilVersion == null, ct);
        return row is null
            ? Refusal.NotFound(kind.Name + ".unknown", code)
            : new StoredDocument(row.Code, row.Body, row.Version, row.Age, []);
    }
}

/// <summary>The documents of a kind as they are in force now, in the order they were first made.</summary>
public sealed class ListDocuments(AppDb db)
{
    public const int CursorParts = 1;

    public async Task<Outcome<Listed<StoredDocument>>> Run(DocumentKind kind, Paging paging, CancellationToken ct)
    {
        var after = 0;
        if (
            paging.After is [{ } last]
            && !int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out after)
        )
        {
            return new Refusal("list.cursor", "/cursor");
        }

        var rows = await db
            .ProgrammeDocuments.AsNoTracking()
            .Where(d => d.Kind == kind.Name && d.UntilVersion == null && d.Age > after)
            .OrderBy(d => d.Age)
            .Take(paging.Limit + 1)
            .ToListAsync(ct);
        return Listed<StoredDocument>.Of(
            rows,
            paging,
            d => new StoredDocument(d.Code, d.Body, d.Version, d.Age, []),
            d => [d.Age.ToString(CultureInfo.InvariantCulture)]
        );
    }
}
