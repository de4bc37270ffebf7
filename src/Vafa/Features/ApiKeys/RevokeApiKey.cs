using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Web;

namespace Vafa.Features.ApiKeys;

public sealed record RevokeApiKeyRequest(Guid Id, Actor Actor);

/// <summary>
/// Takes a key's rights away: at once here, within <see cref="KnownKeys.Remembered"/> on every other node. A revoked
/// key stays in the list and never works again. Refused: apikey.unknown.
/// </summary>
public sealed class RevokeApiKey(AppDb db, TimeProvider clock, KnownKeys known)
{
    public async Task<Outcome<ApiKeyView>> Run(RevokeApiKeyRequest request, CancellationToken ct)
    {
        var key = await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Id == request.Id, ct);
        if (key is null)
        {
            return Refusal.NotFound("apikey.unknown");
        }

        var now = clock.GetUtcNow();
        var revoked = await db.Write(
            async inside =>
            {
                AuditLog.Add(
                    db,
                    new Change(request.Actor.By, now, "apikey.revoke", "apikey/" + key.Id)
                    {
                        Before = new { key.Name, key.Scopes },
                    }
                );
                return await db
                        .ApiKeys.Where(k => k.Id == key.Id && k.RevokedAt == null)
                        .ExecuteUpdateAsync(set => set.SetProperty(k => k.RevokedAt, now), inside) == 1;
            },
            ct
        );
        known.Forget(key.Hash);
        if (revoked)
        {
            key.RevokedAt = now;
            return ApiKeyView.Of(key);
        }

        db.ChangeTracker.Clear();
        return ApiKeyView.Of(await db.ApiKeys.AsNoTracking().SingleAsync(k => k.Id == key.Id, ct));
    }
}
