using Microsoft.EntityFrameworkCore;
using Vafa.Core.Sales;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Members;
using Vafa.Features.Products;
using Vafa.Features.Programme;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Purchases;

/// <summary>A member's last twelve months and what he likes.</summary>
/// <param name="Months">Of the club's calendar, the oldest first; the running one is the last.</param>
/// <param name="Products">Bought most often in the last 200 purchases, at most five.</param>
public sealed record MonthsOfMember(
    IReadOnlyList<MonthOfMember> Months,
    IReadOnlyList<FavouriteOfMember> Products,
    IReadOnlyList<FavouriteOfMember> ProductGroups
);

/// <param name="From">Its first business day.</param>
/// <param name="Paid">What was paid less what went back, in the smallest money unit.</param>
public sealed record MonthOfMember(DateOnly From, long Visits, long Paid);

/// <param name="Times">In how many of the purchases it was.</param>
public sealed record FavouriteOfMember(string Code, LocalText? Title, int Times);

/// <summary>Reads the strip of months from the roll-up of days; its cost does not grow with history.</summary>
public sealed class ReadMonths(AppDb db, ProgrammeStore programmes, GoodsNames names, TimeProvider clock)
{
    private const int Months = 12;
    private const int MostPurchases = 200;
    private const int Favourites = 5;

    /// <summary>Refused: member.unknown.</summary>
    public async Task<Outcome<MonthsOfMember>> Run(Guid member, CancellationToken ct)
    {
        if (!await MemberLookup.Exists(db, member, ct))
        {
            return Refusal.NotFound("member.unknown");
        }

        var ids = await MemberLookup.Under(db, member, ct);
        var time = (await programmes.Newest(ct)).Time;
        var starts = Starts(time, time.DayOf(clock.GetUtcNow()));
        var first = starts[0];
        var days = await db
            .MemberDays.AsNoTracking()
            .Where(d => ids.Contains(d.MemberId) && d.Day >= first)
            .ToListAsync(ct);
        var daysOf = days.ToLookup(d => time.PeriodStart(d.Day, Period.Month));
        var lines = await Bought(ids, ct);
        return new MonthsOfMember(
            starts.ConvertAll(s => new MonthOfMember(s, daysOf[s].Sum(d => d.Visits), daysOf[s].Sum(d => d.Spent))),
            await Most(lines.Select(l => (l.Sale, l.Sku)), NameKind.Product, ct),
            await Most(lines.Select(l => (l.Sale, l.Group)), NameKind.ProductGroup, ct)
        );
    }

    private static List<DateOnly> Starts(ClubTime time, DateOnly today)
    {
        var starts = new List<DateOnly> { time.PeriodStart(today, Period.Month) };
        while (starts.Count < Months)
        {
            starts.Insert(0, time.PeriodStart(starts[0].AddDays(-1), Period.Month));
        }

        return starts;
    }

    private async Task<List<(Guid Sale, string? Sku, string? Group)>> Bought(List<Guid> ids, CancellationToken ct)
    {
        var last = await db
            .Purchases.Where(p => ids.Contains(p.MemberId) && !p.IsVoid)
            .OrderByDescending(p => p.At)
            .Take(MostPurchases)
            .Select(p => p.Id)
            .ToListAsync(ct);
        var lines = await db
            .PurchaseLines.Where(l => ids.Contains(l.MemberId) && last.Contains(l.PurchaseId))
            .Where(l => l.Kind == LineKind.Goods)
            .Select(l => new
            {
                l.PurchaseId,
                l.Sku,
                l.ProductGroup,
            })
            .ToListAsync(ct);
        return lines.ConvertAll(l => (l.PurchaseId, l.Sku, l.ProductGroup));
    }

    private async Task<IReadOnlyList<FavouriteOfMember>> Most(
        IEnumerable<(Guid Sale, string? Code)> bought,
        NameKind kind,
        CancellationToken ct
    )
    {
        var most = bought
            .Where(b => b.Code is not null)
            .Distinct()
            .GroupBy(b => b.Code!, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Take(Favourites)
            .ToList();
        await names.Know([.. most.Select(g => (kind, g.Key))], ct);
        return [.. most.Select(g => new FavouriteOfMember(g.Key, names.Find(kind, g.Key), g.Count()))];
    }
}

/// <summary>GET of a member's months.</summary>
internal static class MonthsApi
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(
                "/api/v1/members/{id:guid}/months",
                async (Guid id, ReadMonths read, CancellationToken ct) => Answers.Of(await read.Run(id, ct))
            )
            .WithTags("members")
            .Needs(Scopes.Purchases)
            .Describe("getMonths", "A member's last twelve months, and what he buys most often.")
            .Gives<MonthsOfMember>();
}
