using Vafa.Core.Sales;

namespace Vafa.Bench.Peers;

/// <summary>
/// The limit: the conditions of <see cref="CornerShop"/>'s 30 offers as a programmer writes them for that shop alone,
/// an if for each. Nothing is kept from one sale to the next.
/// </summary>
internal static class HandWritten
{
    /// <summary>Each if asks for itself. Fills in the numbers of the offers that hold; gives how many.</summary>
    public static int Eligible(in SaleContext sale, Span<int> offers) =>
        Eligible(sale, new AskedEachTime(in sale), offers);

    /// <summary>What several ifs ask is asked once before them.</summary>
    public static int EligibleShared(in SaleContext sale, Span<int> offers) =>
        Eligible(sale, AskedOnce.Of(sale), offers);

    private static int Eligible<T>(in SaleContext sale, in T seen, Span<int> offers)
        where T : struct, ISeen, allows ref struct
    {
        var count = ByBasketAndVisits(sale, seen, offers);
        count = ByMember(sale, seen, offers, count);
        return ByTheRest(sale, seen, offers, count);
    }

    private static int ByBasketAndVisits<T>(in SaleContext sale, in T seen, Span<int> offers)
        where T : struct, ISeen, allows ref struct
    {
        var n = 0;
        if (seen.Visits > 10)
        {
            offers[n++] = 0;
        }

        if (seen.Total > 5_000_000)
        {
            offers[n++] = 1;
        }

        if (
            sale.Member?.Birth is { } birth
            && sale.Time.AnniversaryNear(birth, sale.Day, daysBefore: 3, daysAfter: 3) is not null
        )
        {
            offers[n++] = 2;
        }

        if (seen.Silver)
        {
            offers[n++] = 3;
        }

        if (OfGroup(sale.Basket, "cake") is not null)
        {
            offers[n++] = 4;
        }

        if (seen is { Main: true, Total: >= 3_000_000, Visits: >= 2 })
        {
            offers[n++] = 5;
        }

        if (seen is { Total: >= 2_000_000, Visits: >= 1 } && sale.Basket.Branch == "north")
        {
            offers[n++] = 6;
        }

        if (seen is { Total: >= 8_000_000, Visits: >= 5, Gold: true })
        {
            offers[n++] = 7;
        }

        if (seen is { Total: >= 9_000_000, Visits: >= 5, Gold: true })
        {
            offers[n++] = 8;
        }

        if (seen is { Main: true, Total: >= 12_000_000 })
        {
            offers[n++] = 9;
        }

        return n;
    }

    private static int ByMember<T>(in SaleContext sale, in T seen, Span<int> offers, int n)
        where T : struct, ISeen, allows ref struct
    {
        if (seen.Total >= 4_000_000 && OfProduct(sale.Basket, "latte") is { } lattes)
        {
            if (lattes >= 1_000)
            {
                offers[n++] = 10;
            }

            if (lattes >= 3_000)
            {
                offers[n++] = 11;
            }
        }

        if (seen is { Main: true, Visits: >= 1 } && DaysSince(sale.Member?.Since, sale) >= 365)
        {
            offers[n++] = 12;
        }

        if (seen.Visits >= 12 && DaysSince(sale.Member?.Since, sale) >= 30)
        {
            offers[n++] = 13;
        }

        if (seen is { Main: true, Store: true })
        {
            if (seen.Visits == 0)
            {
                offers[n++] = 14;
            }

            if (DaysSince(sale.Member?.LastVisit, sale) >= 60)
            {
                offers[n++] = 15;
            }
        }

        if (seen is { Online: true, Total: >= 3_000_000 })
        {
            offers[n++] = 16;
        }

        if (seen is { Store: true, Total: >= 3_000_000 } && sale.Basket.PaymentMethods.Contains("card"))
        {
            offers[n++] = 17;
        }

        if (seen is { Main: true, Total: >= 2_000_000 } && sale.Member?.Windows[0].Visits >= 3)
        {
            offers[n++] = 18;
        }

        if (seen.Total >= 2_000_000 && sale.Member?.Windows[0].Spent.Minor >= 40_000_000)
        {
            offers[n++] = 19;
        }

        return n;
    }

    private static int ByTheRest<T>(in SaleContext sale, in T seen, Span<int> offers, int n)
        where T : struct, ISeen, allows ref struct
    {
        if (seen.Gold || sale.Member?.Windows[0].Visits >= 6)
        {
            offers[n++] = 20;
        }

        if (seen is { Main: true, Store: true } && (seen.Gold || seen.Silver))
        {
            offers[n++] = 21;
        }

        if (seen is { Main: true, Total: >= 5_000_000, Visits: >= 0, Gold: false })
        {
            offers[n++] = 22;
        }

        if (seen is { Main: true, Total: >= 2_000_000 } && sale.Member?.Available("points") >= 50)
        {
            offers[n++] = 23;
        }

        if (seen is { Main: true, Store: true } && LivesNear(sale.Member))
        {
            offers[n++] = 24;
        }

        if (seen is { Main: true, Total: >= 1_000_000 } && Named(sale.Basket, "NOWRUZ"))
        {
            offers[n++] = 25;
        }

        if (seen is { Main: true, Total: >= 3_000_000 } && OfGroup(sale.Basket, "coffee") >= 2_000)
        {
            offers[n++] = 26;
        }

        if (seen is { Main: true, Total: >= 30_000_000, Visits: >= 3 })
        {
            offers[n++] = 27;
        }

        if (seen is { Main: true, Total: >= 2_000_000, Visits: >= 1 })
        {
            offers[n++] = 28;
        }

        if (seen is { Online: true, Total: >= 6_000_000 })
        {
            offers[n++] = 29;
        }

        return n;
    }

    /// <summary>Thousandths of pieces; nothing when no line has any.</summary>
    private static long? OfGroup(Basket basket, string group)
    {
        long? pieces = null;
        foreach (ref readonly var line in basket.Lines.AsSpan())
        {
            if (line.Kind == LineKind.Goods && line.Group == group)
            {
                pieces = (pieces ?? 0) + line.Quantity.Thousandths;
            }
        }

        return pieces;
    }

    private static long? OfProduct(Basket basket, string sku)
    {
        long? pieces = null;
        foreach (ref readonly var line in basket.Lines.AsSpan())
        {
            if (line.Kind == LineKind.Goods && line.Sku == sku)
            {
                pieces = (pieces ?? 0) + line.Quantity.Thousandths;
            }
        }

        return pieces;
    }

    private static bool Named(Basket basket, string code)
    {
        foreach (var said in basket.Codes)
        {
            if (string.Equals(said, code, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool LivesNear(MemberFacts? member) =>
        member?.Fields is { } fields && fields.TryGetValue("city", out var city) && city is "tehran" or "karaj";

    private static int? DaysSince(DateOnly? day, in SaleContext sale) => sale.Day.DayNumber - day?.DayNumber;
}
