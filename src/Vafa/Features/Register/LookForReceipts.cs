using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Programme;
using Vafa.Features.Programme.Branches;

namespace Vafa.Features.Register;

/// <summary>What a look found to do.</summary>
/// <param name="Files">How many files it put away.</param>
/// <param name="IsExpecting">A file is new or may still grow: look again soon.</param>
/// <param name="HasMore">There was more than one look does.</param>
internal readonly record struct Looked(int Files, bool IsExpecting, bool HasMore);

/// <summary>
/// Looks through the folders of all tills once and takes what is ready. One look at a time in a process; between
/// processes on one folder the ids of the sales decide.
/// </summary>
internal sealed class LookForReceipts(
    IServiceScopeFactory scopes,
    RegisterFolders folders,
    TakeFile take,
    PutAway putAway,
    JustDone justDone,
    TimeProvider clock,
    ILogger<LookForReceipts> log
) : IDisposable
{
    /// <summary>Of one till, before it is the next one's turn.</summary>
    private const int MostOfATill = 500;

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Dictionary<string, Settling> settling = new(StringComparer.Ordinal);

    /// <summary>Throws where the database can't be had; all files stay where they are.</summary>
    public async Task<Looked> Run(CancellationToken ct)
    {
        if (!folders.Exist)
        {
            return default;
        }

        await turn.WaitAsync(ct);
        try
        {
            justDone.BringBack(clock.GetUtcNow());
            return await All(ct);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<Looked> All(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var club = await scope.ServiceProvider.GetRequiredService<ProgrammeStore>().Newest(ct);
        var looked = default(Looked);
        foreach (var till in await scope.ServiceProvider.GetRequiredService<ReadTills>().Run(ct))
        {
            var folder = new TillFolder(till, folders.Of(till.Code), club);
            if (RegisterFolders.IsFolder(folder.Path))
            {
                var of = await OfTill(folder, ct);
                looked = new Looked(
                    looked.Files + of.Files,
                    looked.IsExpecting || of.IsExpecting,
                    looked.HasMore || of.HasMore
                );
            }
        }

        return looked;
    }

    private async Task<Looked> OfTill(TillFolder folder, CancellationToken ct)
    {
        var till = folder.Till.Code;
        var files = settling.TryGetValue(till, out var known) ? known : settling[till] = new Settling();
        files.See(Dropped.In(folder.Path).Where(f => f.Kind != DropKind.Folder), clock.GetUtcNow());
        var (ready, done) = (files.Ready(clock.GetUtcNow()).Take(MostOfATill + 1).ToList(), 0);
        foreach (var file in ready.Take(MostOfATill))
        {
            ct.ThrowIfCancellationRequested();
            done += await Try(folder, file, files, ct) ? 1 : 0;
        }

        return new Looked(done, files.IsExpecting(clock.GetUtcNow()), ready.Count > MostOfATill);
    }

    /// <summary>
    /// Whether the file is done with. What is wrong with one file leaves the others alone; what is wrong with the
    /// database does not, they would meet the same.
    /// </summary>
    private async Task<bool> Try(TillFolder folder, Dropped file, Settling files, CancellationToken ct)
    {
        try
        {
            return await Take(folder, file, files, ct);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested && !Database.IsFault(fault))
        {
            // A file's name and a fault's words may hold somebody's mobile.
            log.LogWarning(
                "A receipt of the till {Till} waits, because of {Fault}",
                folder.Till.Code,
                fault.GetType().Name
            );
            files.PutOff(file.Name, clock.GetUtcNow());
            return false;
        }
    }

    private async Task<bool> Take(TillFolder folder, Dropped file, Settling files, CancellationToken ct)
    {
        FileTaken taken;
        var isGivenTime = file.Length > 0 && files.QuietFor(file.Name, clock.GetUtcNow()) < Settling.Patience;
        if (TakeFile.WhatsWrong(file) is { } wrong)
        {
            taken = new FileTaken { Unreadable = wrong };
        }
        else
        {
            await using var stream = Open(folder.Path, file);
            if (stream is null)
            {
                return false;
            }

            if (isGivenTime && TakeFile.MayBeCutOff(stream, file.Name))
            {
                files.Wait(file.Name);
                return false;
            }

            taken = await take.Run(stream, file.Name, folder, ct);
            if (!IsSame(stream, file))
            {
                return false;
            }
        }

        if (!taken.IsWhole && isGivenTime)
        {
            files.Wait(file.Name);
            return false;
        }

        putAway.Run(folder, file, taken);
        return true;
    }

    /// <summary>
    /// The very file that was looked at, by its length and time: what was put in its place meanwhile, a link say, is
    /// left for the next look. Null when it has changed, is gone, or somebody is still writing to it.
    /// </summary>
    private static FileStream? Open(string folder, Dropped file)
    {
        try
        {
            var path = Path.Combine(folder, file.Name);
            if (new FileInfo(path) is not { LinkTarget: null, Length: > 0 })
            {
                return null;
            }

            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            if (IsSame(stream, file))
            {
                return stream;
            }

            stream.Dispose();
            return null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static bool IsSame(FileStream stream, Dropped file) =>
        stream.CanSeek
        && RandomAccess.GetLength(stream.SafeFileHandle) == file.Length
        && new DateTimeOffset(File.GetLastWriteTimeUtc(stream.SafeFileHandle)) == file.Written;
}
