using Vafa.Data;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Purchases.Holds;
using Vafa.Web;

namespace Vafa.Features.Purchases;

/// <summary>Registers sales and the lane they go through.</summary>
internal static class PurchaseParts
{
    public static void Register(IServiceCollection services, Database database)
    {
        if (database.IsPostgres)
        {
            services.AddSingleton<LaneStore, PostgresLane>();
        }
        else
        {
            services.AddSingleton<LaneStore, SqliteLane>();
        }

        services.AddSingleton<SaleLane>();
        services.AddSingleton<Quote>();
        services.AddSingleton<ReadPreview>();
        services.AddScoped<RecentBuyers>();
        services.AddScoped<ReceiptReader>();
        services.AddScoped(provider => new Lazy<ReceiptReader>(provider.GetRequiredService<ReceiptReader>));
        services.AddScoped<RecordPurchase>();
        services.AddScoped<ReadPurchase>();
        services.AddScoped<FindPurchases>();
        services.AddScoped<ReadMonths>();
        services.AddScoped<FindSales>();
        services.AddScoped<RefundPurchase>();
        services.AddScoped<SumSales>();
        services.AddScoped<MostSold>();
        services.AddScoped<ReadOfferUses>();
        services.AddScoped<SaleHolds>();
        services.AddSingleton<SweepHolds>();
        services.AddHostedService(provider => provider.GetRequiredService<SweepHolds>());
        services.AddTexts(PurchaseTexts.All);
    }
}
