using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Web;

namespace Vafa.Features.Purchases;

/// <summary>A sale in a list.</summary>
public sealed record PurchaseItem(
    Guid Id,
    DateTimeOffset At,
    DateTimeOffset RecordedAt,
    ReceiptMember? Member,
    string Branch,
    string? Till,
    string? Reference,
    long Total,
    long Discount,
    long Spent,
    long Payable,
    long Refunded
);

/// <summary>?reference=&amp;member=&amp;from=&amp;to= (to is exclusive).</summary>
public sealed record PurchaseFilter(string? Reference, Guid? Member, DateTimeOffset? From, DateTimeOffset? To)
{
    public static Outcome<PurchaseFilter> Read(IQueryCollection query)
    {
        var refusals = new List<Refusal>();
        Guid? member = null;
        if (Text(query, "member") is { } id)
        {
            member = Guid.TryParse(id, out var parsed) ? parsed : null;
            if (member is null)
            {
                refusals.Add(new Refusal("json.uuid", "/member"));
            }
        }

        var from = Instant(query, "from", refusals);
        var to = Instant(query, "to", refusals);
        return refusals.Count > 0 ? refusals : new PurchaseFilter(Text(query, "reference"), member, from, to);
    }

    private static string? Text(IQueryCollection query, string name) =>
        query.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.ToString().Trim() : null;

    /// <summary>As in a body: RFC 3339 with its offset, no Jalali year.</summary>
    private static DateTimeOffset? Instant(IQueryCollection query, string name, List<Refusal> refusals)
    {
        if (Text(query, name) is not { } text)
        {
            return null;
        }

        // A plus sign in a query arrives as a space.
        var asked = new Dictionary<string, string>(StringComparer.Ordinal) { [name] = text.Replace(' ', '+') };
        return DocumentReader.Of(JsonSerializer.SerializeToElement(asked), refusals: refusals).Instant(name);
    }
}

/// <summary>Lists sales, newest first.</summary>
internal sealed class FindPurchases(AppDb db)
{
    public async Task<Listed<PurchaseItem>> Run(PurchaseFilter filter, Paging paging, CancellationToken ct)
    {
        var sales = db.Purchases.AsNoTracking();
        if (filter.Member is { } member)
        {
            sales = sales.Where(p => p.MemberId == member);
        }

        if (filter.Reference is { } reference)
        {
            sales = sales.Where(p => p.Reference == reference);
        }

        if (filter.From is { } from)
        {
            sales = sales.Where(p => p.At >= from);
        }

        if (filter.To is { } to)
        {
            sales = sales.Where(p => p.At < to);
        }

        if (paging.After is [var at, var id] && Place(at, id) is { } place)
        {
            sales = sales.Where(p => p.At < place.At || (p.At == place.At && p.Id.CompareTo(place.Id) < 0));
        }

        var rows = await sales
            .OrderByDescending(p => p.At)
            .ThenByDescending(p => p.Id)
            .Take(paging.Limit + 1)
            .ToListAsync(ct);
        return Listed<PurchaseItem>.Of(
            rows,
            paging,
            Item,
            p => [p.At.UtcTicks.ToString(CultureInfo.InvariantCulture), p.Id.ToString()]
        );
    }

    private static (DateTimeOffset At, Guid Id)? Place(string at, string id) =>
        long.TryParse(at, CultureInfo.InvariantCulture, out var ticks)
        && ticks is > 0 and < 3_155_378_975_999_999_999
        && Guid.TryParse(id, out var guid)
            ? (new DateTimeOffset(ticks, TimeSpan.Zero), guid)
            : null;

    private static PurchaseItem Item(Purchase p) =>
        new(
            p.Id,
            p.At,
            p.RecordedAt,
            p.IsGuest ? null : new ReceiptMember(p.MemberId),
            p.Branch,
            p.Till,
            p.Reference,
            p.Total,
            p.Discount,
            p.Spent,
            p.Payable,
            p.Refunded
        );
}
