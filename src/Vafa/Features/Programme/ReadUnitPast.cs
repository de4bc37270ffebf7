using Microsoft.EntityFrameworkCore;
using Vafa.Core.Ledger;
using Vafa.Core.Sales;
using Vafa.Data;

namespace Vafa.Features.Programme;

/// <summary>What units were worth, through all versions of their documents.</summary>
internal sealed class ReadUnitPast(AppDb db)
{
    public async Task<UnitPast> Run(CancellationToken ct)
    {
        var rows = await db
            .ProgrammeDocuments.AsNoTracking()
            .Where(d => d.Kind == DocumentKind.Unit.Name)
            .Join(
                db.ProgrammeVersions,
                d => d.Version,
                v => v.Version,
                (d, v) =>
                    new
                    {
                        d.Code,
                        d.Body,
                        v.Version,
                        v.At,
                    }
            )
            .OrderBy(r => r.Version)
            .ToListAsync(ct);
        return new UnitPast(
            rows.ToLookup(
                r => r.Code,
                r => (r.At, UnitDocument.Read(DocumentKind.Parse(r.Body), r.Code).Value.Worth),
                StringComparer.Ordinal
            )
        );
    }
}

/// <summary>The worths of units by the moments from which they held.</summary>
internal sealed class UnitPast(ILookup<string, (DateTimeOffset From, Worth Worth)> worths)
{
    /// <summary>What one was worth at a moment; before its first document, as that says.</summary>
    public Worth WorthOf(string unit, DateTimeOffset at)
    {
        var found = worths[unit].Select(w => w.Worth).FirstOrDefault();
        foreach (var (from, worth) in worths[unit])
        {
            found = from <= at ? worth : found;
        }

        return found;
    }
}
