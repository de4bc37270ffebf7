using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Programme;

/// <summary>One version of a document: when it came into force, and by whom.</summary>
/// <param name="By">"staff:user", "key:name" or "system".</param>
public sealed record DocumentVersion(long Version, DateTimeOffset At, string By, string Body);

/// <summary>When a document was first made and when it was last changed.</summary>
public sealed record DocumentAge(DateTimeOffset Made, DateTimeOffset Changed);

/// <summary>Reads what documents of the programme were before, along their key.</summary>
public sealed class ReadDocumentHistory(AppDb db)
{
    /// <summary>The newest versions of one document, newest first.</summary>
    public Task<List<DocumentVersion>> Run(DocumentKind kind, string code, int most, CancellationToken ct) =>
        (
            from document in db.ProgrammeDocuments.AsNoTracking()
            join version in db.ProgrammeVersions on document.Version equals version.Version
            where document.Kind == kind.Name && document.Code == code
            orderby document.Version descending
            select new DocumentVersion(document.Version, version.At, version.By, document.Body)
        )
            .Take(most)
            .ToListAsync(ct);

    /// <summary>Of each of these documents, when it was made and last changed.</summary>
    public async Task<Dictionary<string, DocumentAge>> Ages(
        DocumentKind kind,
        IReadOnlyCollection<string> codes,
        CancellationToken ct
    )
    {
        var rows = await (
            from document in db.ProgrammeDocuments.AsNoTracking()
            join version in db.ProgrammeVersions on document.Version equals version.Version
            where document.Kind == kind.Name && codes.Contains(document.Code)
            group version.At by document.Code into times
            select new
            {
                Code = times.Key,
                Made = times.Min(),
                Changed = times.Max(),
            }
        ).ToListAsync(ct);
        return rows.ToDictionary(r => r.Code, r => new DocumentAge(r.Made, r.Changed), StringComparer.Ordinal);
    }
}
