using Vafa.Data;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;
using Vafa.Features.Tiers;

namespace Vafa.Features.Demo;

/// <summary>What the café's nights did: each looks at the tiers of those who are due.</summary>
internal sealed class DemoNight(IServiceScopeFactory scopes, ProgrammeStore programmes, LaneStore store)
{
    private const int Chunk = 500;

    /// <param name="day">The day that begins.</param>
    /// <param name="keepsMessages">Whether what members are told still waits to be sent.</param>
    public async Task Before(DateOnly day, bool keepsMessages, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var due = new TiersDue(scope.ServiceProvider.GetRequiredService<AppDb>(), programmes);
        var after = Guid.Empty;
        while (await due.Run(day, after, Chunk, ct) is { Count: > 0 } members)
        {
            await Review(members, day, keepsMessages, ct);
            after = members[^1];
        }
    }

    private async Task Review(IReadOnlyList<Guid> members, DateOnly day, bool keepsMessages, CancellationToken ct)
    {
        var club = await programmes.Newest(ct);
        var reads = new LaneReads { Now = club.Time.StartOf(day) };
        var review = new ReviewTiers(members, day, programmes);
        await review.Ask(reads, club.Version, ct);
        await using var transaction = await store.Begin(ct);
        var state = await transaction.Read(reads, ct);
        var rows = new LaneRows();
        await review.Decide(new LaneScene(state, rows, transaction, reads.Now), ct);
        state.AddTo(rows);
        if (!keepsMessages)
        {
            rows.Messages.Clear();
        }

        await transaction.Commit(rows, ct);
    }
}
