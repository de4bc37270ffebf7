using Vafa.Core.Sales;

namespace Vafa.Bench.Peers;

/// <summary>What several of the offers ask.</summary>
internal interface ISeen
{
    bool Main { get; }

    bool Store { get; }

    bool Online { get; }

    long Total { get; }

    /// <summary>−1 for a guest.</summary>
    long Visits { get; }

    bool Silver { get; }

    bool Gold { get; }
}

/// <summary>Asked wherever it stands.</summary>
internal readonly ref struct AskedEachTime(ref readonly SaleContext sale) : ISeen
{
    private readonly ref readonly SaleContext sale = ref sale;

    public bool Main => sale.Basket.Branch == "main";

    public bool Store => sale.Basket.Channel == Channel.Store;

    public bool Online => sale.Basket.Channel == Channel.Online;

    public long Total => sale.Goods.Minor;

    public long Visits => sale.Member?.Visits ?? -1;

    public bool Silver => IsIn(sale.Member, "silver");

    public bool Gold => IsIn(sale.Member, "gold");

    private static bool IsIn(MemberFacts? member, string group)
    {
        foreach (var mine in member?.Groups ?? [])
        {
            if (mine == group)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Asked once, before all ifs.</summary>
internal readonly record struct AskedOnce(
    bool Main,
    bool Store,
    bool Online,
    long Total,
    long Visits,
    bool Silver,
    bool Gold
) : ISeen
{
    public static AskedOnce Of(in SaleContext sale)
    {
        var each = new AskedEachTime(in sale);
        return new AskedOnce(each.Main, each.Store, each.Online, each.Total, each.Visits, each.Silver, each.Gold);
    }
}
