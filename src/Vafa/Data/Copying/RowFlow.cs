namespace Vafa.Data.Copying;

/// <summary>Where rows come from: a snapshot of a running club, or an archive.</summary>
public interface IRowSource
{
    /// <summary>All rows of the table in their portable form (see <see cref="StoredRow.Value"/>).</summary>
    IAsyncEnumerable<object?[]> Rows(TableShape table, CancellationToken ct);
}

/// <summary>Where rows go: an empty database, or an archive. What was written counts only after Finish.</summary>
public interface IRowTarget : IAsyncDisposable
{
    /// <summary>Writes a table whole and answers how many rows it had.</summary>
    Task<long> Write(TableShape table, IAsyncEnumerable<object?[]> rows, CancellationToken ct);

    Task Finish(CancellationToken ct);
}
