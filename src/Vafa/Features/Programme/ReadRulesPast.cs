using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Programme;

/// <summary>The documents that one version of the programme made or replaced, and when.</summary>
internal sealed record RulesMove(long Version, DateTimeOffset At, IReadOnlyList<ProgrammeDocument> Documents);

/// <summary>
/// Reads what the club's rules were made of since they were first published: every kind of document but offers, which
/// come and go, and plans and tills, which promise nobody anything.
/// </summary>
internal sealed class ReadRulesPast(AppDb db)
{
    private static readonly string[] Silent = [DocumentKind.Offer.Name, DocumentKind.Plan.Name, DocumentKind.Till.Name];

    /// <summary>The first version that published them; null when none did.</summary>
    public async Task<long?> FirstPublished(CancellationToken ct)
    {
        var rows = await db
            .ProgrammeDocuments.AsNoTracking()
            .Where(d => d.Kind == DocumentKind.Rulebook.Name)
            .OrderBy(d => d.Version)
            .Select(d => new { d.Version, d.Body })
            .ToListAsync(ct);
        return rows.Find(r => RulebookDocument.Read(DocumentKind.Parse(r.Body)).Value.Published)?.Version;
    }

    /// <summary>All documents of that version, as if it had made them.</summary>
    public async Task<RulesMove> At(long version, CancellationToken ct)
    {
        var documents = await Speaking()
            .Where(d => d.Version <= version && (d.UntilVersion == null || d.UntilVersion > version))
            .ToListAsync(ct);
        return new RulesMove(version, (await Times(version - 1, version, ct))[version], documents);
    }

    /// <summary>What later versions changed, up to one of them, in their order.</summary>
    public async Task<IReadOnlyList<RulesMove>> After(long version, long upTo, CancellationToken ct)
    {
        var documents = await Speaking().Where(d => d.Version > version && d.Version <= upTo).ToListAsync(ct);
        if (documents.Count == 0)
        {
            return [];
        }

        var times = await Times(version, upTo, ct);
        return
        [
            .. documents
                .GroupBy(d => d.Version)
                .OrderBy(g => g.Key)
                .Select(g => new RulesMove(g.Key, times[g.Key], [.. g])),
        ];
    }

    private IQueryable<ProgrammeDocument> Speaking() =>
        db.ProgrammeDocuments.AsNoTracking().Where(d => !Silent.Contains(d.Kind));

    private Task<Dictionary<long, DateTimeOffset>> Times(long after, long upTo, CancellationToken ct) =>
        db
            .ProgrammeVersions.AsNoTracking()
            .Where(v => v.Version > after && v.Version <= upTo)
            .ToDictionaryAsync(v => v.Version, v => v.At, ct);
}
