using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Web;

namespace Vafa.Features.ApiKeys;

/// <param name="Name">For the owner's eyes and the audit log; 1 to 64 characters.</param>
/// <param name="Scopes">Of <see cref="Web.Scopes.Known"/>; at least one.</param>
public sealed record CreateApiKeyRequest(string Name, IReadOnlyList<string> Scopes, Actor Actor);

/// <param name="Key">The key itself, which is nowhere kept.</param>
public sealed record CreatedApiKey(Guid Id, string Key);

/// <summary>
/// Makes a key of 256 random bits; it works at once. Refused: apikey.name, apikey.no-scope, apikey.scope (the scope
/// that does not exist), apikey.scope-not-yours (nobody hands out what he may not do himself).
/// </summary>
public sealed class CreateApiKey(AppDb db, TimeProvider clock)
{
    public const string Prefix = "vafa_";

    public async Task<Outcome<CreatedApiKey>> Run(CreateApiKeyRequest request, CancellationToken ct)
    {
        var name = request.Name.Trim();
        if (name.Length is 0 or > 64 || name.Any(char.IsControl))
        {
            return new Refusal("apikey.name", "/name");
        }

        if (request.Scopes.Count == 0)
        {
            return new Refusal("apikey.no-scope", "/scopes");
        }

        if (request.Scopes.FirstOrDefault(s => !Scopes.Known.Contains(s, StringComparer.Ordinal)) is { } unknown)
        {
            return new Refusal("apikey.scope", "/scopes", unknown, string.Join(", ", Scopes.Known));
        }

        if (request.Scopes.FirstOrDefault(s => !request.Actor.May(s)) is { } foreign)
        {
            return new Refusal("apikey.scope-not-yours", "/scopes", foreign) { Kind = RefusalKind.Forbidden };
        }

        var key = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var now = clock.GetUtcNow();
        var row = new ApiKey
        {
            Id = Guid.CreateVersion7(now),
            Name = name,
            Hash = SHA256.HashData(Encoding.UTF8.GetBytes(key)),
            Scopes = string.Join(',', request.Scopes.Distinct(StringComparer.Ordinal)),
            CreatedAt = now,
        };
        await db.Write(
            _ =>
            {
                db.ApiKeys.Add(row);
                var after = new { row.Name, row.Scopes };
                AuditLog.Add(
                    db,
                    new Change(request.Actor.By, now, "apikey.create", "apikey/" + row.Id) { After = after }
                );
                return Task.FromResult(true);
            },
            ct
        );
        return new CreatedApiKey(row.Id, key);
    }
}
