using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Vafa.Data.Copying;

/// <summary>
/// The backup's table of contents. The container is a zip: vafa.json and one entry a table, so that a club of one
/// engine restores into the other.
/// </summary>
/// <param name="Migration">Name of the last migration the tables are of.</param>
public sealed record ArchiveContents(int Format, string Migration, DateTimeOffset At, List<ArchivedTable> Tables)
{
    public const int CurrentFormat = 1;

    public const string Name = "vafa.json";
}

public sealed record ArchivedTable(string Name, List<ColumnShape> Columns, long Rows, string Sha256)
{
    public TableShape Shape => new(Name, [.. Columns]);
}

/// <summary>Writes an archive beside its final name and moves it there when it is whole.</summary>
public sealed class ArchiveWriter : IRowTarget
{
    private readonly string file;
    private readonly string part;
    private readonly FileStream stream;
    private readonly ZipArchive zip;
    private readonly ArchiveContents contents;

    public ArchiveWriter(string file, string migration, DateTimeOffset at)
    {
        this.file = file;
        part = file + ".part";
        stream = new FileStream(part, OwnerOnly());
        zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        contents = new ArchiveContents(ArchiveContents.CurrentFormat, migration, at, []);
    }

    public async Task<long> Write(TableShape table, IAsyncEnumerable<object?[]> rows, CancellationToken ct)
    {
        var count = 0L;
        using var hash = SHA256.Create();
        await using (var entry = await zip.CreateEntry(table.Name, CompressionLevel.Fastest).OpenAsync(ct))
        await using (var hashed = new CryptoStream(entry, hash, CryptoStreamMode.Write))
        await using (var writer = new BinaryWriter(new BufferedStream(hashed, 1 << 16), Encoding.UTF8))
        {
            await foreach (var row in rows.WithCancellation(ct))
            {
                writer.Write(true);
                for (var i = 0; i < row.Length; i++)
                {
                    Cell.Write(writer, row[i]);
                }

                count++;
            }

            writer.Write(false);
        }

        contents.Tables.Add(new ArchivedTable(table.Name, [.. table.Columns], count, Convert.ToHexString(hash.Hash!)));
        return count;
    }

    public async Task Finish(CancellationToken ct)
    {
        await using (var entry = await zip.CreateEntry(ArchiveContents.Name).OpenAsync(ct))
        {
            await JsonSerializer.SerializeAsync(entry, contents, cancellationToken: ct);
        }

        await zip.DisposeAsync();
        stream.Flush(flushToDisk: true);
        await stream.DisposeAsync();
        File.Move(part, file, overwrite: true);
    }

    public async ValueTask DisposeAsync()
    {
        await zip.DisposeAsync();
        await stream.DisposeAsync();
        File.Delete(part);
    }

    /// <summary>A backup holds all members and the hashes of keys: nobody else on the machine may read it.</summary>
    private static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}

/// <summary>Reads an archive; a damaged one is refused before anything of it counts.</summary>
public sealed class ArchiveReader : IRowSource, IAsyncDisposable
{
    private readonly ZipArchive zip;

    private ArchiveReader(ZipArchive zip, ArchiveContents contents)
    {
        this.zip = zip;
        Contents = contents;
    }

    public ArchiveContents Contents { get; }

    /// <summary>Opens a backup; null when the file is something else.</summary>
    public static async Task<ArchiveReader?> Open(string file, CancellationToken ct)
    {
        ZipArchive? opened = null;
        try
        {
            opened = await ZipFile.OpenReadAsync(file, ct);
            if (opened.GetEntry(ArchiveContents.Name) is { } entry)
            {
                await using var stream = await entry.OpenAsync(ct);
                var contents = await JsonSerializer.DeserializeAsync<ArchiveContents>(stream, cancellationToken: ct);
                if (contents is { Format: ArchiveContents.CurrentFormat })
                {
                    return new ArchiveReader(opened, contents);
                }
            }
        }
        catch (Exception e) when (e is InvalidDataException or JsonException)
        {
            // Not a zip, or not ours: said by the null.
        }

        if (opened is not null)
        {
            await opened.DisposeAsync();
        }

        return null;
    }

    public async IAsyncEnumerable<object?[]> Rows(TableShape table, [EnumeratorCancellation] CancellationToken ct)
    {
        var expected = Contents.Tables.Single(t => t.Name == table.Name);
        var entry = zip.GetEntry(table.Name) ?? throw new InvalidDataException($"The backup lacks table {table.Name}.");
        using var hash = SHA256.Create();
        await using var hashed = new CryptoStream(await entry.OpenAsync(ct), hash, CryptoStreamMode.Read);
        using var reader = new BinaryReader(new BufferedStream(hashed, 1 << 16), Encoding.UTF8);
        while (reader.ReadBoolean())
        {
            var row = new object?[table.Columns.Length];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = Cell.Read(reader, table.Columns[i].Kind);
            }

            yield return row;
        }

        // The hash is whole only once the end was reached.
        await hashed.CopyToAsync(Stream.Null, ct);
        if (Convert.ToHexString(hash.Hash ?? []) != expected.Sha256)
        {
            throw new InvalidDataException($"Table {table.Name} of the backup is damaged.");
        }
    }

    public ValueTask DisposeAsync() => zip.DisposeAsync();
}

/// <summary>One value in an archive: whether there is one, then the value.</summary>
internal static class Cell
{
    public static void Write(BinaryWriter writer, object? value)
    {
        writer.Write(value is not null);
        switch (value)
        {
            case null:
                break;
            case long whole:
                writer.Write7BitEncodedInt64((whole << 1) ^ (whole >> 63));
                break;
            case bool yes:
                writer.Write(yes);
                break;
            case string text:
                writer.Write(text);
                break;
            case byte[] bytes:
                writer.Write7BitEncodedInt(bytes.Length);
                writer.Write(bytes);
                break;
            case Guid id:
                writer.Write(id.ToByteArray(bigEndian: true));
                break;
            case DateOnly day:
                writer.Write7BitEncodedInt(day.DayNumber);
                break;
            default:
                throw new NotSupportedException(
                    string.Create(CultureInfo.InvariantCulture, $"No portable form for {value.GetType()}.")
                );
        }
    }

    public static object? Read(BinaryReader reader, ColumnKind kind) =>
        !reader.ReadBoolean()
            ? null
            : kind switch
            {
                ColumnKind.Whole or ColumnKind.Instant => Signed(reader.Read7BitEncodedInt64()),
                ColumnKind.YesNo => reader.ReadBoolean(),
                ColumnKind.Text => reader.ReadString(),
                ColumnKind.Bytes => reader.ReadBytes(reader.Read7BitEncodedInt()),
                ColumnKind.Id => new Guid(reader.ReadBytes(16), bigEndian: true),
                ColumnKind.Day => DateOnly.FromDayNumber(reader.Read7BitEncodedInt()),
                _ => throw new InvalidDataException("The backup holds a kind of column this version does not know."),
            };

    private static long Signed(long coded) => (long)((ulong)coded >> 1) ^ -(coded & 1);
}
