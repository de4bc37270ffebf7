using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;

namespace Vafa.Features.Members;

/// <summary>
/// Writes a wanted change into a member's rows, keys, groups and fields, inside the transaction of whoever enrols or
/// changes him. Refused: member.referrer-unknown, member.mobile-taken, member.email-taken, member.group-by-rule.
/// </summary>
public sealed class ChangeProfile(AppDb db)
{
    /// <summary>Applies and saves; the keys of a taken mobile or e-mail are found by the unique index itself.</summary>
    /// <returns>What the member's profile holds now.</returns>
    internal async Task<Outcome<Profile>> Apply(Member member, MemberChange change, CancellationToken ct)
    {
        if (change.Referrer is { Is: true, Value: { } referrer })
        {
            if (await MemberLookup.Find(db, referrer, ct) is not { } found || found == member.Id)
            {
                return new Refusal("member.referrer-unknown", "/referrer");
            }

            member.Referrer = found;
        }
        else if (change.Referrer.Is)
        {
            member.Referrer = null;
        }

        member.Mobile = change.Mobile.Is ? change.Mobile.Value?.E164 : member.Mobile;
        member.FirstName = change.FirstName.Or(member.FirstName);
        member.LastName = change.LastName.Or(member.LastName);
        member.BirthDate = change.BirthDate.Or(member.BirthDate);
        member.Gender = change.Gender.Or(member.Gender);
        member.Email = change.Email.Or(member.Email);
        member.ConsentSms = change.ConsentSms.Or(member.ConsentSms);
        member.ConsentEmail = change.ConsentEmail.Or(member.ConsentEmail);
        var groups = await Groups(member.Id, change, ct);
        if (groups.IsRefused)
        {
            return Outcome<Profile>.Refused(groups.Refusals);
        }

        var fields = await Fields(member.Id, change, ct);
        await MoveKeys(member, ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (db.IsTaken(e))
        {
            db.ChangeTracker.Clear();
            return await Taken(member, e, ct);
        }

        return Profile.Of(member, groups.Value, fields);
    }

    /// <summary>The keys he has and should not, and those he should have and has not.</summary>
    private async Task MoveKeys(Member member, CancellationToken ct)
    {
        var wanted = MemberKeys.Of(member).ToDictionary(k => (k.Kind, k.Value));
        // Whoever was merged into him is called by his own keys as before.
        var merged = await db
            .Members.IgnoreQueryFilters()
            .AsNoTracking()
            .Where(m => m.MergedInto == member.Id)
            .ToListAsync(ct);
        var stay = merged.SelectMany(MemberKeys.Calling).Select(k => (k.Kind, k.Value)).ToHashSet();
        foreach (var key in await db.MemberKeys.Where(k => k.MemberId == member.Id).ToListAsync(ct))
        {
            if (!wanted.Remove((key.Kind, key.Value)) && !stay.Contains((key.Kind, key.Value)))
            {
                db.MemberKeys.Remove(key);
            }
        }

        db.MemberKeys.AddRange(wanted.Values);
    }

    private async Task<Outcome<SortedSet<string>>> Groups(Guid id, MemberChange change, CancellationToken ct)
    {
        var rows = await db.MemberGroups.Where(g => g.MemberId == id).ToListAsync(ct);
        var has = new SortedSet<string>(rows.Select(g => g.Code), StringComparer.Ordinal);
        if (!change.Groups.Is)
        {
            return has;
        }

        var wanted = new SortedSet<string>(change.Groups.Value, StringComparer.Ordinal);
        if (MovedByHand(has, change) is { } refused)
        {
            return refused;
        }

        db.MemberGroups.RemoveRange(rows.Where(g => !wanted.Contains(g.Code)));
        db.MemberGroups.AddRange(
            wanted.Where(code => !has.Contains(code)).Select(code => new MemberGroup { MemberId = id, Code = code })
        );
        return wanted;
    }

    /// <summary>A group by rule that is named and not had, or had and not named.</summary>
    private static Refusal? MovedByHand(SortedSet<string> has, MemberChange change)
    {
        var wanted = change.Groups.Value.ToList();
        var moved = change.GroupsByRule.Where(code => has.Contains(code) != wanted.Contains(code));
        return moved.Order(StringComparer.Ordinal).FirstOrDefault() is not { } code ? null
            : wanted.IndexOf(code) is >= 0 and var at ? new Refusal("member.group-by-rule", $"/groups/{at}", code)
            : new Refusal("member.group-by-rule", "/groups", code);
    }

    private async Task<SortedDictionary<string, string>> Fields(Guid id, MemberChange change, CancellationToken ct)
    {
        var rows = await db.MemberFields.Where(f => f.MemberId == id).ToListAsync(ct);
        var now = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var named = change.Fields.TryGetValue(row.Code, out var wanted);
            if (named ? wanted is null : change.ClearsOtherFields)
            {
                db.MemberFields.Remove(row);
                continue;
            }

            row.Value = wanted ?? row.Value;
            now[row.Code] = row.Value;
        }

        foreach (var (code, value) in change.Fields)
        {
            if (value is not null && now.TryAdd(code, value))
            {
                db.MemberFields.Add(
                    new MemberField
                    {
                        MemberId = id,
                        Code = code,
                        Value = value,
                    }
                );
            }
        }

        return now;
    }

    /// <summary>Whose key stood in the way. A card drawn twice is nobody's fault: the whole is tried again.</summary>
    private async Task<Refusal> Taken(Member member, Exception failure, CancellationToken ct)
    {
        foreach (var key in MemberKeys.Of(member).Where(k => k.Kind is MemberKey.Mobile or MemberKey.Email))
        {
            if (
                await db.MemberKeys.AnyAsync(
                    k => k.Kind == key.Kind && k.Value == key.Value && k.MemberId != member.Id,
                    ct
                )
            )
            {
                return Refusal.Conflict($"member.{key.Kind}-taken", "/" + key.Kind);
            }
        }

        var card = await db.MemberKeys.AnyAsync(
            k => k.Kind == MemberKey.Card && k.Value == member.Card && k.MemberId != member.Id,
            ct
        );
        return card
            ? Refusal.Conflict(CardTaken)
            : throw new InvalidOperationException("A unique key that is not a member's own was taken.", failure);
    }

    /// <summary>Never leaves the use case.</summary>
    internal const string CardTaken = "member.card-taken";
}

/// <summary>A member's profile for the audit log, before and after.</summary>
internal sealed record Profile(
    string? Mobile,
    string? FirstName,
    string? LastName,
    DateOnly? BirthDate,
    string? Gender,
    string? Email,
    bool? ConsentSms,
    bool? ConsentEmail,
    Guid? Referrer,
    IReadOnlyCollection<string> Groups,
    IReadOnlyDictionary<string, string> Fields
)
{
    public static Profile Of(
        Member m,
        IReadOnlyCollection<string> groups,
        IReadOnlyDictionary<string, string> fields
    ) =>
        new(
            m.Mobile,
            m.FirstName,
            m.LastName,
            m.BirthDate,
            m.Gender,
            m.Email,
            m.ConsentSms,
            m.ConsentEmail,
            m.Referrer,
            groups,
            fields
        );
}
