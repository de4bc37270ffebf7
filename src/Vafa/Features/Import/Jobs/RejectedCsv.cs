using System.Text;
using System.Text.Json;
using Vafa.Core.Values;
using Vafa.Features.Export;
using Vafa.Features.Programme;
using Vafa.Web;

namespace Vafa.Features.Import.Jobs;

/// <summary>
/// The rejected rows as they stood, with line and reason, so that they can be put right in a spreadsheet and sent
/// again. A cell that a spreadsheet would take for a formula gets an apostrophe, which reading takes off again.
/// </summary>
internal sealed class RejectedCsv(ImportFiles files, ProgrammeStore programmes)
{
    private const char ByteOrderMark = '\uFEFF';

    public async Task Write(ImportJob job, Wording words, Stream to, CancellationToken ct)
    {
        words = (await programmes.Newest(ct)).Wording(words.Persian);
        var columns = JsonSerializer.Deserialize<List<string>>(job.Columns, Answers.Json)!;
        var titles = new ColumnTitles(job.Kind, columns, ImportPass.SettingsOf(job), words);
        await using var writer = new StreamWriter(to, new UTF8Encoding(false), 1 << 15, leaveOpen: true);
        await writer.WriteAsync(ByteOrderMark);
        await writer.WriteAsync(CsvLine.Of([.. columns, words.Say("سطر", "line"), words.Say("دلیل", "reason")]));
        if (!File.Exists(files.Rejected(job.Id)))
        {
            return;
        }

        await foreach (var text in File.ReadLinesAsync(files.Rejected(job.Id), ct))
        {
            var row = JsonSerializer.Deserialize<RejectedRow>(text, Answers.Json)!;
            var cells = Enumerable.Range(0, columns.Count).Select(i => i < row.Cells.Count ? row.Cells[i] : "");
            var line = row.Line.ToString(System.Globalization.CultureInfo.InvariantCulture);
            await writer.WriteAsync(CsvLine.Of([.. cells, line, titles.Say(row.Reason)]));
        }
    }
}
