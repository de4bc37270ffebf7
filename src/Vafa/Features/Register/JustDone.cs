namespace Vafa.Features.Register;

/// <summary>A file that was put away, as long as it was then.</summary>
internal sealed record Moved(string To, string From, long Length, DateTimeOffset At)
{
    /// <summary>The ending of the text beside it, which is of no use any more when it has grown.</summary>
    public string? Said { get; init; }
}

/// <summary>
/// Remembers what was put away lately. A register that still had the file open goes on writing to it where it lies now;
/// such a file is brought back, so that no receipt is lost behind the ones that were read.
/// </summary>
internal sealed class JustDone
{
    private static readonly TimeSpan Watched = TimeSpan.FromMinutes(15);
    private const int MostWatched = 2_000;

    private readonly Lock turn = new();
    private readonly LinkedList<Moved> files = [];

    public void Add(Moved file)
    {
        lock (turn)
        {
            files.AddLast(file);
            if (files.Count > MostWatched)
            {
                files.RemoveFirst();
            }
        }
    }

    /// <summary>Moves back what has grown since.</summary>
    public void BringBack(DateTimeOffset now)
    {
        lock (turn)
        {
            for (var node = files.First; node is not null; )
            {
                var (file, next) = (node.Value, node.Next);
                if (HasGrown(file))
                {
                    files.Remove(node);
                    Back(file);
                }
                else if (now - file.At > Watched)
                {
                    files.Remove(node);
                }

                node = next;
            }
        }
    }

    private static void Back(Moved file)
    {
        var name = Path.GetFileName(file.From);
        if (PutAway.Move(file.To, Path.GetDirectoryName(file.From)!, name) is not null && file.Said is { } said)
        {
            File.Delete(file.To + said);
        }
    }

    private static bool HasGrown(Moved file) =>
        new FileInfo(file.To) is { Exists: true, LinkTarget: null } there && there.Length != file.Length;
}
