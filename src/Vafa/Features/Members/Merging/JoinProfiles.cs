using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Members.Merging;

/// <summary>
/// The profile of who stays takes what it lacks from the other's, groups are united, and everything that leads to the
/// other leads here; and back again. It works within the lane's transaction, which holds both rows.
/// </summary>
internal sealed class JoinProfiles(AppDb db, Guid survivor, Guid merged)
{
    /// <summary>The keys by which people call somebody; others are made of a profile.</summary>
    private static readonly string[] Called = [MemberKey.Mobile, MemberKey.Card, MemberKey.Email];

    /// <summary>Parts of a profile: whether somebody lacks it, taking it from another, and giving it back.</summary>
    private static readonly ProfilePart[] Parts =
    [
        new("mobile", m => m.Mobile, (m, from) => m.Mobile = from?.Mobile),
        new("firstName", m => m.FirstName, (m, from) => m.FirstName = from?.FirstName),
        new("lastName", m => m.LastName, (m, from) => m.LastName = from?.LastName),
        new("birthDate", m => m.BirthDate, (m, from) => m.BirthDate = from?.BirthDate),
        new("gender", m => m.Gender, (m, from) => m.Gender = from?.Gender),
        new("email", m => m.Email, (m, from) => m.Email = from?.Email),
        new("referrer", m => m.Referrer, (m, from) => m.Referrer = from?.Referrer),
    ];

    /// <summary>
    /// Who does not want to be written to by one of both is not: no before yes, yes before not asked.
    /// </summary>
    public static bool? Stricter(bool? one, bool? other) =>
        one == false || other == false ? false
        : one == true || other == true ? true
        : null;

    /// <summary>Names of the parts that the one lacks and the other has.</summary>
    public static IReadOnlyList<string> Lacking(Member survivor, Member merged) =>
        [.. Parts.Where(p => p.IsLacking(survivor, merged)).Select(p => p.Name)];

