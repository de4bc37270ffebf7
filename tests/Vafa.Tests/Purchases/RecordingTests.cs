using Microsoft.EntityFrameworkCore;

namespace Vafa.Tests.Purchases;

/// <summary>What a sale may name and how it is paid (semantics 7, 8 and 14).</summary>
public sealed class RecordingTests
{
    [Theory, BothDatabases]
    public async Task Payments_must_sum_to_what_is_payable(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetDiscount("ten", 10);
        var sale = SaleBody.Guest(LineBody.One(100_000));
        var before = await club.RowCounts();
        var short_ = sale with { Payments = [new PaymentBody("cash", 40_000), new PaymentBody("card", 49_999)] };
        (await club.Api.Post("/purchases", short_)).MustBeProblem(422, "purchase.payments-sum", "/payments");
        (await club.RowCounts()).ShouldBe(before);
        await club.Sell(sale with { Payments = [new PaymentBody("cash", 40_000), new PaymentBody("card", 50_000)] });
    }

    [Theory, BothDatabases]
    public async Task A_line_costs_its_amount_or_its_price_times_quantity_rounded_half_up_once(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var receipt = await club.Sell(
            SaleBody.Guest(
                new LineBody(0.345m, 180_001),
                new LineBody(0.5m, 3),
                new LineBody(2, 50) { Amount = 99 },
                new LineBody(3, 0)
            )
        );
        // 62,100.345 and 1.5.
        receipt["lines"].EnumerateArray().Select(l => l.GetProperty("amount").GetInt64()).ShouldBe([62_100, 2, 99, 0]);
        receipt.Long("total").ShouldBe(62_201);
    }

