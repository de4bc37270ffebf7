using Vafa.Features.Tills;
using Vafa.Tests.Purchases;
using Vafa.Tests.Staff;

namespace Vafa.Tests.Tills;

/// <summary>A discount by hand at a till: what a cashier gives, what a manager lets be given, what is a fact.</summary>
public sealed class TillHandTests
{
    [Theory, BothDatabases]
    public async Task Over_the_limit_a_manager_lets_just_this_sale_have_just_so_much(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned();
        await club.Hire("nasrin", "manager", "5028");
        (await club.Api.Patch("/club", """{"cashierDiscountPercent": 5}""")).MustBe(200);
        (await device.Get())["club/cashierDiscount"].GetDecimal().ShouldBe(5);
        var sale = Sale(20_000);
        (await device.Post("/sales", sale)).MustBeProblem(403, "byHand.limit", "/byHand");
        (await device.Post("/quote", sale)).MustBe(200)["byHand/needsManager"].GetBoolean().ShouldBeTrue();
        (await device.Post("/sales", Sale(5_000))).MustBe(201).Long("payable").ShouldBe(95_000);

        var ask = new
        {
            user = "nasrin",
            pin = "5028",
            kind = "discount",
            subject = sale.Id,
            amount = (long?)20_000,
        };
        (await device.Post("/approvals", ask with { amount = null })).MustBeProblem(422, "json.required", "/amount");
        var approval = (await device.Post("/approvals", ask)).MustBe(201).Id("approval");
        // Not for more, and not for another sale.
        (await device.Post("/sales", With(sale, 20_001, approval))).MustBeProblem(403, "byHand.limit", "/byHand");
        (await device.Post("/sales", With(Sale(1), 20_000, approval))).MustBeProblem(403, "byHand.limit", "/byHand");
        var second = (await device.Post("/approvals", ask)).MustBe(201).Id("approval");
        var key = Guid.NewGuid().ToString();
        var receipt = (await device.Post("/sales", With(sale, 20_000, second), key)).MustBe(201);
        receipt["byHand"]
            .GetRawText()
            .ShouldBe(
                """
                {"amount":20000,"reason":"a scratch","by":"mina","allowedBy":"nasrin","needsManager":false}
                """.Trim()
            );
        (await device.Post("/sales", With(sale, 20_000, second), key)).MustBe(201).Id().ShouldBe(receipt.Id());
        (await device.Get($"/sales/{receipt.Id()}"))["byHand/allowedBy"].GetString().ShouldBe("nasrin");
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_word_is_over_after_ten_minutes_but_for_what_was_handed_over_by_then(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned();
        await club.Hire("nasrin", "manager", "5028");
        var sale = Sale(20_000);
        var ask = new
        {
            user = "nasrin",
            pin = "5028",
            kind = "discount",
            subject = sale.Id,
            amount = 20_000,
        };
        var approval = (await device.Post("/approvals", ask)).MustBe(201).Id("approval");
        club.Clock.Advance(Approve.Lives + TimeSpan.FromSeconds(1));
        var agreed = With(sale, 20_000, approval);
        (await device.Post("/sales", agreed)).MustBeProblem(403, "byHand.limit", "/byHand");
        var fact = agreed with { Cashier = "mina", Taken = new TakenBody(20_000, 80_000) };
        var receipt = (await device.Post("/sales", fact)).MustBe(201);
        receipt["byHand/allowedBy"].GetString().ShouldBe("nasrin");
        receipt["byHand/needsManager"].GetBoolean().ShouldBeFalse();
        receipt.Long("taken/ownDiscount").ShouldBe(20_000, "it is no difference to our own decision");
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_fact_over_the_limit_is_taken_and_says_so(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned();
        await club.Hire("nasrin", "manager", "5028");
        (await device.Delete("/shift")).MustBe(200);
        var fact = Sale(20_000) with { Cashier = "mina", Taken = new TakenBody(20_000, 80_000) };
        var receipt = (await device.Post("/sales", fact)).MustBe(201);
        receipt["byHand/by"].GetString().ShouldBe("mina");
        receipt["byHand/needsManager"].GetBoolean().ShouldBeTrue();
        var hers = Sale(20_000) with { Cashier = "nasrin", Taken = new TakenBody(20_000, 80_000) };
        (await device.Post("/sales", hers)).MustBe(201)["byHand/needsManager"].GetBoolean().ShouldBeFalse();
        var differs = (await club.Api.Get("/purchases?differs=true")).MustBe(200);
        differs["items"].GetArrayLength().ShouldBe(1);
        differs["items/0/differs/0"].GetString().ShouldBe("hand");
        using var sara = await club.SignedIn("sara");
        var page = await sara.Page($"/purchases/{receipt.Id()}");
        page.Text.ShouldContain("by-hand-why");
        page.Text.ShouldContain("بیش از اجازهٔ صندوق‌دار");
        (
            await device.Post("/sales", fact with { Id = Guid.NewGuid(), ByHand = new ByHandBody(Percent: 5) })
        ).MustBeProblem(422, "byHand.one-of", "/byHand/amount");
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task In_the_office_too_taking_back_is_a_managers(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var sale = (await club.Api.Post("/purchases", SaleBody.Guest(LineBody.One(9_000)))).MustBe(201).Id();
        using var mina = await club.SignedIn("mina", "cashier");
        var body = new { reason = "broken" };
        var path = $"/purchases/{sale}/refunds";
        (await mina.Call(HttpMethod.Post, path, body)).MustBeProblem(403, "refund.manager");
        (await mina.Page($"/purchases/{sale}")).Text.ShouldContain("refund-manager");
        using var nasrin = await club.SignedIn("nasrin", "manager");
        (await nasrin.Page($"/purchases/{sale}")).Text.ShouldContain("data-refund");
        (await nasrin.Call(HttpMethod.Post, path, body)).MustBe(201);
        // Keys do what they always did.
        var other = (await club.Api.Post("/purchases", SaleBody.Guest(LineBody.One(9_000)))).MustBe(201).Id();
        (await (await club.ClientWith("purchases")).Post($"/purchases/{other}/refunds", body)).MustBe(201);
    }

    private static SaleBody Sale(long off) =>
        SaleBody.Guest(LineBody.One(100_000)) with
        {
            Id = Guid.NewGuid(),
            ByHand = new ByHandBody(off),
        };

    private static SaleBody With(SaleBody sale, long off, Guid approval) =>
        sale with
        {
            ByHand = new ByHandBody(off) { Approval = approval },
        };
}
