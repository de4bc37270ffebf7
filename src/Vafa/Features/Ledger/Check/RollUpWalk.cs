using Vafa.Core.Ledger;
using Vafa.Data;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;
using Vafa.Features.Purchases;

namespace Vafa.Features.Ledger.Check;

/// <summary>
/// Adds the roll-ups behind the home page up again, member by member, from sales, refunds, entries and lots. Where one
/// of those is itself wrong, it goes on with what should stand there, so that a wrong number is named once.
/// </summary>
internal sealed class RollUpWalk(ClubTimes times)
{
    public RollUps Sums { get; } = new();

    public void Add(MemberRows rows, IReadOnlyList<SaleAdded> sales, IReadOnlyList<LedgerFault> faults)
    {
        foreach (var sale in sales)
        {
            var at = SqliteDb.Instant(sale.Stored.At);
            Sums.Sold(Counted(sale), times.Of(sale.Stored.ProgrammeVersion).WallClock(at).Hour);
        }

        AddRefunds(rows, sales);
        AddEntries(rows, sales, faults);
        foreach (var lot in rows.Lots.Rows)
        {
            Sums.Due(lot.ExpiresAt, lot.Unit, Righted(faults, "lot.remaining", lot.No) ?? lot.Remaining);
        }
    }

    private static Purchase Counted(SaleAdded sale) =>
        new()
        {
            Branch = sale.Stored.Branch,
            Day = sale.Stored.Day,
            IsGuest = sale.Stored.IsGuest,
            Total = sale.Total,
            Discount = sale.Discount,
            Spent = sale.Spent,
            Payable = sale.Payable,
            Visit = sale.Stored.Visit,
            IsApart = sale.Stored.IsApart,
        };

    private void AddRefunds(MemberRows rows, IReadOnlyList<SaleAdded> sales)
    {
        var money = rows.RefundLines.Rows.ToLookup(l => l.Refund);
        foreach (var refund in rows.Refunds.Rows)
        {
            if (sales.FirstOrDefault(s => s.Stored.Id == refund.Purchase) is { } sale)
            {
                var at = SqliteDb.Instant(refund.At);
                var time = times.At(at);
                var back = money[refund.Id].Sum(l => l.Money);
                Sums.Refunded(time.DayOf(at), time.WallClock(at).Hour, sale.Stored.Branch, back);
            }
        }
    }

    private void AddEntries(MemberRows rows, IReadOnlyList<SaleAdded> sales, IReadOnlyList<LedgerFault> faults)
    {
        var days = sales.ToDictionary(s => s.Stored.Id, s => s.Stored.Day);
        foreach (var (entry, kind, cause, recordedAt) in rows.Entries.Rows)
        {
            var ofSale = kind is CauseKind.Purchase or CauseKind.Offer or CauseKind.Tier;
            if (!ofSale || !days.TryGetValue(cause, out var day))
            {
                var at = SqliteDb.Instant(recordedAt);
                day = times.At(at).DayOf(at);
            }

            Sums.Moved(day, entry.Unit, entry.Kind, Righted(faults, "entry.amount", entry.No) ?? entry.Amount);
        }
    }

    private static long? Righted(IReadOnlyList<LedgerFault> faults, string what, long no)
    {
        foreach (var fault in faults)
        {
            if (fault.No == no && fault.What == what)
            {
                return fault.Expected;
            }
        }

        return null;
    }
}
