namespace Vafa.Features.Products;

internal static class ProductTexts
{
    public static readonly Dictionary<string, (string Fa, string En)> All = new(StringComparer.Ordinal)
    {
        ["product.unknown"] = ("کالایی با کد «{0}» نیست.", "There is no product \"{0}\"."),
        ["offer.unknown-product"] = (
            "کالایی با کد «{0}» نیست؛ نخست آن را در «کالاها» بسازید.",
            "There is no product \"{0}\"; add it to the products first."
        ),
        ["product-group.unknown"] = ("گروه کالایی با کد «{0}» نیست.", "There is no product group \"{0}\"."),
    };
}
