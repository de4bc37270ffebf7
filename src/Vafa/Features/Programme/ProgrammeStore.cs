using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Features.Products;
using Vafa.Web;

namespace Vafa.Features.Programme;

/// <summary>
/// Keeps compiled programmes by version, for all sales and pages of this process. A version never changes once it is
/// written, so only the number of the newest one has to be asked for.
/// </summary>
public sealed class ProgrammeStore(IServiceScopeFactory scopes, ClubVoice voice, GoodsNames goods)
{
    private const int MostKept = 100;

    private readonly ConcurrentDictionary<long, Lazy<Task<ClubVersion>>> compiled = new();
    private readonly Lock newestSeen = new();
    private volatile (long Version, DateTimeOffset At)[] starts = [];
    private long spoken;

    /// <summary>The newest version, by its number in the database now.</summary>
    public async ValueTask<ClubVersion> Newest(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        return await Version(await db.ProgrammeVersions.MaxAsync(v => v.Version, ct), ct);
    }

    /// <summary>The numbers of all versions, for a query of another feature to take the newest along.</summary>
    public static IQueryable<long> Versions(AppDb db) => db.ProgrammeVersions.Select(v => v.Version);

    /// <summary>One version; no read of the database when it is kept.</summary>
    public async ValueTask<ClubVersion> Version(long version, CancellationToken ct)
    {
        var made = compiled.GetOrAdd(version, v => new Lazy<Task<ClubVersion>>(() => Compile(v))).Value;
        if (made.IsCompletedSuccessfully)
        {
            return await made;
        }

        try
        {
            return await made.WaitAsync(ct);
        }
        catch (Exception) when (made.IsFaulted)
        {
            compiled.TryRemove(version, out _);
            throw;
        }
    }

    /// <summary>
    /// The version in force at a moment, of those up to <paramref name="newestVersion"/>; before the first one: the
    /// first. For a sale that says no <c>at</c> take the newest itself: another node's clock may run ahead.
    /// </summary>
    public async ValueTask<ClubVersion> At(long newestVersion, DateTimeOffset at, CancellationToken ct)
    {
        var known = starts;
        if (known.Length == 0 || known[^1].Version < newestVersion)
        {
            known = await ReadStarts(ct);
        }

        for (var i = known.Length - 1; i > 0; i--)
        {
            if (known[i].Version <= newestVersion && known[i].At <= at)
            {
                return await Version(known[i].Version, ct);
            }
        }

        return await Version(known[0].Version, ct);
    }

    /// <summary>When the club was made: its first version.</summary>
    public async ValueTask<DateTimeOffset> Begin(CancellationToken ct) =>
        starts is [var first, ..] ? first.At : (await ReadStarts(ct))[0].At;

    private async Task<(long Version, DateTimeOffset At)[]> ReadStarts(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var rows = await db
            .ProgrammeVersions.AsNoTracking()
            .OrderBy(v => v.Version)
            .Select(v => new { v.Version, v.At })
            .ToListAsync(ct);
        return starts = [.. rows.Select(r => (r.Version, r.At))];
    }

    private async Task<ClubVersion> Compile(long version)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (!await db.ProgrammeVersions.AnyAsync(v => v.Version == version))
        {
            throw new InvalidOperationException($"There is no version {version} of the programme yet.");
        }

        var documents = await db
            .ProgrammeDocuments.AsNoTracking()
            .Where(d => d.Version <= version && (d.UntilVersion == null || d.UntilVersion > version))
            .ToListAsync();
        var club = ClubVersion.Of(version, documents) with { Goods = goods.Find };
        await goods.Know(club.Named(), CancellationToken.None);
        Speak(club);
        Forget(version);
        return club;
    }

    /// <summary>The newest version seen sets how the club speaks.</summary>
    private void Speak(ClubVersion club)
    {
        lock (newestSeen)
        {
            if (club.Version >= spoken)
            {
                spoken = club.Version;
                voice.Own = club.Wording(club.Settings.IsPersian);
            }
        }
    }

    private void Forget(long justMade)
    {
        if (compiled.Count <= MostKept)
        {
            return;
        }

        var newest = compiled.Keys.Max();
        foreach (var version in compiled.Keys.Where(v => v != newest && v != justMade).Order().Take(MostKept / 2))
        {
            compiled.TryRemove(version, out _);
        }
    }
}
