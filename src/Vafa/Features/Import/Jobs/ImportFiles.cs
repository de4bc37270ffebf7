using System.Buffers;
using System.Globalization;
using Vafa.Core.Values;
using Vafa.Data;

namespace Vafa.Features.Import.Jobs;

/// <summary>
/// The uploaded files and what is found out about them, in a folder of the club that its owner alone may open. A file
/// goes when it has been brought in, all of them after seven days.
/// </summary>
internal sealed class ImportFiles(Database database)
{
    public const int MostBytes = 20 * 1024 * 1024;

    /// <summary>Ends the name of a file that is still being written.</summary>
    public const string Part = ".part";

    private const int LengthOfId = 36;

    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private string Folder => Path.Combine(database.Directory, "imports");

    public string Upload(Guid id) => At(id, "upload");

    public string Report(Guid id) => At(id, "report");

    public string Rejected(Guid id) => At(id, "rejected");

    /// <summary>Refused: import.too-large, import.empty.</summary>
    public async Task<Refusal?> Save(Guid id, Stream from, CancellationToken ct)
    {
        Database.MakeFolder(Folder);
        await using var file = new FileStream(Upload(id), FileMode.CreateNew, FileAccess.Write);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            for (int read; (read = await from.ReadAsync(buffer, ct)) > 0; )
            {
                if (file.Length + read > MostBytes)
                {
                    return new Refusal("import.too-large", "", MostBytes / 1024 / 1024);
                }

                await file.WriteAsync(buffer.AsMemory(0, read), ct);
                await file.FlushAsync(ct);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return file.Length == 0 ? new Refusal("import.empty") : null;
    }

    public void Forget(Guid id)
    {
        File.Delete(Upload(id));
        File.Delete(Report(id));
        File.Delete(Rejected(id));
        File.Delete(Report(id) + Part);
        File.Delete(Rejected(id) + Part);
    }

    public void Sweep(DateTimeOffset now)
    {
        if (!Directory.Exists(Folder))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(Folder))
        {
            // The name tells when: an id of version 7 begins with its time.
            if (
                Path.GetFileName(file) is { Length: > LengthOfId } name
                && Guid.TryParse(name.AsSpan(0, LengthOfId), CultureInfo.InvariantCulture, out var id)
                && now - TimeOf(id) > Kept
            )
            {
                File.Delete(file);
            }
        }
    }

    private static DateTimeOffset TimeOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var millis = System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(bytes) >>> 16;
        return DateTimeOffset.FromUnixTimeMilliseconds(millis);
    }

    private string At(Guid id, string what) => Path.Combine(Folder, $"{id:D}.{what}");
}
