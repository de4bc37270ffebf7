using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;

namespace Vafa.Features.Staff;

/// <summary>A passkey as its owner sees it.</summary>
/// <param name="BackedUp">Whether its maker keeps a copy, so that it outlives the device.</param>
public sealed record PasskeyView(
    Guid Id,
    string Name,
    bool BackedUp,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastUsed
);

/// <param name="Name">What he calls it; null is named after the browser.</param>
/// <param name="Credential">The browser's answer, as JSON.</param>
public sealed record AddPasskeyRequest(Person Person, string? Name, string Credential, HttpContext Context);

/// <summary>
/// Adds a passkey to whoever is signed in. It must be discoverable (it names its owner by itself) and asks for finger,
/// face or PIN, so that it alone is enough to sign in. Refused: passkey.stale, passkey.refused, passkey.known,
/// passkey.too-many.
/// </summary>
public sealed class AddPasskey(
    AppDb db,
    TimeProvider clock,
    IPasskeyHandler<StaffMember> handler,
    PasskeyChallenges challenges
)
{
    public const int Most = 20;

    /// <summary>What the browser is to be asked, as JSON.</summary>
    public async Task<string> Ask(Person person, HttpContext context)
    {
        var name = await db.Staff.Where(s => s.Id == person.StaffId).Select(s => s.Name).SingleAsync();
        var user = new PasskeyUserEntity
        {
            Id = person.StaffId.ToString(),
            Name = person.User,
            DisplayName = name ?? person.User,
        };
        var asked = await handler.MakeCreationOptionsAsync(user, context);
        challenges.Ask(context, PasskeyChallenges.ToAdd, asked.AttestationState ?? "");
        return asked.CreationOptionsJson;
    }

    public async Task<Outcome<PasskeyView>> Run(AddPasskeyRequest request, CancellationToken ct)
    {
        if (await challenges.Take(request.Context, PasskeyChallenges.ToAdd, ct) is not { } state)
        {
            return new Refusal("passkey.stale");
        }

        var made = await handler.PerformAttestationAsync(
            new PasskeyAttestationContext
            {
                HttpContext = request.Context,
                CredentialJson = request.Credential,
                AttestationState = state,
            }
        );
        if (!made.Succeeded || made.UserEntity.Id != request.Person.StaffId.ToString())
        {
            return new Refusal("passkey.refused");
        }

        if (await db.Passkeys.CountAsync(p => p.StaffId == request.Person.StaffId, ct) >= Most)
        {
            return Refusal.Conflict("passkey.too-many", "", Most);
        }

        var row = Row(request, made.Passkey);
        try
        {
            await db.Write(_ => Task.FromResult(Save(row, request.Person)), ct);
        }
        catch (DbUpdateException e) when (db.IsTaken(e))
        {
            db.ChangeTracker.Clear();
            return Refusal.Conflict("passkey.known");
        }

        return new PasskeyView(row.Id, row.Name, row.IsBackedUp, row.CreatedAt, null);
    }

    private Passkey Row(AddPasskeyRequest request, UserPasskeyInfo made)
    {
        var now = clock.GetUtcNow();
        return new Passkey
        {
            Id = Guid.CreateVersion7(now),
            StaffId = request.Person.StaffId,
            CredentialId = made.CredentialId,
            PublicKey = made.PublicKey,
            Name = request.Name ?? NameOf(request.Context),
            SignCount = made.SignCount,
            Transports = made.Transports is { Length: > 0 } ways ? string.Join(',', ways) : null,
            IsUserVerified = made.IsUserVerified,
            IsBackupEligible = made.IsBackupEligible,
            IsBackedUp = made.IsBackedUp,
            AttestationObject = made.AttestationObject,
            ClientDataJson = made.ClientDataJson,
            CreatedAt = now,
        };
    }

    private bool Save(Passkey row, Person person)
    {
        db.Passkeys.Add(row);
        AuditLog.Add(
            db,
            new Change(person.By, row.CreatedAt, "staff.passkey-added", "staff/" + person.User)
            {
                After = new { row.Name },
            }
        );
        return true;
    }

    private static string NameOf(HttpContext context)
    {
        var device = DeviceName.Of(Visitor.Of(context).UserAgent);
        var name = $"{device.Browser} {device.System}".Trim();
        return name.Length == 0 ? "Passkey" : name;
    }
}
