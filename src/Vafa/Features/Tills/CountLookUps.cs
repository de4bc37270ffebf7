using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Tills;

/// <summary>What a device looked up in its running minute.</summary>
/// <param name="Several">Look-ups that may have led to several members.</param>
/// <param name="Misses">Look-ups that led to nobody.</param>
internal readonly record struct LookedUp(DateTimeOffset? Ends, int Several, int Misses);

/// <summary>
/// Counts a device's look-ups in its own row, which each call reads anyway: all nodes count together, and a look-up of
/// a whole number that finds its member writes nothing.
/// </summary>
internal sealed class CountLookUps(AppDb db, TimeProvider clock)
{
    /// <summary>
    /// What nobody is meant by, in a minute at one till: more is no cashier, but somebody who tries numbers.
    /// </summary>
    public const int MissesAllowed = 20;

    /// <summary>Look-ups that may lead to several, in a minute at one till.</summary>
    public const int SeveralAllowed = 60;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Seconds to wait when too many led to nobody before this call.</summary>
    public int? Wait(TillStand stand) => Seconds(stand.Looked, stand.Looked.Misses > MissesAllowed);

    /// <summary>One that led to nobody.</summary>
    public Task Miss(TillStand stand, CancellationToken ct) => Raise(stand.Device, 0, 1, ct);

    /// <summary>
    /// One that may lead to several, before it is looked at: a hundred sent at once must not all pass. Gives the
    /// seconds to wait when there were too many.
    /// </summary>
    public async Task<int?> Several(TillStand stand, CancellationToken ct)
    {
        await Raise(stand.Device, 1, 0, ct);
        var now = await db
            .TillDevices.Where(d => d.Id == stand.Device)
            .Select(d => new { d.LookUpsEnd, d.LookUps })
            .SingleAsync(ct);
        return Seconds(new LookedUp(now.LookUpsEnd, now.LookUps, 0), now.LookUps > SeveralAllowed);
    }

    private int? Seconds(LookedUp looked, bool tooMany) =>
        tooMany && looked.Ends is { } ends && ends - clock.GetUtcNow() is { Ticks: > 0 } left
            ? (int)Math.Ceiling(left.TotalSeconds)
            : null;

    private Task Raise(Guid device, int several, int misses, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var ends = now + Window;
        return db.Write(
            async inside =>
                await db
                    .TillDevices.Where(d => d.Id == device)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(
                                    d => d.LookUps,
                                    d => (d.LookUpsEnd != null && d.LookUpsEnd > now ? d.LookUps : 0) + several
                                )
                                .SetProperty(
                                    d => d.Misses,
                                    d => (d.LookUpsEnd != null && d.LookUpsEnd > now ? d.Misses : 0) + misses
                                )
                                .SetProperty(
                                    d => d.LookUpsEnd,
                                    d => d.LookUpsEnd != null && d.LookUpsEnd > now ? d.LookUpsEnd : ends
                                ),
                        inside
                    ) == 1,
            ct
        );
    }
}
