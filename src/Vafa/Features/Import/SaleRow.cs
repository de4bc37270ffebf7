using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Vafa.Core.Sales;
using Vafa.Core.Values;
using Vafa.Features.Members;

namespace Vafa.Features.Import;

/// <summary>One line of a sale as the file tells it, checked and normalised; not yet looked up.</summary>
/// <param name="Buyer">Kind and value of the member's key (an id has kind "id"); null for a guest.</param>
internal sealed record SaleRow(
    TableRow Source,
    string? Reference,
    DateTimeOffset At,
    DateOnly Day,
    (string Kind, string Value)? Buyer,
    string Branch,
    string? Till,
    string? Sku,
    string? Group,
    string? Name,
    long Quantity,
    long UnitPrice,
    long Amount,
    LineKind Kind
)
{
    /// <summary>Which sale the line belongs to; null without a reference: the line is a sale of its own.</summary>
    public UInt128? Basket => Reference is null ? null : BasketOf(Branch, Till, Day, Reference);

    /// <summary>
    /// A reference names a sale within its branch, till and business day: tills begin again every morning.
    /// </summary>
    public static UInt128 BasketOf(string branch, string? till, DateOnly day, string reference) =>
        Hash($"{branch}\n{till}\n{day.DayNumber}\n{reference}");

    /// <summary>What the line says, for telling equal rows apart from different ones.</summary>
    public string Content() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{At.UtcTicks}\n{Buyer?.Kind}\n{Buyer?.Value}\n{Branch}\n{Till}\n{Sku}\n{Group}\n{Name}\n"
        ) + string.Create(CultureInfo.InvariantCulture, $"{Quantity}\n{UnitPrice}\n{Amount}\n{(int)Kind}");

    internal static UInt128 Hash(string text)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}

/// <summary>Reads the rows of a purchases file.</summary>
internal sealed class SaleRows(CellReader cells, string defaultBranch, Func<string, bool> isBranch, DateTimeOffset now)
{
    public static readonly IReadOnlyList<string> Fields =
    [
        "basket",
        "at",
        "mobile",
        "card",
        "member",
        "branch",
        "till",
        "sku",
        "group",
        "name",
        "quantity",
        "unitPrice",
        "amount",
        "kind",
    ];

    private static readonly (string Word, LineKind Kind)[] Kinds =
    [
        ("goods", LineKind.Goods),
        ("shipping", LineKind.Shipping),
        ("tip", LineKind.Tip),
        ("storedValue", LineKind.StoredValue),
    ];

    /// <summary>What was read of the row; with <see cref="CellReader.Reason"/> set it must not be taken.</summary>
    public SaleRow Read(TableRow row, int columns)
    {
        cells.Row = row;
        cells.Whole(columns);

        var at = cells.At("at");
        if (at is null)
        {
            cells.Refuse<string>("missing", "at");
        }
        else if (at > now + TimeSpan.FromMinutes(5))
        {
            cells.Refuse<string>("future", "at");
        }

        var branch = cells.Text("branch", 64) ?? defaultBranch;
        if (!isBranch(branch))
        {
            cells.Refuse<string>("no-branch", "branch", branch);
        }

        var (quantity, unitPrice, amount) = Numbers();
        return new SaleRow(
            row,
            cells.Text("basket", 200),
            at ?? default,
            at is { } given ? cells.DayOf(given) : default,
            Buyer(),
            branch,
            cells.Text("till", 64),
            cells.Text("sku", 64),
            cells.Text("group", 64),
            cells.Text("name"),
            quantity,
            unitPrice,
            amount,
            Kind()
        );
    }

    /// <summary>
    /// The total of the line as the till had it, else unit price × quantity rounded half up. A line without a quantity
    /// is one piece; without a unit price that is worked out for show (rounded half up; 0 of quantity 0).
    /// </summary>
    private (long Quantity, long UnitPrice, long Amount) Numbers()
    {
        var quantity = cells.Quantity("quantity") ?? Quantity.One.Thousandths;
        var price = cells.Money("unitPrice");
        var amount = cells.Money("amount");
        if (price is null && amount is null)
        {
            cells.Refuse<string>("no-amount");
        }

        var total = amount ?? Total(quantity, price ?? 0);
        if (total > Money.Max.Minor)
        {
            cells.Refuse<string>("amount-too-large");
        }

        var each = price ?? (quantity == 0 ? 0 : (long)((((Int128)total * 1_000) + (quantity / 2)) / quantity));
        return (quantity, Math.Min(each, Money.Max.Minor), total);
    }

    private static long Total(long quantity, long price)
    {
        var exact = (((Int128)price * quantity) + 500) / 1_000;
        return exact > long.MaxValue ? long.MaxValue : (long)exact;
    }

    private (string Kind, string Value)? Buyer()
    {
        if (cells.Text("member", 64) is { } id)
        {
            if (Guid.TryParse(id, out var guid))
            {
                return ("id", guid.ToString());
            }

            cells.Refuse<string>("no-id", "member", id);
            return null;
        }

        if (cells.Mobile("mobile") is { } mobile)
        {
            return (MemberKey.Mobile, mobile);
        }

        return cells.Text("card", 64) is { } card ? (MemberKey.Card, CardNumber.Read(card)) : null;
    }

    private LineKind Kind()
    {
        if (cells.Text("kind", 20) is not { } word)
        {
            return LineKind.Goods;
        }

        foreach (var (name, kind) in Kinds)
        {
            if (string.Equals(name, word, StringComparison.OrdinalIgnoreCase))
            {
                return kind;
            }
        }

        cells.Refuse<string>("no-kind", "kind", word);
        return LineKind.Goods;
    }
}
