using Microsoft.EntityFrameworkCore;
using Vafa.Core.Ledger;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Members;
using Vafa.Features.Programme;

namespace Vafa.Features.Ledger;

/// <summary>A parcel of a unit, with what may still become of it.</summary>
/// <param name="No">Its number within the member; extend and reinstate name it.</param>
/// <param name="Amount">What it brought; below 0: a debt.</param>
/// <param name="AvailableFrom">Null while it waits for the event in <paramref name="Awaits"/>.</param>
/// <param name="Expired">What expired out of it and does not stand again.</param>
/// <param name="State">open, pending, expired, spent, debt.</param>
public sealed record LotView(
    long No,
    string Unit,
    long Amount,
    long Remaining,
    DateTimeOffset? AvailableFrom,
    DateTimeOffset? ExpiresAt,
    string? Awaits,
    DateOnly? Day,
    long Expired,
    string State,
    CauseOfItem Cause
);

/// <param name="All">Also those that are empty and of which nothing expired.</param>
/// <param name="Below">Only lots with a smaller number: where the page before stopped.</param>
public sealed record LotsRequest(Guid Member, string? Unit, bool All, int Limit, bool Persian, long? Below = null);

/// <summary>The lots of a member, newest first. Refused: member.unknown.</summary>
public sealed class ReadLots(AppDb db, ProgrammeStore programmes, TimeProvider clock)
{
    public async Task<Outcome<IReadOnlyList<LotView>>> Run(LotsRequest request, CancellationToken ct)
    {
        if (!await MemberLookup.Exists(db, request.Member, ct))
        {
            return Refusal.NotFound("member.unknown");
        }

        var (member, unit, below) = (request.Member, request.Unit, request.Below ?? long.MaxValue);
        var ends = db.Entries.Where(e => e.MemberId == member && e.Account == ClubAccount.Expired);
        var rows = await db
            .Lots.AsNoTracking()
            .Where(l => l.MemberId == member && l.No < below && (unit == null || l.Unit == unit))
            .Select(l => new { Lot = l, Expired = -ends.Where(e => e.Lot == l.No).Sum(e => e.Amount) })
            .Where(l => request.All || l.Lot.Remaining != 0 || l.Expired > 0)
            .OrderByDescending(l => l.Lot.No)
            .Take(request.Limit)
            .ToListAsync(ct);
        var numbers = rows.ConvertAll(r => r.Lot.No);
        var opened = await db
            .Entries.AsNoTracking()
            .Where(e => e.MemberId == member && numbers.Contains(e.No))
            .ToDictionaryAsync(e => e.No, ct);
        var titles = new CauseTitles(await programmes.Newest(ct), request.Persian);
        var now = clock.GetUtcNow();
        return rows.ConvertAll(r => Shown(r.Lot, r.Expired, titles.Of(opened[r.Lot.No]), now));
    }

    private static LotView Shown(LotRow row, long expired, CauseOfItem cause, DateTimeOffset now) =>
        new(
            row.No,
            row.Unit,
            row.Amount,
            row.Remaining,
            row.Awaits is null ? row.AvailableFrom : null,
            row.ExpiresAt,
            row.Awaits,
            row.Day,
            expired,
            StateOf(row.ToLot(), expired, now),
            cause
        );

    private static string StateOf(Lot lot, long expired, DateTimeOffset now) =>
        lot.IsDebt ? "debt"
        : lot.Remaining == 0
            ? expired > 0 ? "expired"
                : "spent"
        : lot.IsExpiredAt(now) ? "expired"
        : lot.IsPendingAt(now) ? "pending"
        : "open";
}