    [Theory, BothDatabases]
    public async Task Spending_more_than_may_be_spent_is_refused_with_the_most_possible(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await club.Join();
        await club.Give(member, "credit", 30_000);
        await Refused(club, member, "credit", 30_001, "spend.too-much", "/spend/0/amount", "3,000 toman");
        await Refused(club, member, "points", 1, "spend.not-spendable", "/spend/0/unit");
        await Refused(club, member, "stars", 1, "spend.unknown-unit", "/spend/0/unit");
        var small = SaleBody.Of(member, LineBody.One(20_000)).Spending("credit", 20_001);
        var refused = (await club.Api.Post("/purchases", small)).MustBeProblem(
            422,
            "spend.too-much",
            "/spend/0/amount"
        );
        refused["errors/0/message"].GetString()!.ShouldMatch("20.?000|۲۰.?۰۰۰|2.?000|۲.?۰۰۰");

        await club.Sell(SaleBody.Of(member, LineBody.One(40_000)).Spending("credit", 30_000));
        (await club.Wallet(member, "credit")).Balance.ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Credit_pays_goods_and_shipping_never_a_tip_or_stored_value(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await club.Join();
        await club.Give(member, "credit", 100_000);
        await club.SetCreditBack(10);
        await club.SetDiscount("ten", 10);
        var sale = SaleBody.Of(
            member,
            LineBody.One(10_000),
            LineBody.Shipping(2_000),
            new LineBody(1, 3_000) { Kind = "tip" },
            new LineBody(1, 50_000) { Kind = "storedValue" }
        );
        var quote = (await club.Api.Post("/purchases/quote", sale)).MustBe(200);
        quote.Long("discount").ShouldBe(1_000, "only goods are discounted");
        quote.Earned().ShouldBe("900 credit", "only goods earn");
        quote.Long("maySpend/0/amount").ShouldBe(11_000);
        (await club.Api.Post("/purchases", sale.Spending("credit", 11_001))).MustBeProblem(
            422,
            "spend.too-much",
            "/spend/0/amount"
        );
        var receipt = await club.Sell(sale.Spending("credit", 11_000));
        receipt.Long("payable").ShouldBe(53_000);
        receipt.Earned().ShouldBe("-");
    }

    [Theory, BothDatabases]
    public async Task A_guest_has_a_sale_and_no_wallet_and_is_no_member(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetCreditBack(10);
        await club.SetDiscount("ten", 10);
        await club.SetDiscount("members-only", 90, """, "when": {"visits": {"atLeast": 0}}""");
        var receipt = await club.Sell(SaleBody.Guest(LineBody.One(10_000)));
        receipt.Json.TryGetProperty("member", out var member).ShouldBe(false, member.ToString());
        receipt.Applied().ShouldBe(["ten"]);
        receipt.NotApplied("members-only").GetProperty("status").GetString().ShouldBe("notEligible");
        receipt.NotApplied("members-only").GetProperty("code").GetString().ShouldBe("offer.members-only");
        receipt.Earned().ShouldBe("-");
        receipt["wallets"].GetArrayLength().ShouldBe(0);
        (await club.Api.Post("/purchases", SaleBody.Guest(LineBody.One(10_000)).Spending("credit", 1))).MustBeProblem(
            422,
            "spend.members-only",
            "/spend"
        );
        (await club.Api.Get("/members")).MustBe(200)["items"].GetArrayLength().ShouldBe(0);
        (await club.RowCounts()).ShouldContain("entry 0, ");
    }

    [Theory, BothDatabases]
    public async Task Guests_of_one_branch_and_day_share_an_id_that_is_nobodys(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/branches/north", """{"title": {"en": "North"}}""");
        var sale = SaleBody.Guest(LineBody.One(10_000));
        await club.Sell(sale);
        await club.Sell(sale);
        await club.Sell(sale with { Branch = "north" });
        await club.Sell(sale with { At = TestClock.Start.AddDays(-1) });
        var owners = await club.Ask(db => db.Purchases.Select(p => p.MemberId).ToListAsync());
        owners.GroupBy(o => o).Select(g => g.Count()).Order().ShouldBe([1, 1, 2]);
        foreach (var owner in owners.Distinct())
        {
            (await club.Api.Get($"/members/{owner}")).MustBeProblem(404, "member.unknown");
        }

        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_member_is_named_by_id_mobile_or_card(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = (await club.Api.Post("/members", """{"mobile": "09121234567"}""")).MustBe(201);
        BuyerBody[] names =
        [
            new() { Id = member.Id() },
            new() { Mobile = "۰۹۱۲ ۱۲۳ ۴۵۶۷" },
            new() { Mobile = "+98 912 123 4567" },
            new() { Card = member.String("card") },
        ];
        foreach (var name in names)
        {
            var receipt = await club.Sell(SaleBody.Guest(LineBody.One(1_000)) with { Member = name });
            receipt.Id("member/id").ShouldBe(member.Id());
        }

        foreach (
            var nobody in new[]
            {
                new BuyerBody { Id = Guid.CreateVersion7() },
                new() { Mobile = "09350000000" },
            }
        )
        {
            (
                await club.Api.Post("/purchases", SaleBody.Guest(LineBody.One(1_000)) with { Member = nobody })
            ).MustBeProblem(422, "purchase.unknown-member", "/member");
        }
    }

    [Theory, BothDatabases]
    public async Task An_unknown_product_or_group_is_created_and_an_unknown_branch_refused(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/products/tea", """{"title": {"en": "Tea"}, "group": "drinks"}""");
        await club.SetDiscount("drinks", 10, """, "when": {"productGroup": {"in": ["drinks"]}}""");
        await club.Sell(
            SaleBody.Guest(
                new LineBody(1, 9_000)
                {
                    Sku = "scone",
                    Name = "نان",
                    Group = "bakery",
                }
            )
        );
        (await club.Api.Get("/products/scone")).MustBe(200)["group"].GetString().ShouldBe("bakery");
        (await club.Api.Get("/product-groups/bakery")).MustBe(200);

        var tea = await club.Sell(SaleBody.Guest(new LineBody(1, 5_000) { Sku = "tea" }));
        tea.Applied().ShouldBe(["drinks"], "a line without group goes by its product's");
        (await club.Api.Post("/purchases", SaleBody.Guest(LineBody.One(1_000)) with { Branch = "moon" })).MustBeProblem(
            422,
            "purchase.unknown-branch",
            "/branch"
        );
    }

    private static async Task Refused(
        TestClub club,
        Guid member,
        string unit,
        long amount,
        string code,
        string pointer,
        string? said = null
    )
    {
        var sale = SaleBody.Of(member, LineBody.One(40_000)).Spending(unit, amount);
        var before = await club.RowCounts();
        foreach (var path in new[] { "/purchases", "/purchases/quote" })
        {
            var refused = await club.Api.Send(
                HttpMethod.Post,
                path,
                sale,
                message =>
                {
                    message.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
                    message.Headers.Add("Accept-Language", "en");
                }
            );
            refused.MustBeProblem(422, code, pointer);
            refused["errors/0/message"].GetString()!.ShouldContain(said ?? "");
        }

        (await club.RowCounts()).ShouldBe(before);
    }
}
