using Microsoft.EntityFrameworkCore;
using Vafa.Core.Sales;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Timeline;
using Vafa.Web;

namespace Vafa.Features.Purchases;

/// <summary>A member's sales: what was paid, what they brought, and which offers were given.</summary>
internal sealed class SalesOnTimeline(AppDb db, ReceiptReader receipts) : ITimelineSource
{
    public string Scope => Scopes.Purchases;

    public TimelinePart Part => TimelinePart.Sales;

    public async Task<IReadOnlyList<TimelineEvent>> Read(TimelineAsk ask, CancellationToken ct)
    {
        var (at, id) = (ask.Before.At, ask.Before.Id);
        var sales = await db
            .Purchases.AsNoTracking()
            .Where(p => p.MemberId == ask.Member && p.At <= at && (p.At < at || p.Id.CompareTo(id) < 0))
            .OrderByDescending(p => p.At)
            .ThenByDescending(p => p.Id)
            .Take(ask.Take)
            .ToListAsync(ct);
        var read = await receipts.ReadSome(ask.Member, sales, ct);
        return [.. read.Select(sale => Told(sale, ask.Words))];
    }

    private static TimelineEvent Told(RecordedSale sale, Wording words)
    {
        var purchase = sale.Purchase;
        var earned = sale
            .Earned.GroupBy(e => e.Unit, StringComparer.Ordinal)
            .Select(g => new AmountOnTimeline(g.Key, g.Sum(e => e.Amount)))
            .ToList();
        return new TimelineEvent("purchase", purchase.Id, purchase.At, Sentence(sale, earned, words))
        {
            Purchase = new(purchase.Id, purchase.Total, purchase.Payable, purchase.Refunded, purchase.IsVoid),
            Amounts = earned,
        };
    }

    /// <summary>«خرید ۱۲۰٬۰۰۰ تومان، پرداختی ۹۶٬۰۰۰ تومان؛ ۵ امتیاز گرفت؛ پیشنهاد: تولد».</summary>
    private static string Sentence(RecordedSale sale, List<AmountOnTimeline> earned, Wording words)
    {
        var (total, payable) = (words.Money(new(sale.Purchase.Total)), words.Money(new(sale.Purchase.Payable)));
        var parts = new List<string>
        {
            sale.Purchase.Total == sale.Purchase.Payable
                ? words.Say($"خرید {total}", $"Purchase of {total}")
                : words.Say($"خرید {total}، پرداختی {payable}", $"Purchase of {total}, paid {payable}"),
        };
        if (earned.Count > 0)
        {
            var amounts = string.Join(words.Say(" و ", " and "), earned.Select(e => words.Amount(e.Unit, e.Amount)));
            parts.Add(words.Say($"{amounts} گرفت", $"earned {amounts}"));
        }

        var offers = (sale.Decision?.Offers ?? [])
            .Where(o => o.Status == OfferStatus.Applied)
            .Select(o => words.Inside(words.Title(sale.Club.Programme.Offers[o.Offer].Title)))
            .ToList();
        if (offers.Count > 0)
        {
            var titles = string.Join(words.Say("، ", ", "), offers);
            parts.Add(
                offers.Count == 1
                    ? words.Say($"پیشنهاد: {titles}", $"offer: {titles}")
                    : words.Say($"پیشنهادها: {titles}", $"offers: {titles}")
            );
        }

        return string.Join(words.Say("؛ ", "; "), parts);
    }
}
