using Microsoft.Extensions.DependencyInjection;
using Vafa.Data;
using Vafa.Features.Ledger.Lane;

namespace Vafa.Tests.Night;

/// <summary>The lane's store, which stops the process in the transaction that was asked for.</summary>
internal sealed class BrokenOff
{
    private int begun;

    public int StopAt { get; set; } = int.MaxValue;

    public CancellationTokenSource? Stop { get; set; }

    public void Wrap(IServiceCollection services) =>
        services.AddSingleton<LaneStore>(provider => new Store(
            provider.GetRequiredService<Database>() is { IsPostgres: true } database
                ? new PostgresLane(database, provider.GetRequiredService<WriteGate>())
                : new SqliteLane(provider.GetRequiredService<Database>(), provider.GetRequiredService<WriteGate>()),
            this
        ));

    private sealed class Store(LaneStore inner, BrokenOff plan) : LaneStore
    {
        public override int Lanes => inner.Lanes;

        public override async ValueTask<LaneTransaction> Begin(CancellationToken ct)
        {
            if (ct.CanBeCanceled && plan.Stop is { } stop && ++plan.begun > plan.StopAt)
            {
                await stop.CancelAsync();
                ct.ThrowIfCancellationRequested();
            }

            return await inner.Begin(ct);
        }

        public override ValueTask<LaneState> Peek(LaneReads reads, CancellationToken ct) => inner.Peek(reads, ct);

        public override ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
