using Microsoft.EntityFrameworkCore;
using Vafa.Core.Ledger;
using Vafa.Data;

namespace Vafa.Features.Ledger;

/// <summary>What sales brought and refunds took back, for a query of another feature to go on with.</summary>
internal static class EntriesOfSales
{
    public static IQueryable<EntryRow> Earned(AppDb db, DateTimeOffset since) =>
        db.Entries.Where(e => e.Kind == EntryKind.Earned && e.At >= since);

    public static IQueryable<EntryRow> Reversed(AppDb db, DateTimeOffset since) =>
        db.Entries.Where(e => e.Kind == EntryKind.Reversed && e.At >= since);

    /// <summary>What members paid with in sales.</summary>
    public static IQueryable<EntryRow> Spent(AppDb db, DateTimeOffset since) =>
        db.Entries.Where(e => e.Kind == EntryKind.Spent && e.At >= since);

    /// <summary>What was earned, less what was taken back, in all the time before.</summary>
    public static IQueryable<EntryRow> Before(AppDb db, DateTimeOffset end) =>
        db.Entries.Where(e => (e.Kind == EntryKind.Earned || e.Kind == EntryKind.Reversed) && e.At < end);

    /// <summary>What was earned and stands, also with a member somebody else became.</summary>
    public static IQueryable<LotRow> Standing(AppDb db) =>
        from l in db.Lots.AsNoTracking()
        join e in db.Entries on new { l.MemberId, l.No } equals new { e.MemberId, e.No }
        where l.Remaining > 0 && l.Day != null && (e.Kind == EntryKind.Earned || e.Kind == EntryKind.Merged)
        select l;
}
