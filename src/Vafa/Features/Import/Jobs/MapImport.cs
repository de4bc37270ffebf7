using System.Text.Json;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Programme;
using Vafa.Web;

namespace Vafa.Features.Import.Jobs;

internal sealed record MapImportRequest(ImportJob Job, DocumentReader Body, ClubVersion Club, Actor Actor);

/// <summary>
/// Says what each column is; what was found out by an earlier dry run is forgotten. Refused: import.is-running,
/// import.ended, key.scope and what <see cref="ImportSettings"/> refuses.
/// </summary>
internal sealed class MapImport(AppDb db, ImportFiles files)
{
    public async Task<Outcome<ImportJob>> Run(MapImportRequest request, CancellationToken ct)
    {
        var job = request.Job;
        if (ImportJobs.MayChange(job) is { } no)
        {
            return no;
        }

        var columns = JsonSerializer.Deserialize<List<string>>(job.Columns, Answers.Json)!.Count;
        var settings = ImportSettings.Read(request.Body, job.Kind, columns, request.Club);
        if (settings.IsRefused)
        {
            return Outcome<ImportJob>.Refused(settings.Refusals);
        }

        job.Settings = JsonSerializer.Serialize(settings.Value, Answers.Json);
        if (ImportJobs.MayRun(job, request.Actor) is { } lacking)
        {
            return lacking;
        }

        job.State = ImportState.Mapped;
        await db.Write(_ => Task.FromResult(true), ct);
        File.Delete(files.Report(job.Id));
        File.Delete(files.Rejected(job.Id));
        return job;
    }
}

/// <summary>Deletes a job with its file. Refused: import.is-running.</summary>
internal sealed class DropImport(AppDb db, ImportFiles files)
{
    public async Task<Outcome<ImportJob>> Run(ImportJob job, CancellationToken ct)
    {
        if (job.State == ImportState.Running)
        {
            return Refusal.Conflict("import.is-running");
        }

        db.Remove(job);
        await db.Write(_ => Task.FromResult(true), ct);
        files.Forget(job.Id);
        return job;
    }
}
