using System.Text.Json;
using Vafa.Core.Values;
using Vafa.Features.Programme;
using Vafa.Web;

namespace Vafa.Features.Import.Jobs;

/// <summary>A job as pages and programs see it.</summary>
/// <param name="State">"uploaded", "mapped", "checked", "running", "interrupted", "done" or "failed".</param>
/// <param name="Done">How much of the file is done, in thousandths; only while it runs and after.</param>
/// <param name="Fields">What a column may become.</param>
/// <param name="Report">Of the last dry run or the run; kept for seven days.</param>
public sealed record ImportView(
    Guid Id,
    string Kind,
    string FileName,
    string By,
    DateTimeOffset At,
    string State,
    int Done,
    long Rows,
    IReadOnlyList<ImportColumn> Columns,
    IReadOnlyList<ImportField> Fields,
    ImportSettings Settings,
    ReportView? Report,
    ImportCounts? Counts,
    DateTimeOffset? EndedAt
);

/// <param name="Name">Its title in the file; "" where it has none.</param>
/// <param name="Samples">Up to five values; none once the file is gone.</param>
public sealed record ImportColumn(int Index, string Name, IReadOnlyList<string> Samples);

public sealed record ImportField(string Field, string Title, bool IsMoney);

public sealed record ReportView(
    bool IsDry,
    ImportCounts Counts,
    IReadOnlyList<ReasonView> Reasons,
    IReadOnlyList<DuplicateView> Duplicates,
    IReadOnlyList<RejectedView> Rejected
);

/// <summary>How many rows were rejected for one kind of reason in one column.</summary>
public sealed record ReasonView(string Code, string Message, long Rows);

/// <param name="Who">The mobile, or the card, that stands in these lines.</param>
public sealed record DuplicateView(string Who, IReadOnlyList<int> Lines);

/// <param name="Column">The title of the column in the file; "" when it is about the whole row.</param>
/// <param name="Kind">The message of the reason that it is counted with.</param>
public sealed record RejectedView(int Line, string Column, string Kind, string Reason);

/// <summary>Puts a job's view together, in the reader's language.</summary>
internal sealed class ViewImport(ImportFiles files, ImportTurn turn, ProgrammeStore programmes)
{
    public async Task<ImportView> Run(ImportJob job, Wording words, CancellationToken ct)
    {
        var club = await programmes.Newest(ct);
        words = club.Wording(words.Persian);
        var settings = ImportPass.SettingsOf(job);
        var names = JsonSerializer.Deserialize<List<string>>(job.Columns, Answers.Json)!;
        var report = await ImportReport.Read(files.Report(job.Id), ct);
        return new ImportView(
            job.Id,
            job.Kind,
            job.FileName,
            job.By,
            job.At,
            job.State,
            job.State == ImportState.Running && job.Runner == turn.Process ? turn.Done : job.Done,
            job.Rows,
            Columns(job, names),
            [
                .. ImportFields
                    .Of(job.Kind, club)
                    .Select(f => new ImportField(
                        f,
                        ImportFields.Title(job.Kind, f, words),
                        ImportFields.IsMoney(job.Kind, f, club)
                    )),
            ],
            settings,
            report is null ? null : Say(report, new ColumnTitles(job.Kind, names, settings, words)),
            job.Counts is { } counts ? JsonSerializer.Deserialize<ImportCounts>(counts, Answers.Json) : null,
            job.EndedAt
        );
    }

    private List<ImportColumn> Columns(ImportJob job, List<string> names)
    {
        // While it runs somebody asks every second, and nobody chooses columns.
        var samples = job.State == ImportState.Running ? null : SamplesOf(files.Upload(job.Id), job.Kind);
        return [.. names.Select((name, i) => new ImportColumn(i, name, samples?[i] ?? []))];
    }

    /// <summary>None once the file is gone, which may be right now.</summary>
    private static IReadOnlyList<IReadOnlyList<string>>? SamplesOf(string path, string kind)
    {
        try
        {
            return File.Exists(path) && TableFile.Open(path, ColumnGuess.Header(kind)) is { IsRefused: false } opened
                ? Samples.Of(opened.Value)
                : null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private static ReportView Say(ImportReport report, ColumnTitles titles) =>
        new(
            report.IsDry,
            report.Counts,
            [.. report.Reasons.Select(r => new ReasonView(r.Code, titles.Kind(r.Code, r.Field), r.Rows))],
            [.. report.Twins.Select(t => new DuplicateView(ColumnTitles.Who(t.Who), t.Lines))],
            [
                .. report.First.Select(r => new RejectedView(
                    r.Line,
                    r.Reason.Field.Length == 0 ? "" : titles.Of(r.Reason.Field),
                    titles.Kind(r.Reason.Code, r.Reason.Field),
                    titles.Show(r.Reason)
                )),
            ]
        );
}
