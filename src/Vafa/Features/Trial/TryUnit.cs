using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Earning;
using Vafa.Core.Ledger;
using Vafa.Core.Sales;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Ledger;
using Vafa.Features.Programme;
using Vafa.Features.Purchases;

namespace Vafa.Features.Trial;

/// <summary>What settings of a unit would have done to the club's own past.</summary>
/// <param name="Days">How many business days are looked back on, today included.</param>
/// <param name="Caps">Left out where the settings have none.</param>
/// <param name="Life">Left out where nothing ends, or where purchases renew it.</param>
/// <param name="Spending">Left out where there is no bound.</param>
/// <param name="Message">The same in sentences, a line each.</param>
public sealed record UnitTrial(int Days, CapsTrial? Caps, LifeTrial? Life, SpendingTrial? Spending, string Message);

/// <param name="Times">Sales and events that brought some by rules, tiers or engagement.</param>
/// <param name="Cut">How many of them would have brought less.</param>
/// <param name="Amount">How much less in all.</param>
public sealed record CapsTrial(int Times, int Cut, long Amount);

/// <summary>A gift with a life of its own counts as if it had the unit's.</summary>
/// <param name="Standing">What was earned, whenever it was, and is in wallets today.</param>
/// <param name="Ended">What of it would have ended if it had lived so long from the beginning.</param>
public sealed record LifeTrial(long Standing, long Ended);

/// <param name="Sales">Sales that it paid.</param>
/// <param name="Refused">How many of them it could not have paid just so.</param>
public sealed record SpendingTrial(int Sales, int Refused);

/// <summary>
/// Holds a unit's settings against the club's own sales before they are saved; writes nothing. Refused: unit.unknown,
/// and what a unit's document refuses.
/// </summary>
internal sealed class TryUnit(AppDb db, EarnedActs acts, ProgrammeStore programmes, TimeProvider clock)
{
    public const int Days = 90;

    public async Task<Outcome<UnitTrial>> Run(JsonElement document, string code, bool persian, CancellationToken ct)
    {
        var club = await programmes.Newest(ct);
        if (club.Programme.UnitOf(code) is null)
        {
            return Refusal.NotFound("unit.unknown", code);
        }

        var read = UnitDocument.Read(document, code, club.Known);
        if (read.IsRefused)
        {
            return Outcome<UnitTrial>.Refused(read.Refusals);
        }

        var unit = read.Value;
        var today = club.Time.DayOf(clock.GetUtcNow());
        var first = today.AddDays(1 - Days);
        var caps = unit.Caps.Any ? await Caps(unit, club.Time, first, ct) : null;
        var life = unit.Life is Lifetime.Never or Lifetime.Idle ? null : await Life(unit, club.Time, today, ct);
        var spending = HasBounds(unit) ? await Spending(unit, club.Time.StartOf(first), ct) : null;
        var trial = new UnitTrial(Days, caps, life, spending, "");
        return trial with { Message = string.Join('\n', TrialSentences.Of(trial, unit, club.Wording(persian))) };
    }

    private async Task<CapsTrial> Caps(Unit unit, ClubTime time, DateOnly first, CancellationToken ct)
    {
        // What the month had brought before the first day counts, too.
        var since = unit.Caps.Month is null ? first : time.PeriodStart(first, Period.Month);
        var trial = new CapTrial(unit.Caps, time);
        var (times, cut, amount) = (0, 0, 0L);
        var members = acts.Run(unit.Code, time.StartOf(since), withBefore: unit.Caps.Ever is not null, ct);
        var start = time.StartOf(first);
        await foreach (var member in members.WithCancellation(ct))
        {
            var held = trial.Of(member.Acts, first, member.Before);
            times += member.Acts.Count(a => a.At >= start && a.Capped > 0);
            (cut, amount) = (cut + held.Times, amount + held.Amount);
        }

        return new CapsTrial(times, cut, amount);
    }

    private async Task<LifeTrial> Life(Unit unit, ClubTime time, DateOnly today, CancellationToken ct)
    {
        var days = await EntriesOfSales
            .Standing(db)
            .Where(l => l.Unit == unit.Code)
            .GroupBy(l => l.Day!.Value)
            .Select(g => new { Day = g.Key, Amount = g.Sum(l => l.Remaining) })
            .ToListAsync(ct);
        return new LifeTrial(
            days.Sum(d => d.Amount),
            days.Where(d => unit.Life.LastDay(time, d.Day) < today).Sum(d => d.Amount)
        );
    }

    private static bool HasBounds(Unit unit) => unit.MaySpend && !unit.Spending.Equals(SpendingRules.None);

    private async Task<SpendingTrial> Spending(Unit unit, DateTimeOffset since, CancellationToken ct)
    {
        var spent = EntriesOfSales
            .Spent(db, since)
            .Where(e => e.Unit == unit.Code)
            .GroupBy(e => new { e.MemberId, e.CauseId })
            .Select(g => new
            {
                g.Key.MemberId,
                Id = g.Key.CauseId,
                Amount = -g.Sum(e => e.Amount),
            });
        var sales =
            from s in spent
            join b in BillOfSale.Since(db, since, unit.Spending.ProductGroups)
                on new { s.MemberId, s.Id } equals new { b.MemberId, b.Id }
            select new
            {
                s.Amount,
                b.Bill,
                b.Branch,
                b.Day,
            };
        var (paid, refused) = (0, 0);
        await foreach (var sale in sales.AsAsyncEnumerable().WithCancellation(ct))
        {
            paid++;
            refused += new SpentOnce(sale.Amount, new Money(sale.Bill), sale.Branch, sale.Day).Passes(unit) ? 0 : 1;
        }

        return new SpendingTrial(paid, refused);
    }
}
