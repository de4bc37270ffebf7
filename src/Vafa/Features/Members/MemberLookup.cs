using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;

namespace Vafa.Features.Members;

/// <summary>Finds a member by what people call him: one probe of one index, however many members there are.</summary>
public static class MemberLookup
{
    public static Task<bool> Exists(AppDb db, Guid id, CancellationToken ct) =>
        db.Members.AnyAsync(m => m.Id == id, ct);

    public static Task<Guid?> ByMobile(AppDb db, Mobile mobile, CancellationToken ct) =>
        ByKey(db, MemberKey.Mobile, mobile.E164, ct);

    /// <param name="card">As people type it.</param>
    public static Task<Guid?> ByCard(AppDb db, string card, CancellationToken ct) =>
        ByKey(db, MemberKey.Card, CardNumber.Read(card), ct);

    /// <summary>By id, mobile or card, whichever it is; null when nobody is.</summary>
    public static async Task<Guid?> Find(AppDb db, string idMobileOrCard, CancellationToken ct)
    {
        if (Guid.TryParseExact(idMobileOrCard, "D", out var id))
        {
            return await Exists(db, id, ct) ? id : null;
        }

        var mobile = Mobile.Parse(idMobileOrCard);
        return mobile.IsRefused ? await ByCard(db, idMobileOrCard, ct) : await ByMobile(db, mobile.Value, ct);
    }

    /// <summary>All members with the day they joined, for a query of another feature to go on with.</summary>
    public static IQueryable<MemberJoined> Joined(AppDb db) =>
        db.Members.Select(m => new MemberJoined { Id = m.Id, Day = m.SinceDay });

    private static Task<Guid?> ByKey(AppDb db, string kind, string value, CancellationToken ct) =>
        db
            .MemberKeys.Where(k => k.Kind == kind && k.Value == value)
            .Select(k => (Guid?)k.MemberId)
            .SingleOrDefaultAsync(ct);
}

/// <summary>Since which business day somebody is a member.</summary>
public sealed class MemberJoined
{
    public Guid Id { get; init; }

    public DateOnly Day { get; init; }
}
