using Vafa.Features.Programme;
using Vafa.Web;

namespace Vafa.Features.Liability;

/// <summary>
/// Looks whether a business day has ended whose picture is not taken; on every node, one of them takes it.
/// </summary>
internal sealed class LiabilityEachDay(IServiceScopeFactory scopes, TimeProvider clock, ILogger<LiabilityEachDay> log)
    : LookEachWhile(LiabilityEachDay.Every, clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    /// <summary>Takes the picture of the business day that ended last; whether it did.</summary>
    public async Task<bool> Run(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var club = await scope.ServiceProvider.GetRequiredService<ProgrammeStore>().Newest(ct);
        var ended = club.Time.DayOf(Clock.GetUtcNow()).AddDays(-1);
        return await scope.ServiceProvider.GetRequiredService<TakeLiability>().Run(ended, ct);
    }

    protected override Task Look(CancellationToken ct) => Run(ct);

    protected override void Tell(Exception fault) =>
        log.LogWarning(fault, "What the club owes could not be put down for the day; the next look tries again");
}
