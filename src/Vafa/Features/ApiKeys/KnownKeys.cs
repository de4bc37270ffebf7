using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Web;

namespace Vafa.Features.ApiKeys;

/// <summary>
/// Who stands behind an API key. A good key is remembered for a few seconds, so a revoked one dies within that time on
/// every node, and at once on the one that was told; a bad one is never remembered.
/// </summary>
public sealed class KnownKeys(IServiceScopeFactory scopes, TimeProvider clock, ILogger<KnownKeys> log)
{
    public static readonly TimeSpan Remembered = TimeSpan.FromSeconds(4);

    /// <summary>A key's last use is written at most so often, by whichever node looks it up.</summary>
    internal static readonly TimeSpan UseIsCoarse = TimeSpan.FromMinutes(5);

    private const int MostKept = 1_000;

    private readonly ConcurrentDictionary<string, (Actor Actor, long Since)> known = new(StringComparer.Ordinal);

    public ValueTask<Actor?> Find(string key, CancellationToken ct)
    {
        // The hash, not the key, is what memory holds and what is compared.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        var name = Convert.ToHexString(hash);
        return known.TryGetValue(name, out var found) && clock.GetElapsedTime(found.Since) < Remembered
            ? ValueTask.FromResult<Actor?>(found.Actor)
            : Ask(hash, name, ct);
    }

    /// <summary>Forgets what is remembered of a key, so that it is looked up at its next call.</summary>
    internal void Forget(byte[] hash) => known.TryRemove(Convert.ToHexString(hash), out _);

    private async ValueTask<Actor?> Ask(byte[] hash, string name, CancellationToken ct)
    {
        var since = clock.GetTimestamp();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var key = await db.ApiKeys.AsNoTracking().FirstOrDefaultAsync(k => k.Hash == hash && k.RevokedAt == null, ct);
        if (key is null)
        {
            known.TryRemove(name, out _);
            return null;
        }

        if (known.Count >= MostKept)
        {
            known.Clear();
        }

        var scopesOfKey = key.Scopes.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var actor = new Actor(
            "key:" + key.Name,
            "key:" + key.Id,
            scopesOfKey.ToFrozenSet(StringComparer.Ordinal),
            null
        );
        await NoteUse(db, key, ct);
        known[name] = (actor, since);
        return actor;
    }

    /// <summary>No call fails because its key's use could not be noted.</summary>
    private async Task NoteUse(AppDb db, ApiKey key, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var before = now - UseIsCoarse;
        if (key.LastUsedAt > before)
        {
            return;
        }

        try
        {
            await db.Write(
                async inside =>
                    await db
                        .ApiKeys.Where(k => k.Id == key.Id && (k.LastUsedAt == null || k.LastUsedAt <= before))
                        .ExecuteUpdateAsync(set => set.SetProperty(k => k.LastUsedAt, now), inside) == 1,
                ct
            );
        }
        catch (Exception fault) when (Database.IsFault(fault))
        {
            log.LogWarning(fault, "The use of API key {Name} could not be noted", key.Name);
        }
    }
}
