using System.Text.Json;
using Vafa.Core.Values;
using Vafa.Features.Programme;
using Vafa.Web;

namespace Vafa.Features.Import.Jobs;

/// <summary>Goes once through the file of a job, dry or for good, and keeps what it found beside the file.</summary>
internal sealed class ImportPass(
    ImportMembers members,
    ImportProducts products,
    ImportFiles files,
    ProgrammeStore programmes
)
{
    /// <summary>Refused: import.gone and what the file itself refuses.</summary>
    public async Task<Outcome<ImportReport>> Run(ImportJob job, bool isDry, Action<double> moved, CancellationToken ct)
    {
        if (!File.Exists(files.Upload(job.Id)))
        {
            return Refusal.Conflict("import.gone");
        }

        var opened = TableFile.Open(files.Upload(job.Id), ColumnGuess.Header(job.Kind));
        if (opened.IsRefused)
        {
            return Outcome<ImportReport>.Refused(opened.Refusals);
        }

        var club = await programmes.Newest(ct);
        var settings = SettingsOf(job);
        var mapping = settings.Mapping(job.Kind, club);
        var progress = new ImportProgress(moved).Part(0, 1, opened.Value.Length);
        ImportTally tally;
        using var rejected = new RejectedRows(files.Rejected(job.Id));
        try
        {
            tally =
                job.Kind == ImportFields.Products
                    ? await products.Write(new(opened.Value, mapping, isDry), rejected.Add, progress, ct)
                    : await members.Write(new(opened.Value, mapping, settings.Rule, isDry), rejected.Add, progress, ct);
        }
        catch (BadTable bad)
        {
            return bad.Refusal;
        }

        var report = new ImportReport(
            isDry,
            ImportCounts.Of(tally, rejected.Count),
            rejected.Reasons,
            [.. tally.TwinGroups.Select(t => new TwinLines(t.Who, t.Lines))],
            rejected.First
        );
        rejected.Close();
        await report.Keep(files.Report(job.Id), ct);
        return report;
    }

    public static ImportSettings SettingsOf(ImportJob job) =>
        JsonSerializer.Deserialize<ImportSettings>(job.Settings, Answers.Json)!;
}
