using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;

namespace Vafa.Features.Members;

/// <summary>Finds a member by what people call him: one probe of one index, however many members there are.</summary>
public static class MemberLookup
{
    /// <summary>Whether there is or was such a member: what is kept of one who is gone can still be read.</summary>
    public static Task<bool> Exists(AppDb db, Guid id, CancellationToken ct) =>
        db.Members.IgnoreQueryFilters().AnyAsync(m => m.Id == id, ct);

    /// <summary>Why there is no member of this id: member.gone (409) or member.unknown (404).</summary>
    public static async Task<Refusal> NotHere(AppDb db, Guid id, CancellationToken ct) =>
        await Exists(db, id, ct) ? Gone() : Refusal.NotFound("member.unknown");

    /// <summary>Nothing can be done with an id that is no member any more.</summary>
    /// <param name="pointer">The field that names it.</param>
    public static Refusal Gone(string pointer = "") => Refusal.Conflict("member.gone", pointer);

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
            return await db.Members.AnyAsync(m => m.Id == id, ct) ? id : null;
        }

        var mobile = Mobile.Parse(idMobileOrCard);
        return mobile.IsRefused ? await ByCard(db, idMobileOrCard, ct) : await ByMobile(db, mobile.Value, ct);
    }

    /// <summary>All members with the day they joined, for a query of another feature to go on with.</summary>
    public static IQueryable<MemberJoined> Joined(AppDb db) =>
        db.Members.Select(m => new MemberJoined { Id = m.Id, Day = m.SinceDay });

    /// <summary>Ids that are no members any more, for a query over what is kept under them.</summary>
    public static IQueryable<Guid> Gone(AppDb db) =>
        db.Members.IgnoreQueryFilters().Where(m => m.GoneAt != null).Select(m => m.Id);

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
