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
}
