namespace Vafa.Data;

/// <summary>
/// SQLite has one writer. Everything in this process that writes takes its turn here, in order of arrival, so that a
/// sale never meets "database is locked". On PostgreSQL the gate stands open.
/// </summary>
public sealed class WriteGate(bool oneWriter) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    public async ValueTask<Turn> Enter(CancellationToken ct)
    {
        if (!oneWriter)
        {
            return new Turn(null);
        }

        await turn.WaitAsync(ct);
        return new Turn(turn);
    }

    public void Dispose() => turn.Dispose();

    /// <summary>A turn at the gate; disposing it lets the next one in.</summary>
    public readonly struct Turn(SemaphoreSlim? held) : IDisposable
    {
        public void Dispose() => held?.Release();
    }
}
