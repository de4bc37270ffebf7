using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Features.Engagements;
using Vafa.Features.Members;
using Vafa.Web;

namespace Vafa.Features.Joining;

/// <summary>Tells the one who enrols that somebody waits; in this process, the others look from time to time.</summary>
internal sealed class JoinCall(TimeSpan every) : IDisposable
{
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim rung = new(0);

    public void Ring()
    {
        if (rung.CurrentCount == 0)
        {
            rung.Release();
        }
    }

    public Task Wait(CancellationToken ct) => rung.WaitAsync(every, ct);

    public void Dispose() => rung.Dispose();
}

/// <summary>
/// Enrols those who asked to join; who is a member already stays as he is. Each request is settled once, whichever node
/// takes it.
/// </summary>
internal sealed class EnrolJoined(
    IServiceScopeFactory scopes,
    JoinCall call,
    TimeProvider clock,
    ILogger<EnrolJoined> log
) : BackgroundService
{
    private const int AtOnce = 100;

    /// <summary>Whoever asked has his answer by then, so that its time says nothing of what is done here.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    /// <summary>Settles all that wait; says how many became members.</summary>
    public async Task<int> Run(CancellationToken ct)
    {
        var joined = 0;
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var waiting = await scope
                .ServiceProvider.GetRequiredService<AppDb>()
                .JoinRequests.AsNoTracking()
                .OrderBy(r => r.Id)
                .Take(AtOnce)
                .ToListAsync(ct);
            foreach (var request in waiting)
            {
                joined += await One(request, ct) ? 1 : 0;
            }

            if (waiting.Count < AtOnce)
            {
                return joined;
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Breath, clock, stoppingToken);
                await Try(stoppingToken);
                await call.Wait(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping is no fault.
        }
    }

    private async Task Try(CancellationToken ct)
    {
        try
        {
            await Run(ct);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            // Not the fault itself: its words may hold somebody's mobile.
            log.LogWarning(
                "Whoever asked to join waits, because of {Fault}; it is tried again",
                Database.IsFault(fault) ? "the database" : fault.GetType().Name
            );
        }
    }

    private async Task<bool> One(JoinRequest request, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<AppDb>();
        var profiles = services.GetRequiredService<MembersApi.ReadProfile>();
        var club = await profiles.Club(ct);
        using var json = JsonDocument.Parse(request.Profile);
        var profile = profiles.Run(json.RootElement, club);
        Guid? member = null;
        await db.Write(
            async inside =>
            {
                // Whoever deletes the row settles it; a second one finds none.
                if (await db.JoinRequests.Where(r => r.Id == request.Id).ExecuteDeleteAsync(inside) != 1)
                {
                    return false;
                }

                if (!profile.IsRefused && !await IsMember(db, profile.Value, inside))
                {
                    var enrol = new EnrolRequest(profile.Value, club, By(request)) { Unproven = true };
                    var made = await services.GetRequiredService<Enrol>().Run(enrol, inside);
                    member = made.IsRefused ? null : made.Value;
                }

                return true;
            },
            ct
        );
        if (member is not { } id)
        {
            return false;
        }

        await services.GetRequiredService<CompleteProfile>().Run(id, CancellationToken.None);
        return true;
    }

    private static async Task<bool> IsMember(AppDb db, MemberChange profile, CancellationToken ct) =>
        profile.Mobile.Value is { } mobile && await MemberLookup.ByMobile(db, mobile, ct) is not null;

    private static Actor By(JoinRequest request) =>
        new("join:" + (request.Till ?? JoinLinks.Poster), "join", FrozenSet<string>.Empty, null);
}
