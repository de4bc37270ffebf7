using System.Runtime.CompilerServices;
using Vafa.Core.Values;
using Vafa.Features.Export;
using Vafa.Web;

namespace Vafa.Features.Products;

/// <summary>All products, or those of a group, as rows of a sheet, read page by page while it is written.</summary>
internal sealed class ProductSheet(ListProducts list)
{
    /// <param name="costs">The reader may see what the shop pays.</param>
    public static IReadOnlyList<XlsxColumn> Columns(Wording words, bool costs) =>
        [
            new(words.Say("کد", "Sku")),
            new(words.Say("نام فارسی", "Persian name"), 32),
            new(words.Say("نام انگلیسی", "English name"), 32),
            new(words.Say("گروه", "Group")),
            new(words.Say("برند", "Brand")),
            new(words.Say("قیمت", "Price"), IsMoney: true),
            .. costs ? new XlsxColumn[] { new(words.Say("بهای خرید", "Cost"), IsMoney: true) } : [],
        ];

    public async IAsyncEnumerable<IReadOnlyList<object?>> Rows(
        string? group,
        bool costs,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        string[]? after = null;
        do
        {
            var page = (await list.Run(group, new Paging(Paging.Most, after), ct)).Value;
            foreach (var product in page.Items)
            {
                yield return Row(product, costs);
            }

            after = page.Next is { } next ? Cursor.Read(next) : null;
        } while (after is not null);
    }

    private static IReadOnlyList<object?> Row(ProductDocument p, bool costs) =>
        [
            p.Sku,
            p.Title?.Fa,
            p.Title?.En,
            p.Group,
            p.Brand,
            Money(p.Price),
            .. costs ? new object?[] { Money(p.Cost) } : [],
        ];

    private static object? Money(long? minor) => minor is { } amount ? new Money(amount) : null;
}
