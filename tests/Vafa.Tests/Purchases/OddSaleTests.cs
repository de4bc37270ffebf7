namespace Vafa.Tests.Purchases;

/// <summary>Sales that look odd and are fine.</summary>
public sealed class OddSaleTests
{
    [Theory, BothDatabases]
    public async Task Five_hundred_lines_are_fine(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetDiscount("ten", 10);
        await club.SetCreditBack(5);
        var member = await club.Join();
        var lines = Enumerable.Range(1, 500).Select(i => LineBody.One(1_001) with { Sku = $"sku-{i}" }).ToArray();
        var receipt = await club.Sell(SaleBody.Of(member, lines));
        receipt["lines"].GetArrayLength().ShouldBe(500);
        // 10 % of 500,500; the rials are on the lines to the last.
        receipt.Long("discount").ShouldBe(50_050);
        receipt["lines"].EnumerateArray().Sum(l => l.GetProperty("discount").GetInt64()).ShouldBe(50_050);
        var read = (await club.Api.Get($"/purchases/{receipt.Id()}")).MustBe(200);
        read["lines"].ToString().ShouldBe(receipt["lines"].ToString());
        (await club.Api.Post($"/purchases/{receipt.Id()}/refunds", """{"reason": "all"}"""))
            .MustBe(201)
            .Long("refunded")
            .ShouldBe(450_450);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_price_of_0_and_a_sale_of_0_are_fine(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetDiscount("ten", 10);
        var member = await club.Join();
        var receipt = await club.Sell(SaleBody.Of(member, LineBody.One(0)));
        (receipt.Long("total"), receipt.Long("payable")).ShouldBe((0, 0));
        await club.Sell(SaleBody.Of(member, LineBody.One(0)) with { Payments = [] });
        (await club.Api.Get($"/members/{member}")).Long("visits").ShouldBe(2);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Emoji_and_half_spaces_are_kept_and_persian_digits_understood(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Join("۰۹۱۲۱۲۳۴۵۶۷");
        const string Name = "قهوه‌ی ویژه ☕👨‍👩‍👧 - café";
        var sale = SaleBody.Guest(LineBody.One(1_000) with { Name = Name, Sku = "☕" }) with
        {
            Member = new BuyerBody { Mobile = "٠٠٩٨٩١٢١٢٣٤٥٦٧" },
            Reference = "فاکتور ۱۲",
        };
        var receipt = await club.Sell(sale);
        receipt["lines/0/name"].GetString().ShouldBe(Name);
        var read = (await club.Api.Get($"/purchases/{receipt.Id()}")).MustBe(200);
        read["lines/0/name"].GetString().ShouldBe(Name);
        read["lines/0/sku"].GetString().ShouldBe("☕");
        read.String("reference").ShouldBe("فاکتور ۱۲");
    }

    [Theory, BothDatabases]
    public async Task The_largest_amounts_are_counted_to_the_rial(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetDiscount("ten", 10);
        await club.SetCreditBack(5);
        var member = await club.Join();
        const long Most = 99_999_999_999_999;
        var receipt = await club.Sell(SaleBody.Of(member, LineBody.One(Most), LineBody.One(Most)));
        receipt.Long("total").ShouldBe(2 * Most);
        receipt.Long("discount").ShouldBe(2 * Most / 10);
        receipt.Earned().ShouldBe($"{((2 * Most) - (2 * Most / 10)) / 20} credit");
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Five_hundred_lines_of_the_largest_price_do_not_overflow(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetDiscount("ten", 10);
        await club.SetCreditBack(5);
        var member = await club.Join();
        const long Most = 999_999_999_999_999;
        var sale = await club.Sell(SaleBody.Of(member, [.. Enumerable.Repeat(LineBody.One(Most), 500)]));
        sale.Long("total").ShouldBe(500 * Most);
        sale.Long("discount").ShouldBe(50 * Most);
        // One earning brings at most 10^15 of a unit.
        sale.Earned().ShouldBe("1000000000000000 credit");
        var back = await club.Api.Post($"/purchases/{sale.Id()}/refunds", """{"reason": "a mistake"}""");
        back.MustBe(201).Long("refunded").ShouldBe(450 * Most);
        (await club.Wallet(member, "credit")).ShouldBe((0, 0));
        await club.MustBeConsistent();
    }
}
