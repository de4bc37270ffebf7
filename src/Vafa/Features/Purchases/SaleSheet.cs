using System.Runtime.CompilerServices;
using Vafa.Core.Values;
using Vafa.Features.Export;
using Vafa.Features.Members;
using Vafa.Features.Programme;
using Vafa.Web;

namespace Vafa.Features.Purchases;

/// <summary>The filtered list of sales as rows of a sheet, read page by page while it is written.</summary>
internal sealed class SaleSheet(FindPurchases find, ReadMembers readMembers)
{
    private const int Page = Paging.Most;

    public static IReadOnlyList<XlsxColumn> Columns(Wording words, bool names) =>
        [
            new(words.Say("زمان", "Time"), 18),
            new(words.Say("شعبه", "Branch")),
            new(words.Say("صندوق", "Till")),
            new(words.Say("صندوق‌دار", "Cashier")),
            new(words.Say("شمارهٔ فاکتور", "Reference")),
            .. names
                ? new XlsxColumn[] { new(words.Say("خریدار", "Buyer"), 24), new(words.Say("موبایل", "Mobile")) }
                : [],
            new(words.Say("جمع", "Total"), IsMoney: true),
            new(words.Say("تخفیف", "Discount"), IsMoney: true),
            new(words.Say("از کیف", "From wallets"), IsMoney: true),
            new(words.Say("پرداختی", "Paid"), IsMoney: true),
            new(words.Say("برگشتی", "Refunded"), IsMoney: true),
        ];

    /// <param name="names">The reader may see members.</param>
    public async IAsyncEnumerable<IReadOnlyList<object?>> Rows(
        PurchaseFilter filter,
        ClubVersion club,
        Wording words,
        bool names,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        string[]? after = null;
        do
        {
            var page = await find.Run(filter, new Paging(Page, after), ct);
            var ids = names ? page.Items.Where(s => s.Member is not null).Select(s => s.Member!.Id).Distinct() : [];
            var buyers = (await readMembers.Run([.. ids], club, ct)).ToDictionary(m => m.Id);
            foreach (var sale in page.Items)
            {
                var buyer = sale.Member is { } member ? buyers.GetValueOrDefault(member.Id) : null;
                yield return Row(sale, buyer, words, names);
            }

            after = page.Next is { } next ? Cursor.Read(next) : null;
        } while (after is not null);
    }

    private static IReadOnlyList<object?> Row(PurchaseItem s, MemberView? buyer, Wording words, bool names) =>
        [
            s.At,
            words.Name(NameKind.Branch, s.Branch),
            s.Till,
            s.Cashier,
            s.Reference,
            .. names ? new object?[] { buyer?.Name, buyer?.Mobile } : [],
            new Money(s.Total),
            new Money(s.Discount),
            new Money(s.Spent),
            new Money(s.Payable),
            new Money(s.Refunded),
        ];
}
