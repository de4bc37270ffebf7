using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Features.Programme;
using Vafa.Features.Staff;
using Vafa.Web;

namespace Vafa.Features.Tills;

/// <summary>What a token led to, and what was read along with it.</summary>
/// <param name="Person">Whoever said last that he stands at it, unless he is shut out.</param>
/// <param name="Version">The newest version of the programme.</param>
internal sealed record TillFound(TillDevice Device, PersonThere? Person, long Version)
{
    /// <summary>Set when the browser must keep another one from now on.</summary>
    public string? NewToken { get; init; }
}

/// <summary>Somebody of the staff at a device.</summary>
internal sealed record PersonThere(Guid Id, string User, string? Name, string Role, string? Branch);

/// <summary>
/// Which device a token is of. A device that was not heard of for 30 days, or is paired for a year, is nobody. The
/// token is renewed each day; when a device shows one whose successor has been in use, there are two of it: it was
/// copied, and the device is shut out at once, whoever of the two it is.
/// </summary>
internal sealed class KnownTills(AppDb db, PeopleAtTill people, TimeProvider clock)
{
    public static readonly TimeSpan Unheard = TimeSpan.FromDays(30);
    public static readonly TimeSpan Longest = TimeSpan.FromDays(365);
    public static readonly TimeSpan TokenLives = TimeSpan.FromDays(1);

    /// <summary>Calls that were on their way while the token changed are no theft.</summary>
    internal static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan SeenIsCoarse = TimeSpan.FromMinutes(1);

    /// <param name="renews">Whether this call may be answered with a new token.</param>
    public async Task<TillFound?> Find(string token, bool renews, CancellationToken ct)
    {
        var (hash, now) = (Secret.Hash(token), clock.GetUtcNow());
        if (
            await Read(hash, ct) is not { } found
            || found.Device is not { RevokedAt: null } device
            || IsOver(device, now)
        )
        {
            return null;
        }

        var isPrevious = !device.TokenHash.AsSpan().SequenceEqual(hash);
        if (isPrevious && device.TokenSeenAt is { } seen)
        {
            if (now - seen > Overlap)
            {
                await ShutOut(device, now, ct);
                return null;
            }

            return found;
        }

        var isDue = now - device.TokenSince >= (isPrevious ? Overlap : TokenLives);
        if (renews && isDue)
        {
            return found with { NewToken = await Renew(device, hash, now, ct) };
        }

        await See(device, isPrevious, now, ct);
        return found;
    }

    /// <summary>All that a call of a till asks before anything else, at once: it is asked at every call.</summary>
    private async Task<TillFound?> Read(byte[] hash, CancellationToken ct)
    {
        var (staff, versions) = (people.Open(), ProgrammeStore.Versions(db));
        var found = await (
            from device in db.TillDevices.AsNoTracking()
            where device.TokenHash == hash || device.PreviousHash == hash
            join person in staff on device.StaffId equals (Guid?)person.Id into persons
            from person in persons.DefaultIfEmpty()
            select new
            {
                Device = device,
                Person = person == null
                    ? null
                    : new PersonThere(person.Id, person.User, person.Name, person.Role, person.Branch),
                Version = versions.Max(),
            }
        ).SingleOrDefaultAsync(ct);
        return found is null ? null : new TillFound(found.Device, found.Person, found.Version);
    }

    private static bool IsOver(TillDevice device, DateTimeOffset now) =>
        now - device.LastSeenAt > Unheard || now - device.PairedAt > Longest;

    /// <summary>Null when another call of the device was quicker.</summary>
    private async Task<string?> Renew(TillDevice device, byte[] shown, DateTimeOffset now, CancellationToken ct)
    {
        var token = Secret.New();
        var hash = Secret.Hash(token);
        var renewed = await db.Write(
            async inside =>
                await db
                    .TillDevices.Where(d => d.Id == device.Id && d.TokenHash == device.TokenHash)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(d => d.TokenHash, hash)
                                .SetProperty(d => d.PreviousHash, shown)
                                .SetProperty(d => d.TokenSince, now)
                                .SetProperty(d => d.TokenSeenAt, (DateTimeOffset?)null)
                                .SetProperty(d => d.LastSeenAt, now),
                        inside
                    ) == 1,
            ct
        );
        return renewed ? token : null;
    }

    private async Task See(TillDevice device, bool isPrevious, DateTimeOffset now, CancellationToken ct)
    {
        var arrives = !isPrevious && device.TokenSeenAt is null;
        if (!arrives && now - device.LastSeenAt < SeenIsCoarse)
        {
            return;
        }

        await db.Write(
            async inside =>
                await db
                    .TillDevices.Where(d => d.Id == device.Id && d.TokenHash == device.TokenHash)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(d => d.LastSeenAt, now)
                                .SetProperty(d => d.TokenSeenAt, d => arrives ? now : d.TokenSeenAt),
                        inside
                    ) == 1,
            ct
        );
    }

    private Task ShutOut(TillDevice device, DateTimeOffset now, CancellationToken ct) =>
        db.Write(
            async inside =>
            {
                var shut = await db
                    .TillDevices.Where(d => d.Id == device.Id && d.RevokedAt == null)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(d => d.RevokedAt, now).SetProperty(d => d.RevokedBy, "system"),
                        inside
                    );
                AuditLog.Add(
                    db,
                    new Change("system", now, "till.token-copied", "till/" + device.Till)
                    {
                        After = new { Device = device.Name },
                    }
                );
                return shut == 1;
            },
            ct
        );
}
