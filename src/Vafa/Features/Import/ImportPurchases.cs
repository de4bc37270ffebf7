using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;

namespace Vafa.Features.Import;

/// <summary>
/// Brings the sales of a file in as history: counters, visits, spent, last visit and day roll-ups; no offers and no
/// messages. With Earn the earning rules in force now earn on each sale, in lots dated by the sale. Refused:
/// import.mapping, import.no-header.
/// </summary>
internal sealed class ImportPurchases(LaneStore store, Database database, ProgrammeStore programmes, TimeProvider clock)
{
    private const string MainBranch = "main";
    private const double SurveyShare = 0.15;

    public async Task<Outcome<ImportTally>> Run(ImportRequest request, ImportProgress progress, CancellationToken ct)
    {
        var opened = TableFile.Open(request.File);
        if (opened.IsRefused)
        {
            return Outcome<ImportTally>.Refused(opened.Refusals);
        }

        var file = opened.Value;

        if (Mapping.Read(request.Mapping, file.Columns, SaleRows.Fields, out var wrong) is not { } mapping)
        {
            return new Refusal("import.mapping", "", wrong);
        }

        if (!mapping.Has("at") || (!mapping.Has("amount") && !mapping.Has("unitPrice")))
        {
            return new Refusal("import.mapping", "", "Map at, and amount or unitPrice.");
        }

        var club = await programmes.Newest(ct);
        var cells = new CellReader(mapping, club.Time);
        var now = clock.GetUtcNow();
        var tally = new ImportTally();
        using var rejected = new RejectedFile(
            RejectedFile.PlaceFor(request.File, request.Rejected),
            file.Columns,
            isDry: request.DryRun
        );
        var drafts = new SaleDrafts(
            file,
            () => new SaleRows(cells, MainBranch, club.Branches.Contains, now),
            cells,
            rejected
        );
        try
        {
            drafts.Survey(progress.Part(0, SurveyShare, file.Length), ct);
            tally.Rows = drafts.Rows;
            tally.Rounded = cells.Rounded;
            await new ImportChunks(store, database, programmes, clock).Run(
                drafts.Read(progress.Part(SurveyShare, 1 - SurveyShare, file.Length), ct),
                new HistoryWork(request, drafts.FirstSeen),
                request.DryRun,
                result => tally.Add(result, rejected.Add),
                ct
            );
            return tally.Close(rejected, request.DryRun);
        }
        catch (BadTable bad)
        {
            return bad.Refusal;
        }
    }
}
