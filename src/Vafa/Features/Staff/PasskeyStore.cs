using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Staff;

/// <summary>
/// What the platform's passkey handler reads of our people and their passkeys. It writes nothing: people and passkeys
/// change in use cases, with their audit entries.
/// </summary>
internal sealed class PasskeyStore(AppDb db) : IUserPasskeyStore<StaffMember>
{
    public Task<string> GetUserIdAsync(StaffMember user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(StaffMember user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.User);

    public Task<string?> GetNormalizedUserNameAsync(StaffMember user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.User);

    public Task<StaffMember?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id)
            ? db.Staff.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.DisabledAt == null, cancellationToken)
            : Task.FromResult<StaffMember?>(null);

    public Task<StaffMember?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken)
    {
        var name = UserName.Of(normalizedUserName);
        return db.Staff.AsNoTracking().SingleOrDefaultAsync(s => s.User == name, cancellationToken);
    }

    public async Task<StaffMember?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await (
            from passkey in db.Passkeys
            join staff in db.Staff.AsNoTracking() on passkey.StaffId equals staff.Id
            where passkey.CredentialId == credentialId
            select staff
        ).SingleOrDefaultAsync(cancellationToken);

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(StaffMember user, CancellationToken cancellationToken)
    {
        var rows = await db
            .Passkeys.AsNoTracking()
            .Where(p => p.StaffId == user.Id)
            .Take(AddPasskey.Most)
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(Info);
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(
        StaffMember user,
        byte[] credentialId,
        CancellationToken cancellationToken
    )
    {
        var row = await db
            .Passkeys.AsNoTracking()
            .SingleOrDefaultAsync(p => p.StaffId == user.Id && p.CredentialId == credentialId, cancellationToken);
        return row is null ? null : Info(row);
    }

    public Task SetUserNameAsync(StaffMember user, string? userName, CancellationToken cancellationToken) =>
        throw Elsewhere();

    public Task SetNormalizedUserNameAsync(
        StaffMember user,
        string? normalizedName,
        CancellationToken cancellationToken
    ) => throw Elsewhere();

    public Task<IdentityResult> CreateAsync(StaffMember user, CancellationToken cancellationToken) => throw Elsewhere();

    public Task<IdentityResult> UpdateAsync(StaffMember user, CancellationToken cancellationToken) => throw Elsewhere();

    public Task<IdentityResult> DeleteAsync(StaffMember user, CancellationToken cancellationToken) => throw Elsewhere();

    public Task AddOrUpdatePasskeyAsync(
        StaffMember user,
        UserPasskeyInfo passkey,
        CancellationToken cancellationToken
    ) => throw Elsewhere();

    public Task RemovePasskeyAsync(StaffMember user, byte[] credentialId, CancellationToken cancellationToken) =>
        throw Elsewhere();

    /// <summary>The context is the request's, which also disposes it.</summary>
    public void Dispose() { }

    private static NotSupportedException Elsewhere() => new("People and passkeys change in use cases.");

    private static UserPasskeyInfo Info(Passkey row) =>
        new(
            row.CredentialId,
            row.PublicKey,
            row.CreatedAt,
            (uint)row.SignCount,
            row.Transports?.Split(','),
            row.IsUserVerified,
            row.IsBackupEligible,
            row.IsBackedUp,
            row.AttestationObject,
            row.ClientDataJson
        )
        {
            Name = row.Name,
        };
}
