using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Web;

namespace Vafa.Features.Programme;

/// <summary>One document of a version, and the one that it replaced.</summary>
/// <param name="Before">Null when it was made.</param>
public sealed record DocumentMove(string Kind, string Code, int Age, string? Before, string After);

/// <summary>One change of the programme: who made it, when, and each document that it made or replaced.</summary>
/// <param name="By">"staff:user", "key:name" or "system".</param>
public sealed record VersionMade(long Version, DateTimeOffset At, string By, IReadOnlyList<DocumentMove> Documents);

/// <summary>
/// The versions of the programme, each with what it replaced: two reads a page, however many documents changed.
/// </summary>
public sealed class ReadVersions(AppDb db)
{
    public const int CursorParts = 1;

    /// <summary>The order in which the documents of one version are told: what decides most, first.</summary>
    private static readonly List<string> Kinds =
    [
        DocumentKind.Offer.Name,
        DocumentKind.EarningRule.Name,
        DocumentKind.Unit.Name,
        DocumentKind.Club.Name,
        DocumentKind.Segment.Name,
        DocumentKind.Festival.Name,
        DocumentKind.Engagement.Name,
    ];

    /// <summary>Newest first. Refused: list.cursor.</summary>
    public async Task<Outcome<Listed<VersionMade>>> Run(Paging paging, CancellationToken ct)
    {
        var before = long.MaxValue;
        if (
            paging.After is [var last]
            && !long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out before)
        )
        {
            return new Refusal("list.cursor", "/cursor");
        }

        var rows = await db
            .ProgrammeVersions.AsNoTracking()
            .Where(v => v.Version < before)
            .OrderByDescending(v => v.Version)
            .Take(paging.Limit + 1)
            .ToListAsync(ct);
        var page = Listed<ProgrammeVersion>.Of(rows, paging, v => v, v => [Text(v.Version)]);
        return new Listed<VersionMade>(await With(page.Items, ct), page.Next);
    }

    /// <summary>Null when there is none of this number.</summary>
    public async Task<VersionMade?> One(long version, CancellationToken ct)
    {
        var row = await db.ProgrammeVersions.AsNoTracking().FirstOrDefaultAsync(v => v.Version == version, ct);
        return row is null ? null : (await With([row], ct))[0];
    }

    /// <summary>When the next version took its place; null while it is in force.</summary>
    public Task<DateTimeOffset?> Until(long version, CancellationToken ct) =>
        db
            .ProgrammeVersions.Where(v => v.Version == version + 1)
            .Select(v => (DateTimeOffset?)v.At)
            .FirstOrDefaultAsync(ct);

    private async Task<IReadOnlyList<VersionMade>> With(IReadOnlyList<ProgrammeVersion> versions, CancellationToken ct)
    {
        if (versions.Count == 0)
        {
            return [];
        }

        var (first, last) = (versions[^1].Version, versions[0].Version);
        var moves = await (
            from made in db.ProgrammeDocuments.AsNoTracking()
            where made.Version >= first && made.Version <= last
            join replaced in db.ProgrammeDocuments
                on new
                {
                    made.Kind,
                    made.Code,
                    Until = (long?)made.Version,
                } equals new
                {
                    replaced.Kind,
                    replaced.Code,
                    Until = replaced.UntilVersion,
                }
                into olds
            from old in olds.DefaultIfEmpty()
            select new
            {
                made.Version,
                Move = new DocumentMove(made.Kind, made.Code, made.Age, old == null ? null : old.Body, made.Body),
            }
        ).ToListAsync(ct);
        var ofVersion = moves.ToLookup(m => m.Version, m => m.Move);
        return [.. versions.Select(v => new VersionMade(v.Version, v.At, v.By, [.. InOrder(ofVersion[v.Version])]))];
    }

    private static IEnumerable<DocumentMove> InOrder(IEnumerable<DocumentMove> moves) =>
        moves
            .OrderBy(m => Kinds.IndexOf(m.Kind) is >= 0 and var place ? place : Kinds.Count)
            .ThenBy(m => m.Kind, StringComparer.Ordinal)
            .ThenBy(m => m.Age);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