    public async Task<BeforeMerge> Join(DateTimeOffset now, CancellationToken ct)
    {
        var (stays, goes) = (await Find(survivor, ct), await Find(merged, ct));
        var took = Lacking(stays, goes);
        var before = new BeforeMerge(
            await OwnSinceOf(stays, ct),
            took,
            await TakeFields(ct),
            await UniteGroups(ct),
            await db.MemberGroups.Where(g => g.MemberId == merged).Select(g => g.Code).Order().ToListAsync(ct),
            new ConsentBefore(stays.ConsentSms, stays.ConsentEmail),
            [],
            await Everybody.Where(m => m.MergedInto == merged).Select(m => m.Id).ToListAsync(ct)
        );
        foreach (var part in Parts.Where(p => took.Contains(p.Name)))
        {
            part.Take(stays, goes);
        }

        stays.ConsentSms = Stricter(stays.ConsentSms, goes.ConsentSms);
        stays.ConsentEmail = Stricter(stays.ConsentEmail, goes.ConsentEmail);
        if (goes.Since < stays.Since)
        {
            SetSince(stays, new OwnSince(goes.Since, goes.SinceDay));
        }

        (goes.GoneAt, goes.MergedInto) = (now, survivor);
        // Groups count their rows, so who is gone is in none.
        await db.MemberGroups.Where(g => g.MemberId == merged).ExecuteDeleteAsync(ct);
        await db.MemberKeys.Where(k => k.MemberId == merged && !Called.Contains(k.Kind)).ExecuteDeleteAsync(ct);
        await Lead(merged, survivor, ct);
        await Everybody
            .Where(m => m.MergedInto == merged)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.MergedInto, survivor), ct);
        await AddMissingKeys(stays, ct);
        return before;
    }

    public async Task Part(BeforeMerge before, CancellationToken ct)
    {
        var (stays, goes) = (await Find(survivor, ct), await Find(merged, ct));
        foreach (var part in Parts.Where(p => before.Took.Contains(p.Name) && p.IsSame(stays, goes)))
        {
            part.Take(stays, null);
        }

        stays.ConsentSms = Before(stays.ConsentSms, before.Consent.Sms, goes.ConsentSms);
        stays.ConsentEmail = Before(stays.ConsentEmail, before.Consent.Email, goes.ConsentEmail);
        // What was given to who stays meanwhile cannot lead to two.
        goes.Mobile = goes.Mobile == stays.Mobile ? null : goes.Mobile;
        goes.Email = Same(goes.Email, stays.Email) ? null : goes.Email;
        (goes.GoneAt, goes.MergedInto) = (null, null);
        await GiveBackFields(before.Fields, ct);
        await db
            .MemberGroups.Where(g => g.MemberId == survivor && before.Groups.Contains(g.Code))
            .ExecuteDeleteAsync(ct);
        db.MemberGroups.AddRange(
            before.GroupsOfMerged.Select(code => new MemberGroup { MemberId = merged, Code = code })
        );
        await Everybody
            .Where(m => before.Along.Contains(m.Id) && m.MergedInto == survivor)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.MergedInto, merged), ct);
        await SetSince(stays, before.OwnSince, ct);
        await db.SaveChangesAsync(ct);
        await LeadBack(stays, goes, before.Along, ct);
    }

    /// <summary>The stricter stood since the merge; another answer has been given since and stays.</summary>
    private static bool? Before(bool? now, bool? was, bool? other) => now == Stricter(was, other) ? was : now;

    private static bool Same(string? one, string? other) =>
        one is not null && other is not null && MemberKeys.EmailKey(one) == MemberKeys.EmailKey(other);

    private IQueryable<Member> Everybody => db.Members.IgnoreQueryFilters();

    private Task<Member> Find(Guid id, CancellationToken ct) => Everybody.SingleAsync(m => m.Id == id, ct);

    /// <summary>An earlier merge has kept since when he was a member by himself.</summary>
    private async Task<OwnSince> OwnSinceOf(Member stays, CancellationToken ct)
    {
        var earlier = await db
            .MemberMerges.AsNoTracking()
            .Where(m => m.Into == survivor && m.UndoneAt == null)
            .FirstOrDefaultAsync(ct);
        return earlier?.WhatWas.OwnSince ?? new OwnSince(stays.Since, stays.SinceDay);
    }

    /// <summary>The earliest of himself and of those who are still merged into him.</summary>
    private async Task SetSince(Member stays, OwnSince own, CancellationToken ct)
    {
        var others = await Everybody
            .Where(m => m.MergedInto == survivor && m.Id != merged)
            .Select(m => new OwnSince(m.Since, m.SinceDay))
            .ToListAsync(ct);
        SetSince(stays, others.Append(own).MinBy(o => o.At)!);
    }

    private void SetSince(Member stays, OwnSince since)
    {
        db.Entry(stays).Property(m => m.Since).CurrentValue = since.At;
        db.Entry(stays).Property(m => m.SinceDay).CurrentValue = since.Day;
    }

    private async Task<IReadOnlyList<string>> UniteGroups(CancellationToken ct)
    {
        var missing = await db
            .MemberGroups.Where(g => g.MemberId == merged)
            .Where(g => !db.MemberGroups.Any(o => o.MemberId == survivor && o.Code == g.Code))
            .Select(g => g.Code)
            .Order()
            .ToListAsync(ct);
        db.MemberGroups.AddRange(missing.Select(code => new MemberGroup { MemberId = survivor, Code = code }));
        return missing;
    }

    private async Task<IReadOnlyList<string>> TakeFields(CancellationToken ct)
    {
        var missing = await db
            .MemberFields.AsNoTracking()
            .Where(f => f.MemberId == merged)
            .Where(f => !db.MemberFields.Any(o => o.MemberId == survivor && o.Code == f.Code))
            .OrderBy(f => f.Code)
            .ToListAsync(ct);
        db.MemberFields.AddRange(
            missing.Select(f => new MemberField
            {
                MemberId = survivor,
                Code = f.Code,
                Value = f.Value,
            })
        );
        return missing.ConvertAll(f => f.Code);
    }

    /// <summary>What has been changed since stays.</summary>
    private Task GiveBackFields(IReadOnlyList<string> taken, CancellationToken ct) =>
        db
            .MemberFields.Where(f => f.MemberId == survivor && taken.Contains(f.Code))
            .Where(f => db.MemberFields.Any(o => o.MemberId == merged && o.Code == f.Code && o.Value == f.Value))
            .ExecuteDeleteAsync(ct);

    private Task Lead(Guid from, Guid to, CancellationToken ct) =>
        db
            .MemberKeys.Where(k => k.MemberId == from && Called.Contains(k.Kind))
            .ExecuteUpdateAsync(set => set.SetProperty(k => k.MemberId, to), ct);

    private async Task LeadBack(Member stays, Member goes, IReadOnlyList<Guid> along, CancellationToken ct)
    {
        var others = await Everybody.AsNoTracking().Where(m => along.Contains(m.Id)).ToListAsync(ct);
        var theirs = others.Append(goes).SelectMany(MemberKeys.Calling).Select(k => k.Kind + " " + k.Value).ToList();
        await db
            .MemberKeys.Where(k => k.MemberId == survivor && theirs.Contains(k.Kind + " " + k.Value))
            .ExecuteUpdateAsync(set => set.SetProperty(k => k.MemberId, merged), ct);
        await AddMissingKeys(goes, ct);
        await DropOthersKeys(stays, ct);
        await db.SaveChangesAsync(ct);
    }

    private async Task AddMissingKeys(Member member, CancellationToken ct)
    {
        foreach (var key in MemberKeys.Of(member))
        {
            if (!await db.MemberKeys.AnyAsync(k => k.Kind == key.Kind && k.Value == key.Value, ct))
            {
                db.MemberKeys.Add(key);
            }
        }
    }

    /// <summary>Words of a name and a birthday that went back.</summary>
    private async Task DropOthersKeys(Member stays, CancellationToken ct)
    {
        var own = MemberKeys.Of(stays).Select(k => k.Kind + " " + k.Value).ToList();
        await db
            .MemberKeys.Where(k => k.MemberId == survivor && !Called.Contains(k.Kind))
            .Where(k => !own.Contains(k.Kind + " " + k.Value))
            .ExecuteDeleteAsync(ct);
    }

    private sealed record ProfilePart(string Name, Func<Member, object?> Of, Action<Member, Member?> Take)
    {
        /// <summary>Nobody brings himself.</summary>
        public bool IsLacking(Member stays, Member goes) =>
            Of(stays) is null && Of(goes) is { } other && !Equals(other, stays.Id);

        public bool IsSame(Member stays, Member goes) => Equals(Of(stays), Of(goes));
    }
}
