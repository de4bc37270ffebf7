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
    OpenedUnits openedUnits,
    TimeProvider clock
)
{
    public async Task<Outcome<ImportTally>> Run(ImportRequest request, ImportProgress progress, CancellationToken ct)
    {
        var opened = TableFile.Open(request.File);
        if (opened.IsRefused)
        {
            return Outcome<ImportTally>.Refused(opened.Refusals);
        }

        var file = opened.Value;

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

        using var rejected = new RejectedFile(
            RejectedFile.PlaceFor(request.File, request.Rejected),
            file.Columns,
            request.DryRun
        );
        var import = new MemberImport(file, mapping, TwinRule.TakeAll, request.DryRun);
        try
        {
            var tally = await Write(import, rejected.Add, progress.Part(0, 1, file.Length), ct);
            return tally.Close(rejected, request.DryRun);
        }
        catch (BadTable bad)
        {
            return bad.Refusal;
        }
    }

    /// <summary>
    /// Writes the rows of a file whose mapping is checked, or (dry) only finds out what would become of them. Rows that
    /// are not taken go to <paramref name="reject"/>.
    /// </summary>
    public async Task<ImportTally> Write(
        MemberImport import,
        Action<TableRow, RowReason> reject,
        Action<long> progress,
        CancellationToken ct
    )
    {
        var club = await programmes.Newest(ct);
        var now = clock.GetUtcNow();
        MemberLines Lines(CellReader cells) => new(cells, import.Mapping, club, now);
        var twins = new Twins(import.Twins);
        if (import.Twins is TwinRule.KeepLast or TwinRule.RejectAll)
        {
            foreach (
                var (line, reason) in Read(import.File, Lines(new CellReader(import.Mapping, club.Time)), _ => { })
            )
            {
                ct.ThrowIfCancellationRequested();
                if (reason is null)
                {
                    twins.Survey(line);
                }
            }
        }

        var tally = new ImportTally();
        var cells = new CellReader(import.Mapping, club.Time);
        await new ImportChunks(store, database, programmes, clock).Run(
            Good(Read(import.File, Lines(cells), progress), twins, tally, reject, ct),
            new EnrolWork(openedUnits),
            import.DryRun,
            result => tally.Add(result, reject),
            ct
        );
        tally.Rounded = cells.Rounded;
        tally.TwinGroups.AddRange(twins.Groups);
        return tally;
    }

    private static IEnumerable<(MemberLine Line, RowReason? Reason)> Read(
        TableFile file,
        MemberLines lines,
        Action<long> progress
    ) => file.Rows(progress).Select(row => lines.Read(row, file.Columns.Count));

    private static IEnumerable<MemberLine> Good(
        IEnumerable<(MemberLine Line, RowReason? Reason)> rows,
        Twins twins,
        ImportTally tally,
        Action<TableRow, RowReason> reject,
        CancellationToken ct
    )
    {
        foreach (var (line, unreadable) in rows)
        {
            ct.ThrowIfCancellationRequested();
            tally.Rows++;
            var (fate, reason) = unreadable is null ? twins.Of(line) : (TwinFate.Rejected, unreadable);
            switch (fate)
            {
                case TwinFate.Taken:
                    yield return line;
                    break;
                case TwinFate.LeftAside:
                    tally.Twins++;
                    break;
                default:
                    reject(line.Source, reason!);
                    break;
            }
        }
    }
}

/// <summary>A members file that is ready to be brought in.</summary>
internal sealed record MemberImport(TableFile File, Mapping Mapping, TwinRule Twins, bool DryRun);
