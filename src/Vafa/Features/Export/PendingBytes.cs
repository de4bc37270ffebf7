namespace Vafa.Features.Export;

/// <summary>
/// Takes what the archive writes and hands it on when asked: the archive blocks when a part of it is closed, which the
/// server's answers forbid.
/// </summary>
internal sealed class PendingBytes : Stream
{
    private readonly MemoryStream bytes = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Sends on what was written since the last time.</summary>
    public async Task HandOn(Stream output, CancellationToken ct)
    {
        await output.WriteAsync(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), ct);
        bytes.SetLength(0);
    }

    public override void Write(byte[] buffer, int offset, int count) => bytes.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => bytes.Write(buffer);

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        bytes.Dispose();
        base.Dispose(disposing);
    }
}
