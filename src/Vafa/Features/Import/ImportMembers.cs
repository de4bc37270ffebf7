using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;

namespace Vafa.Features.Import;

/// <summary>
/// Brings members in, with groups and opening balances. A member is known by his mobile, else by his card: one who is
/// there keeps his profile and gets the groups he lacks, and the opening balance of a unit once for ever. Refused:
/// import.mapping, import.no-header.
/// </summary>
internal sealed class ImportMembers(
    LaneStore store,
    Database database,
    ProgrammeStore programmes,
    OpenedUnits opened,
    TimeProvider clock
)
{
    public async Task<Outcome<ImportTally>> Run(ImportRequest request, ImportProgress progress, CancellationToken ct)
    {
        if (TableFile.Open(request.File) is not { } file)
        {
            return new Refusal("import.no-header", "", request.File);
        }

        if (Mapping.Read(request.Mapping, file.Columns, MemberLines.Fields, out var wrong) is not { } mapping)
        {
            return new Refusal("import.mapping", "", wrong);
        }

        if (!mapping.Has("mobile") && !mapping.Has("card"))
        {
            return new Refusal("import.mapping", "", "Map mobile or card.");
        }

        var club = await programmes.Newest(ct);
        if (MemberLines.UnknownUnit(mapping, club) is { } unit)
        {
            return new Refusal("import.mapping", "", $"There is no unit \"{unit}\".");
        }

        var tally = new ImportTally();
        var cells = new CellReader(mapping, club.Time);
        using var rejected = new RejectedFile(
            RejectedFile.PlaceFor(request.File, request.Rejected),
            file.Columns,
            request.DryRun
        );
        var lines = new MemberLines(cells, mapping, club, clock.GetUtcNow());
        await new ImportChunks(store, database, programmes, clock).Run(
            Read(file, lines, tally, rejected, progress.Part(0, 1, file.Length)),
            new EnrolWork(opened),
            request,
            result => tally.Add(result, rejected),
            ct
        );
        tally.Rounded = cells.Rounded;
        return tally.Close(rejected, request.DryRun);
    }

    private static IEnumerable<MemberLine> Read(
        TableFile file,
        MemberLines lines,
        ImportTally tally,
        RejectedFile rejected,
        Action<long> progress
    )
    {
        foreach (var row in file.Rows(progress))
        {
            tally.Rows++;
            var (line, reason) = lines.Read(row, file.Columns.Count);
            if (reason is not null)
            {
                rejected.Add(row, reason);
            }
            else
            {
                yield return line;
            }
        }
    }
}
