using Vafa.Web;

namespace Vafa.Features.Products;

internal static class ProductParts
{
    public static void Register(IServiceCollection services)
    {
        services.AddTexts(ProductTexts.All);
        services.AddSingleton<GoodsNames>();
        services.AddScoped<PutProduct>();
        services.AddScoped<RemoveProduct>();
        services.AddScoped<SoldGoods>();
        services.AddScoped<PutProductGroup>();
        services.AddScoped<GetProduct>();
        services.AddScoped<GetProductGroup>();
        services.AddScoped<ListProducts>();
        services.AddScoped<FindProducts>();
        services.AddScoped<ListProductGroups>();
        services.AddScoped<ListGoods>();
        services.AddScoped<CountProducts>();
    }
}
