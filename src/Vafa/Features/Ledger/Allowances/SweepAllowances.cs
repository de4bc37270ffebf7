using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;
using Vafa.Web;

namespace Vafa.Features.Ledger.Allowances;

/// <summary>Ends allowances whose time has come, on every node; each ends once, whichever node is first.</summary>
internal sealed class SweepAllowances(
    IServiceScopeFactory scopes,
    SaleLane lane,
    TimeProvider clock,
    ILogger<SweepAllowances> log
) : LookEachWhile(SweepAllowances.Every, clock)
{
    /// <summary>How late an allowance may go back.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    private const int AtOnce = 500;

    /// <summary>Ends what is over by now; says how many.</summary>
    public async Task<int> Run(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var programmes = scope.ServiceProvider.GetRequiredService<ProgrammeStore>();
        var now = Clock.GetUtcNow();
        var due = await scope
            .ServiceProvider.GetRequiredService<AppDb>()
            .Allowances.AsNoTracking()
            .Where(a => a.State == AllowanceState.Open && a.ExpiresAt <= now)
            .OrderBy(a => a.ExpiresAt)
            .Select(a => new { a.MemberId, a.Id })
            .Take(AtOnce)
            .ToListAsync(ct);
        var ended = await Task.WhenAll(
            due.Select(a => lane.Run(new ExpireAllowanceWork(a.MemberId, a.Id, programmes)))
        );
        return ended.Count(e => e);
    }

    protected override Task Look(CancellationToken ct) => Run(ct);

    protected override void Tell(Exception fault) =>
        log.LogWarning(fault, "Allowances whose time is over could not be ended; the next sweep tries again");
}
