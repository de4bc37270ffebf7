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
/// every node; a bad one is never remembered.
/// </summary>
public sealed class KnownKeys(IServiceScopeFactory scopes, TimeProvider clock)
{
    public static readonly TimeSpan Remembered = TimeSpan.FromSeconds(4);

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
        known[name] = (actor, since);
        return actor;
    }
}
