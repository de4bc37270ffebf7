using System.Text.Json;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Programme;
using Vafa.Web;

namespace Vafa.Features.Import.Jobs;

internal sealed record UploadImportRequest(string Kind, string FileName, Stream Content, Actor Actor);

/// <summary>
/// Takes a file in, reads it through once and guesses its columns. Refused: import.too-large, import.empty,
/// import.too-many-rows, import.too-many-columns, import.no-rows and what <see cref="TableFile"/> refuses; then nothing
/// of it is kept.
/// </summary>
internal sealed class UploadImport(AppDb db, ImportFiles files, ProgrammeStore programmes, TimeProvider clock)
{
    public async Task<Outcome<ImportJob>> Run(UploadImportRequest request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        files.Sweep(now);
        var id = Guid.CreateVersion7(now);
        var kept = false;
        try
        {
            if (await files.Save(id, request.Content, ct) is { } wrong)
            {
                return wrong;
            }

            var read = Read(files.Upload(id), request.Kind, ct);
            if (read.IsRefused)
            {
                return Outcome<ImportJob>.Refused(read.Refusals);
            }

            var (file, rows, samples) = read.Value;
            var guess = ColumnGuess.Of(request.Kind, file.Columns, samples, await programmes.Newest(ct));
            var job = new ImportJob
            {
                Id = id,
                Kind = request.Kind,
                FileName = request.FileName,
                By = request.Actor.By,
                At = now,
                State = ImportState.Uploaded,
                Columns = JsonSerializer.Serialize(file.Columns, Answers.Json),
                Rows = rows,
                Settings = JsonSerializer.Serialize(guess, Answers.Json),
            };
            db.Add(job);
            kept = await db.Write(_ => Task.FromResult(true), ct);
            return job;
        }
        finally
        {
            if (!kept)
            {
                files.Forget(id);
            }
        }
    }

    private static Outcome<(TableFile File, long Rows, IReadOnlyList<IReadOnlyList<string>> Samples)> Read(
        string path,
        string kind,
        CancellationToken ct
    )
    {
        var opened = TableFile.Open(path, ColumnGuess.Header(kind));
        if (opened.IsRefused)
        {
            return Outcome<(TableFile, long, IReadOnlyList<IReadOnlyList<string>>)>.Refused(opened.Refusals);
        }

        var file = opened.Value;
        if (file.Columns.Count > XlsxRows.MostColumns)
        {
            return new Refusal("import.too-many-columns", "", XlsxRows.MostColumns);
        }

        try
        {
            var rows = 0L;
            foreach (var _ in file.Rows(_ => { }))
            {
                ct.ThrowIfCancellationRequested();
                if (++rows > XlsxRows.MostRows)
                {
                    return new Refusal("import.too-many-rows", "", XlsxRows.MostRows);
                }
            }

            return rows == 0 ? new Refusal("import.no-rows") : (file, rows, Samples.Of(file));
        }
        catch (BadTable bad)
        {
            return bad.Refusal;
        }
    }
}

/// <summary>What stands in each column, to recognise it by.</summary>
internal static class Samples
{
    private const int MostShown = 5;
    private const int MostLooked = 50;
    private const int Longest = 60;

    public static IReadOnlyList<IReadOnlyList<string>> Of(TableFile file)
    {
        var samples = file.Columns.Select(_ => new List<string>()).ToList();
        foreach (var row in file.Rows(_ => { }).Take(MostLooked))
        {
            for (var i = 0; i < Math.Min(samples.Count, row.Fields.Length); i++)
            {
                var cell = CellText.Clean(row.Fields[i]);
                if (cell.Length > 0 && samples[i].Count < MostShown && !samples[i].Contains(cell))
                {
                    samples[i].Add(cell.Length > Longest ? cell[..Longest] + "…" : cell);
                }
            }
        }

        return samples;
    }
}
