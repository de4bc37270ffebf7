namespace Vafa.Tests.Purchases;

/// <summary>One sale is one sale: by the client's own id, and by its reference (semantics 10).</summary>
public sealed class SameSaleTests
{
    [Theory, BothDatabases]
    public async Task The_clients_id_with_the_same_content_gives_the_stored_receipt_for_ever(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var sale = SaleBody.Guest(LineBody.One(5_000)) with { Id = Guid.CreateVersion7() };
        var first = await club.Sell(sale);
        first.Id().ShouldBe(sale.Id!.Value);
        club.Clock.Advance(TimeSpan.FromDays(400));
        await club.SetDiscount("half", 50);
        var again = (await club.Api.Post("/purchases", sale)).MustBe(201);
        again.Text.ShouldBe(first.Text);
        again.Replayed.ShouldBeTrue();
        var expecting = (await club.Api.Post("/purchases", sale with { Expect = new ExpectBody(1) })).MustBe(201);
        expecting.Text.ShouldBe(first.Text, "a price he expects is no part of the sale");
        (await club.RowCounts()).ShouldContain("purchase 1, ");
    }

    [Theory, BothDatabases]
    public async Task The_clients_id_with_other_content_is_refused(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var sale = SaleBody.Guest(LineBody.One(5_000)) with { Id = Guid.CreateVersion7(), At = TestClock.Start };
        await club.Sell(sale);
        var before = await club.RowCounts();
        SaleBody[] others =
        [
            sale with
            {
                Lines = [LineBody.Some(2, 5_000)],
            },
            sale with
            {
                Lines = [LineBody.One(5_001)],
            },
            sale with
            {
                Reference = "other",
            },
            sale with
            {
                Cashier = "other",
            },
            sale with
            {
                Payments = [new PaymentBody("cash", 5_000)],
            },
            sale with
            {
                Codes = ["WELCOME"],
            },
            sale with
            {
                At = TestClock.Start.AddSeconds(-1),
            },
            sale with
            {
                Taken = new TakenBody(0, 5_000),
            },
        ];
        foreach (var other in others)
        {
            (await club.Api.Post("/purchases", other)).MustBeProblem(409, "purchase.id-taken", "/id");
        }

        (await club.RowCounts()).ShouldBe(before);
    }

    [Theory, BothDatabases]
    public async Task A_reference_is_unique_in_its_branch_till_and_business_day(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/branches/north", """{"title": {"en": "North"}}""");
        var sale = SaleBody.Guest(LineBody.One(5_000)) with { Reference = "17", Till = "a" };
        await club.Sell(sale);
        await MustBeTaken(club, sale);
        await MustBeTaken(club, sale with { Lines = [LineBody.One(6_000)] });
        await MustBeTaken(club, sale with { Branch = "main" });
        await club.Sell(sale with { Till = "b" });
        await club.Sell(sale with { Till = null });
        await club.Sell(sale with { Branch = "north" });
        await club.Sell(sale with { Reference = "18" });
        // 12:30 in Tehran: the day before ends at midnight.
        await club.Sell(sale with { At = TestClock.Start.AddHours(-12.51) });
        await MustBeTaken(club, sale with { At = TestClock.Start.AddHours(-12.49) });
        await MustBeTaken(club, sale with { At = TestClock.Start.AddDays(-1) });
        club.Clock.Advance(TimeSpan.FromDays(1));
        await club.Sell(sale);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_reference_online_is_unique_for_ever(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/branches/north", """{"title": {"en": "North"}}""");
        var sale = SaleBody.Guest(LineBody.One(5_000)) with { Reference = "W-1", Channel = "online" };
        await club.Sell(sale);
        club.Clock.Advance(TimeSpan.FromDays(800));
        await MustBeTaken(club, sale);
        await MustBeTaken(club, sale with { Branch = "north", Till = "z" });
        await club.Sell(sale with { Channel = "phone" });
    }

    [Theory, BothDatabases]
    public async Task Two_that_arrive_together_with_one_reference_or_one_id_make_one_sale(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var referred = SaleBody.Guest(LineBody.One(5_000)) with { Reference = "1" };
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => club.Api.Post("/purchases", referred)));
        answers.Count(a => a.Status == 201).ShouldBe(1);
        answers.Count(a => a.Status == 409).ShouldBe(39);

        var named = SaleBody.Guest(LineBody.One(5_000)) with { Id = Guid.CreateVersion7() };
        answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => club.Api.Post("/purchases", named)));
        answers.ShouldAllBe(a => a.Status == 201);
        answers.Select(a => a.Text).Distinct().Count().ShouldBe(1);
        answers.Count(a => !a.Replayed).ShouldBe(1);
        (await club.RowCounts()).ShouldContain("purchase 2, ");
        await club.MustBeConsistent();
    }

    private static async Task MustBeTaken(TestClub club, SaleBody sale) =>
        (await club.Api.Post("/purchases", sale)).MustBeProblem(409, "purchase.reference-taken", "/reference");
}
