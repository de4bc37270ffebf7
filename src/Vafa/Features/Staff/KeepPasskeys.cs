using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;

namespace Vafa.Features.Staff;

/// <summary>
/// Lists, renames and removes one's own passkeys. Refused: passkey.unknown (also when it is another's).
/// </summary>
public sealed class KeepPasskeys(AppDb db, TimeProvider clock)
{
    public async Task<IReadOnlyList<PasskeyView>> List(Person person, CancellationToken ct) =>
        await db
            .Passkeys.Where(p => p.StaffId == person.StaffId)
            .OrderByDescending(p => p.Id)
            .Take(AddPasskey.Most)
            .Select(p => new PasskeyView(p.Id, p.Name, p.IsBackedUp, p.CreatedAt, p.LastUsedAt))
            .ToListAsync(ct);

    public async Task<Outcome<PasskeyView>> Rename(Person person, Guid id, string name, CancellationToken ct)
    {
        var known = (await List(person, ct)).SingleOrDefault(p => p.Id == id);
        if (known is null)
        {
            return Refusal.NotFound("passkey.unknown");
        }

        if (known.Name != name)
        {
            await db.Write(
                async inside =>
                {
                    await Mine(person, id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Name, name), inside);
                    Note("staff.passkey-renamed", person, new { known.Name }, new { Name = name });
                    return true;
                },
                ct
            );
        }

        return known with
        {
            Name = name,
        };
    }

    /// <summary>Gives the name it had.</summary>
    public async Task<Outcome<string>> Remove(Person person, Guid id, CancellationToken ct)
    {
        var known = (await List(person, ct)).SingleOrDefault(p => p.Id == id);
        if (known is null)
        {
            return Refusal.NotFound("passkey.unknown");
        }

        await db.Write(
            async inside =>
            {
                await Mine(person, id).ExecuteDeleteAsync(inside);
                Note("staff.passkey-removed", person, new { known.Name }, null);
                return true;
            },
            ct
        );
        return known.Name;
    }

    private IQueryable<Passkey> Mine(Person person, Guid id) =>
        db.Passkeys.Where(p => p.Id == id && p.StaffId == person.StaffId);

    private void Note(string action, Person person, object before, object? after) =>
        AuditLog.Add(
            db,
            new Change(person.By, clock.GetUtcNow(), action, "staff/" + person.User) { Before = before, After = after }
        );
}
