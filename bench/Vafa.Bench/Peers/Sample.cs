using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Bench.Peers;

/// <summary>
/// Customers at the counter of <see cref="CornerShop"/>, five lines each, such that every one of its offers is met by
/// some. Their words are strings of their own, as they come from outside, and not those of our source.
/// </summary>
internal static class Sample
{
    public const int Sales = 512;

    public static SaleContext[] Of(Programme programme) =>
        [.. Enumerable.Range(1, Sales).Select(seed => Sale(programme, seed))];

    private static SaleContext Sale(Programme programme, int seed)
    {
        var basket = Basket(seed);
        return new SaleContext
        {
            Basket = basket,
            Member = seed % 8 == 0 ? null : Member(seed),
            At = CornerShop.Now,
            Day = programme.Club.Time.DayOf(CornerShop.Now),
            Time = programme.Club.Time,
            Goods = new Money(basket.Lines.Sum(l => l.Amount.Minor)),
            Needs = programme.Needs,
            Festivals = programme.Festivals,
        };
    }

    private static Basket Basket(int seed)
    {
        var random = new Random(seed + 1_000);
        var basket = CornerShop.Basket(seed);
        return basket with
        {
            Lines = [.. basket.Lines.Select(l => l with { Sku = Own(l.Sku!), Group = Own(l.Group!) })],
            Branch = Own(random.Next(5) == 0 ? "north" : "main"),
            Channel = random.Next(5) == 0 ? Channel.Online : Channel.Store,
            PaymentMethods = [Own(random.Next(3) == 0 ? "cash" : "card")],
            Codes = random.Next(10) == 0 ? [Own("nowruz")] : [],
        };
    }

    private static MemberFacts Member(int seed)
    {
        var random = new Random(seed + 2_000);
        var some = CornerShop.Member(seed);
        return new MemberFacts
        {
            Id = some.Id,
            Visits = random.Next(12) == 0 ? 0 : some.Visits,
            Spent = some.Spent,
            LastVisit = some.LastVisit,
            Since = some.Since,
            Birth = some.Birth,
            Groups = random.Next(6) switch
            {
                0 => [Own("gold")],
                1 or 2 => [Own("silver")],
                _ => [],
            },
            Fields = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [Own("city")] = Own(random.Next(3) == 0 ? "yazd" : "karaj"),
            },
            Wallets = [.. some.Wallets.Select(w => w with { Unit = Own(w.Unit) })],
            Windows = some.Windows,
        };
    }

    private static string Own(string text) => new(text.AsSpan());
}
