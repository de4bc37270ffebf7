namespace Vafa.Features.Ledger.Check;

/// <summary>A table read in order of members: gives one member's rows at a time and holds no others.</summary>
internal sealed class MemberStream<T>(IAsyncEnumerable<(Guid Member, T Row)> rows) : IMemberStream
{
    private readonly IAsyncEnumerator<(Guid Member, T Row)> reader = rows.GetAsyncEnumerator();
    private readonly List<T> taken = [];

    /// <summary>The member of the row that comes next; null at the end.</summary>
    public Guid? Next { get; private set; }

    /// <summary>Rows of the member that was taken last.</summary>
    public IReadOnlyList<T> Rows => taken;

    public Task Start() => Move();

    public async Task Take(Guid member)
    {
        taken.Clear();
        while (Next == member)
        {
            taken.Add(reader.Current.Row);
            await Move();
        }
    }

    public ValueTask DisposeAsync() => reader.DisposeAsync();

    private async Task Move() => Next = await reader.MoveNextAsync() ? reader.Current.Member : null;
}

internal interface IMemberStream : IAsyncDisposable
{
    Guid? Next { get; }

    Task Start();

    Task Take(Guid member);
}
