using Vafa.Core.Values;
using Vafa.Ui;
using Vafa.Web;

namespace Vafa.Features.Products.Settings;

/// <summary>A product's figures in the reader's words.</summary>
internal static class ProductWords
{
    private const int MostShown = 9_999;

    public static string Name(ProductDocument product, Wording words) =>
        product.Title is { } title ? words.Title(title) : product.Sku;

    public static string Name(ProductGroupCount group, Wording words) =>
        group.Title is { } title ? words.Title(title) : group.Code;

    public static string Count(ProductGroupCount group, Wording words) => Counted.Of(group.Products, group.More, words);

    /// <summary>What the shop pays is for those who set prices or read its figures.</summary>
    public static bool SeesCosts(Reader reader) => reader.MayChange(Scopes.Offers) || reader.May(Scopes.Reports);

    /// <summary>Of the price, what is not cost, in whole percent; null where one of them is unknown.</summary>
    public static string? Margin(ProductDocument product, Wording words)
    {
        if (product is not { Price: > 0 and { } price, Cost: { } cost })
        {
            return null;
        }

        var percent = words.Number((long)Int128.Max(((Int128)price - cost) * 100 / price, -MostShown));
        return words.Say($"{percent}٪", $"{percent}%");
    }
}
