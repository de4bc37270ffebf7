using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Features.Timeline;
using Vafa.Web;

namespace Vafa.Features.Purchases;

/// <summary>What a member gave back.</summary>
internal sealed class RefundsOnTimeline(AppDb db) : ITimelineSource
{
    public string Scope => Scopes.Purchases;

    public TimelinePart Part => TimelinePart.Sales;

    public async Task<IReadOnlyList<TimelineEvent>> Read(TimelineAsk ask, CancellationToken ct)
    {
        var (at, id) = (ask.Before.At, ask.Before.Id);
        var refunds = await db
            .Refunds.AsNoTracking()
            .Where(r => r.MemberId == ask.Member && r.At <= at && (r.At < at || r.Id.CompareTo(id) < 0))
            .OrderByDescending(r => r.At)
            .ThenByDescending(r => r.Id)
            .Take(ask.Take)
            .ToListAsync(ct);
        var ids = refunds.ConvertAll(r => r.PurchaseId);
        var sales = await db
            .Purchases.AsNoTracking()
            .Where(p => p.MemberId == ask.Member && ids.Contains(p.Id))
            .Select(p => new SaleOnTimeline(p.Id, p.Total, p.Payable, p.Refunded, p.IsVoid))
            .ToListAsync(ct);
        return refunds.ConvertAll(r =>
        {
            var money = ask.Words.Money(new(r.Money));
            return new TimelineEvent("refund", r.Id, r.At, ask.Words.Say($"برگشت {money}", $"Refund of {money}"))
            {
                By = r.By,
                Reason = r.Reason,
                Purchase = sales.Find(s => s.Id == r.PurchaseId),
            };
        });
    }
}
