using System.Globalization;
using Vafa.Features.Ledger.Check;

namespace Vafa.Tests.Cli;

/// <summary>Each kind of stored number is made wrong in turn, and the check names exactly that one.</summary>
public sealed class CheckTests
{
    private const string OneLot = "(member_id, no) = (SELECT member_id, no FROM lot ORDER BY member_id, no LIMIT 1)";

    private const string OneEntry =
        "(member_id, no) = (SELECT member_id, no FROM entry WHERE no = 3 ORDER BY member_id LIMIT 1)";

    private const string LastEntry =
        "(member_id, no) = (SELECT id, last_no FROM member WHERE last_no > 2 ORDER BY id LIMIT 1)";

    private const string OneWallet =
        "(member_id, unit) = (SELECT member_id, unit FROM wallet ORDER BY member_id, unit LIMIT 1)";

    private const string OneMember = "id = (SELECT id FROM member WHERE visits > 1 ORDER BY id LIMIT 1)";

    private const string OneDay =
        "(member_id, day) = (SELECT member_id, day FROM member_day WHERE spent > 0 ORDER BY member_id, day LIMIT 1)";

    private const string OneBought =
        "(member_id, sku, product_group) = "
        + "(SELECT member_id, sku, product_group FROM member_product ORDER BY member_id, sku, product_group LIMIT 1)";

    private const string OneSale =
        "(member_id, id) = (SELECT member_id, id FROM purchase WHERE discount > 0 ORDER BY member_id, id LIMIT 1)";

    private const string OneCounter = "offer = (SELECT offer FROM offer_counter LIMIT 1)";

    private static readonly (string Table, string Column, string Where)[] Numbers =
    [
        ("lot", "remaining", OneLot),
        ("lot", "amount", OneLot),
        ("entry", "amount", OneEntry),
        ("entry", "balance", OneEntry),
        ("entry", "amount", LastEntry),
        ("entry", "balance", LastEntry),
        ("wallet", "balance", OneWallet),
        ("member", "visits", OneMember),
        ("member", "spent", OneMember),
        ("member", "last_no", OneMember),
        ("member_day", "visits", OneDay),
        ("member_day", "spent", OneDay),
        ("member_product", "quantity", OneBought),
        ("offer_counter", "uses", OneCounter),
        ("offer_counter", "given", OneCounter),
        ("purchase", "total", OneSale),
        ("purchase", "discount", OneSale),
        ("purchase", "payable", OneSale),
        ("purchase", "refunded", OneSale),
    ];

    [Theory, BothDatabases]
    public async Task Each_wrong_number_is_named_once_and_nothing_else_is(Engine engine)
    {
        await using var club = await Cafe.Open(engine);
        (await Cafe.Differences(club.Database)).ShouldBeEmpty();
        foreach (var (table, column, where) in Numbers)
        {
            (await club.Execute($"UPDATE {table} SET {column} = {column} + 7 WHERE {where}")).ShouldBe(1, table);
            var found = await Cafe.Differences(club.Database);
            var named = found.ShouldHaveSingleItem($"{table}.{column}: {string.Join(" · ", found)}");
            (named.Table, named.Column).ShouldBe((table, column), named.ToString());
            (Number(named.Stored) - Number(named.Computed)).ShouldBe(7, named.ToString());
            await club.Execute($"UPDATE {table} SET {column} = {column} - 7 WHERE {where}");
        }

        (await Cafe.Differences(club.Database)).ShouldBeEmpty();
    }

    [Theory]
    [BothDatabases("purchase_key", "key = (SELECT key FROM purchase_key ORDER BY key LIMIT 1)")]
    [BothDatabases("member_key", "kind = 'mobile' AND value = (SELECT min(mobile) FROM member)")]
    [BothDatabases("member_day", OneDay)]
    [BothDatabases("member_product", OneBought)]
    [BothDatabases("offer_counter", OneCounter)]
    public async Task A_row_that_is_gone_is_named(Engine engine, string table, string where)
    {
        await using var club = await Cafe.Open(engine);
        (await club.Execute($"DELETE FROM {table} WHERE {where}")).ShouldBe(1);
        var named = (await Cafe.Differences(club.Database)).ShouldHaveSingleItem();
        (named.Table, named.Column, named.Stored).ShouldBe((table, "row", Difference.Nothing));
    }

    [Theory, BothDatabases]
    public async Task A_void_sale_that_was_not_refunded_is_named(Engine engine)
    {
        await using var club = await Cafe.Open(engine);
        var flip = engine == Engine.Sqlite ? "1" : "true";
        await club.Execute($"UPDATE purchase SET is_void = {flip} WHERE {OneSale}");
        (await Cafe.Differences(club.Database)).ShouldHaveSingleItem().Column.ShouldBe("is_void");
    }

    [Theory, BothDatabases]
    public async Task The_last_visit_is_the_latest_sale(Engine engine)
    {
        await using var club = await Cafe.Open(engine);
        await club.Execute($"UPDATE member SET last_visit = since WHERE {OneMember}");
        (await Cafe.Differences(club.Database)).ShouldHaveSingleItem().Column.ShouldBe("last_visit");
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
