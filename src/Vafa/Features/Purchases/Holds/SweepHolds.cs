using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Features.Ledger.Lane;
using Vafa.Web;

namespace Vafa.Features.Purchases.Holds;

/// <summary>Ends holds whose time has come, on every node; each ends once, whichever node is first.</summary>
internal sealed class SweepHolds(
    IServiceScopeFactory scopes,
    SaleLane lane,
    TimeProvider clock,
    ILogger<SweepHolds> log
) : LookEachWhile(SweepHolds.Every, clock)
{
    /// <summary>How late a hold may end.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private const int AtOnce = 500;

    /// <summary>Ends what has expired by now; says how many.</summary>
    public async Task<int> Run(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = Clock.GetUtcNow();
        var due = await scope
            .ServiceProvider.GetRequiredService<AppDb>()
            .SaleHolds.AsNoTracking()
            .Where(h => h.State == HoldState.Open && h.ExpiresAt <= now)
            .OrderBy(h => h.ExpiresAt)
            .Select(h => h.Id)
            .Take(AtOnce)
            .ToListAsync(ct);
        await Task.WhenAll(due.Select(id => lane.Run(new EndHoldWork(id, HoldState.Expired))));
        return due.Count;
    }

    protected override Task Look(CancellationToken ct) => Run(ct);

    protected override void Tell(Exception fault) =>
        log.LogWarning(fault, "Expired holds could not be ended; the next sweep tries again");
}
