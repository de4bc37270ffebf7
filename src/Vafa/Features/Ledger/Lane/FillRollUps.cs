using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Data.Copying;
using Vafa.Features.Ledger.Check;
using Vafa.Features.Members;
using Vafa.Features.Programme;
using Vafa.Features.Purchases;

namespace Vafa.Features.Ledger.Lane;

/// <summary>
/// Fills the roll-ups, visits and birthday keys of a club whose sales are older than they are, once: member by member,
/// so that memory stays small. Broken off, it begins anew the next time.
/// </summary>
internal sealed class FillRollUps(Database database, LaneStore store)
{
    private const int RowsOfAWrite = 1_000;
    private const string Lock = "SELECT pg_advisory_xact_lock(811405)";

    /// <summary>For a verb that has no parts of the product but the database.</summary>
    public static async Task Run(Database database, CancellationToken ct)
    {
        using var gate = new WriteGate(oneWriter: !database.IsPostgres);
        await using LaneStore own = database.IsPostgres
            ? new PostgresLane(database, gate)
            : new SqliteLane(database, gate);
        await new FillRollUps(database, own).Run(ct);
    }

    public async Task Run(CancellationToken ct)
    {
        var (hasMembers, hasMoved) = await WhatToFill(ct);
        if (!hasMembers && !hasMoved)
        {
            return;
        }

        await using var snapshot = await Snapshot.Open(database, ct);
        await FillBirthdays(snapshot, ct);
        if (hasMoved)
        {
            await FillSums(await AddUp(snapshot, ct), ct);
        }
    }

    /// <summary>Nothing where the roll-ups have rows.</summary>
    private async Task<(bool HasMembers, bool HasMoved)> WhatToFill(CancellationToken ct)
    {
        await using var transaction = await store.Begin(ct);
        await using var db = transaction.Context();
        return await AnyRollUp(db, ct)
            ? (false, false)
            : (
                await db.Members.IgnoreQueryFilters().AnyAsync(ct),
                await db.Purchases.AnyAsync(ct) || await db.Entries.AnyAsync(ct)
            );
    }

    private static async Task<bool> AnyRollUp(AppDb db, CancellationToken ct) =>
        await db.BranchHours.AnyAsync(ct) || await db.UnitDays.AnyAsync(ct) || await db.UnitDues.AnyAsync(ct);

    private async Task<RollUps> AddUp(Snapshot snapshot, CancellationToken ct)
    {
        var walk = new RollUpWalk(await ClubTimes.Read(snapshot, ct), await CheckNights.Read(snapshot, ct));
        var told = new List<ToldVisit>();
        await using var rows = new MemberRows(snapshot, ct);
        await rows.Start();
        while (await rows.Advance() is { } member)
        {
            var sales = Told(SaleAdded.Of(rows));
            told.AddRange(
                sales
                    .Where(s => s.Stored.Visit != VisitKind.Usual)
                    .Select(s => new ToldVisit(member, s.Stored.Id, s.Stored.Visit))
            );
            walk.Add(rows, sales, CheckLedger.Faults(rows));
            if (told.Count >= RowsOfAWrite)
            {
                await Tell(told, ct);
            }
        }

        await Tell(told, ct);
        return walk.Sums;
    }

    /// <summary>The visits of one member in the order of time, as if each had been recorded when it was.</summary>
    private static List<SaleAdded> Told(List<SaleAdded> sales)
    {
        var told = new List<SaleAdded>(sales.Count);
        DateOnly? last = null;
        foreach (var sale in sales.OrderBy(s => s.Stored.At).ThenBy(s => s.Stored.Id))
        {
            var visit = sale.Stored.IsGuest ? VisitKind.Usual : VisitKinds.Of(last, sale.Stored.Day);
            told.Add(sale with { Stored = sale.Stored with { Visit = visit } });
            last = last > sale.Stored.Day ? last : sale.Stored.Day;
        }

        return told;
    }

    private async Task Tell(List<ToldVisit> told, CancellationToken ct)
    {
        var rows = new LaneRows();
        foreach (var visit in told)
        {
            rows.Visits.Add(visit);
        }

        told.Clear();
        await using var transaction = await store.Begin(ct);
        await transaction.Commit(rows, ct);
    }

    private async Task FillSums(RollUps sums, CancellationToken ct)
    {
        await using var transaction = await store.Begin(ct);
        await using var db = transaction.Context();
        if (database.IsPostgres)
        {
            // Another node may have started at the same moment.
            await db.Database.ExecuteSqlRawAsync(Lock, ct);
        }

        if (!await AnyRollUp(db, ct))
        {
            var rows = new LaneRows();
            sums.AddTo(rows);
            await transaction.Commit(rows, ct);
        }
    }

    private async Task FillBirthdays(Snapshot snapshot, CancellationToken ct)
    {
        await using var transaction = await store.Begin(ct);
        await using var db = transaction.Context();
        if (database.IsPostgres)
        {
            await db.Database.ExecuteSqlRawAsync(Lock, ct);
        }

        if (await db.MemberKeys.AnyAsync(k => k.Kind == MemberKey.JalaliBirthday, ct))
        {
            return;
        }

        const string sql = "SELECT id, birth_date FROM member WHERE birth_date IS NOT NULL";
        var rows = new LaneRows();
        await foreach (var (member, birth) in snapshot.Stream(sql, r => (r.Id(0), r.Day(1)), ct))
        {
            foreach (var key in Birthdays.Keys(member, birth))
            {
                rows.NewMemberKeys.Add(key);
            }

            if (rows.NewMemberKeys.Count >= RowsOfAWrite)
            {
                await transaction.Write(rows, ct);
                rows = new LaneRows();
            }
        }

        await transaction.Commit(rows, ct);
    }
}
