namespace Vafa.Features.Register;

/// <summary>
/// Knows since when each file of a till has not changed. Nobody says when a register has finished a file, and a network
/// share tells late or never, so a file is finished when two looks find it the same.
/// </summary>
internal sealed class Settling
{
    /// <summary>As long a file must have stayed the same before it is read.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);

    /// <summary>
    /// As long a file of which something would be refused may still be on its way: a slow register pauses in a receipt.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>As long a file may stay empty before it is put away as such.</summary>
    public static readonly TimeSpan Empty = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);
    private const int MostDoublings = 5;

    private Dictionary<string, Seen> seen = new(StringComparer.Ordinal);

    /// <summary>Takes note of what lies there now and forgets what does not any more.</summary>
    public void See(IEnumerable<Dropped> files, DateTimeOffset now)
    {
        var next = new Dictionary<string, Seen>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            next[file.Name] =
                seen.TryGetValue(file.Name, out var before) && before.File == file ? before : new Seen(file, now, now);
        }

        seen = next;
    }

    /// <summary>How long it has been the same.</summary>
    public TimeSpan QuietFor(string name, DateTimeOffset now) => now - seen[name].Since;

    /// <summary>Whether any file is watched more closely than by the usual looks.</summary>
    public bool IsExpecting(DateTimeOffset now) =>
        seen.Values.Any(s => s.File.Length > 0 && now - s.Since <= Quiet && s.NotBefore <= now + Quiet);

    /// <summary>What was the same long enough, and was not put off: the oldest first, what is empty last.</summary>
    public IEnumerable<Dropped> Ready(DateTimeOffset now) =>
        seen
            .Values.Where(s => s.NotBefore <= now)
            .Where(s => now - s.Since >= (s.File is { Kind: DropKind.File, Length: 0 } ? Empty : Quiet))
            .OrderBy(s => s.File.Length == 0)
            .ThenBy(s => s.File.Written)
            .ThenBy(s => s.File.Name, StringComparer.Ordinal)
            .Select(s => s.File);

    /// <summary>Not before it was the same for a minute.</summary>
    public void Wait(string name)
    {
        var before = seen[name];
        seen[name] = before with { NotBefore = before.Since + Patience };
    }

    /// <summary>It could not be read for a reason that may pass; each time it is left alone twice as long.</summary>
    public void PutOff(string name, DateTimeOffset now)
    {
        var before = seen[name];
        seen[name] = before with
        {
            NotBefore = now + (FirstPause * (1 << Math.Min(before.Tries, MostDoublings))),
            Tries = before.Tries + 1,
        };
    }

    private readonly record struct Seen(Dropped File, DateTimeOffset Since, DateTimeOffset NotBefore)
    {
        public int Tries { get; init; }
    }
}
