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

    /// <summary>The ids that were merged into a member.</summary>
    public static Task<List<Guid>> MergedInto(AppDb db, Guid member, CancellationToken ct) =>
        db.Members.IgnoreQueryFilters().Where(m => m.MergedInto == member).Select(m => m.Id).ToListAsync(ct);

    /// <summary>All ids under which something of a member is kept, his own first.</summary>
    public static async Task<List<Guid>> Under(AppDb db, Guid member, CancellationToken ct) =>
        [member, .. await MergedInto(db, member, ct)];

    /// <summary>The same for an id that may have been merged itself.</summary>
    public static async Task<List<Guid>> Family(AppDb db, Guid id, CancellationToken ct) =>
        await Under(db, await Follow(db, id, ct) ?? id, ct);

    /// <summary>The member an id was merged into; null: it was not.</summary>
    public static Task<Guid?> Follow(AppDb db, Guid id, CancellationToken ct) =>
        db.Members.IgnoreQueryFilters().Where(m => m.Id == id).Select(m => m.MergedInto).FirstOrDefaultAsync(ct);

    /// <summary>Every merged id with the member it became, for what is added up over all members.</summary>
    public static Task<Dictionary<Guid, Guid>> Merged(AppDb db, CancellationToken ct) =>
        db
            .Members.IgnoreQueryFilters()
            .Where(m => m.MergedInto != null)
            .ToDictionaryAsync(m => m.Id, m => m.MergedInto!.Value, ct);

    /// <summary>The same for every id: of one that was merged, the day its member joined.</summary>
    public static IQueryable<MemberJoined> JoinedUnder(AppDb db)
    {
        var everybody = db.Members.IgnoreQueryFilters();
        var members = everybody.Where(m => m.GoneAt == null);
        return members
            .Select(m => new MemberJoined { Id = m.Id, Day = m.SinceDay })
            .Concat(
                everybody.Join(
                    members,
                    m => m.MergedInto,
                    m => m.Id,
                    (merged, member) => new MemberJoined { Id = merged.Id, Day = member.SinceDay }
                )
            );
    }

    /// <summary>
    /// Ids of those who left, for a query over what is kept under them; who was merged lives on while his member does.
    /// </summary>
    public static IQueryable<Guid> Left(AppDb db)
    {
        var gone = db.Members.IgnoreQueryFilters().Where(m => m.GoneAt != null);
        return gone.Where(m => m.MergedInto == null || gone.Any(other => other.Id == m.MergedInto)).Select(m => m.Id);
    }

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
