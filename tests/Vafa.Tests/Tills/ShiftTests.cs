using Vafa.Features.Staff;
using Vafa.Features.Tills;
using Vafa.Tests.Purchases;
using Vafa.Tests.Staff;

namespace Vafa.Tests.Tills;

/// <summary>Cashiers change by a short PIN, which is worth nothing elsewhere and cannot be tried out.</summary>
public sealed class ShiftTests
{
    [Theory, BothDatabases]
    public async Task Cashiers_change_by_their_pins(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned();
        await club.Hire("omid", "cashier", "۸۱۵۲");
        var till = (await device.Get()).MustBe(200);
        till["cashier/user"].GetString().ShouldBe("mina");
        till["cashiers"].EnumerateArray().Select(c => c.GetProperty("user").GetString()).ShouldBe(["mina", "omid"]);
        (await device.Post("/shift", new { user = "omid", pin = "8152" })).MustBe(200);
        (await device.Get())["cashier/user"].GetString().ShouldBe("omid");
        var sale = (await device.Post("/sales", SaleBody.Guest(LineBody.One(50_000)))).MustBe(201);
        sale.String("cashier").ShouldBe("omid");
        sale.String("till").ShouldBe("t1");

        (await device.Delete("/shift")).MustBe(200);
        (await device.Get()).Json.TryGetProperty("cashier", out _).ShouldBeFalse();
        (await device.Post("/quote", SaleBody.Guest(LineBody.One(1)))).MustBeProblem(401, "till.nobody");
        (await device.Post("/sales", SaleBody.Guest(LineBody.One(1)))).MustBeProblem(401, "till.nobody");
    }

    [Theory, BothDatabases]
    public async Task Whoever_has_no_pin_yet_chooses_one_at_the_till_by_his_password(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Pair();
        (await club.SignedIn("mina", "cashier")).Dispose();
        (await device.Get())["cashiers/0/hasPin"].GetBoolean().ShouldBeFalse();
        (await device.Post("/shift", new { user = "mina", pin = "7391" })).MustBeProblem(422, "pin.wrong", "/pin");
        var body = new
        {
            user = "mina",
            password = StaffOfTests.Password,
            pin = "7391",
        };
        (await device.Post("/pin", body with { password = "wrong one" })).MustBeProblem(
            422,
            "pin.password",
            "/password"
        );
        (await device.Post("/pin", body with { user = "nobody" })).MustBeProblem(422, "pin.password", "/password");
        (await device.Post("/pin", body)).MustBe(200);
        (await device.Post("/shift", new { user = "mina", pin = "7391" })).MustBe(200);
    }

    [Theory]
    [InlineData("739", "pin.invalid")]
    [InlineData("739173917", "pin.invalid")]
    [InlineData("73a1", "pin.invalid")]
    [InlineData("1111", "pin.easy")]
    [InlineData("۱۲۳۴", "pin.easy")]
    [InlineData("9876", "pin.easy")]
    [InlineData("1405", "pin.easy")]
    [InlineData("1990", "pin.easy")]
    [InlineData("7373", "pin.easy")]
    [InlineData("7391", null)]
    [InlineData("73918264", null)]
    public void A_pin_is_four_to_eight_digits_that_nobody_tries_first(string typed, string? refused)
    {
        var pin = Pin.Read(typed);
        (pin.IsRefused ? pin.Refusals[0].Code : null).ShouldBe(refused);
    }

    [Theory, BothDatabases]
    public async Task A_pin_cannot_be_tried_out_at_one_till_nor_at_many(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Pair();
        await club.Hire("mina", "cashier");
        var tries = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(i => device.Post("/shift", new { user = "mina", pin = $"60{i:D2}" }))
        );
        tries.Count(t => t.Status == 422).ShouldBe(SignInLimit.TriesPerAccount, "however many come at once");
        tries.Count(t => t.Status == 429).ShouldBe(12 - SignInLimit.TriesPerAccount);
        (await device.Post("/shift", new { user = "mina", pin = TillsOfTests.Pin })).MustBeProblem(
            429,
            "sign-in.too-many"
        );

        // At another till she gets in: one device does not lock her out of all.
        using var other = await club.Pair("t2");
        (await other.Post("/shift", new { user = "mina", pin = TillsOfTests.Pin })).MustBe(200);

        // Four stolen tills that wait for their turn: after twenty wrong ones in a row nothing helps.
        for (var till = 3; till < 7; till++)
        {
            using var stolen = await club.Pair("t" + till);
            for (var i = 0; i < SignInLimit.TriesPerAccount; i++)
            {
                await stolen.Post("/shift", new { user = "mina", pin = $"6{till}0{i}" });
            }
        }

        club.Clock.Advance(SignInLimit.Window);
        (await device.Post("/shift", new { user = "mina", pin = TillsOfTests.Pin })).MustBeProblem(422, "pin.locked");
        using var herself = new Browser(club);
        (await herself.SignIn("mina", StaffOfTests.Password)).Status.ShouldBe(303);
        var body = new { password = StaffOfTests.Password, pin = "5028" };
        (await herself.Call(HttpMethod.Post, "/me/pin", body)).MustBe(200);
        (await device.Post("/shift", new { user = "mina", pin = "5028" })).MustBe(200);
    }

    [Theory, BothDatabases]
    public async Task Nobody_learns_who_works_here_or_has_a_pin_from_a_wrong_one(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Pair();
        await club.Hire("mina", "cashier");
        (await club.SignedIn("omid", "cashier")).Dispose();
        var answers = new List<string>();
        foreach (var user in (string[])["mina", "omid", "nobody"])
        {
            answers.Add((await device.Post("/shift", new { user, pin = "6020" })).Text);
        }

        answers.Distinct().Count().ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Only_who_may_sell_in_this_branch_stands_at_its_till(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/branches/north", """{"title": {"en": "North"}}""");
        using var device = await club.Pair("t1", "north");
        await club.Hire("mina", "cashier");
        await club.Hire("reza", "auditor", "5028");
        await club.Station("mina", "main");
        (await device.Post("/shift", new { user = "mina", pin = TillsOfTests.Pin })).MustBeProblem(
            403,
            "till.other-branch",
            "/user"
        );
        (await device.Post("/shift", new { user = "reza", pin = "5028" })).MustBeProblem(403, "till.role", "/user");
        await club.Station("mina", "north");
        (await device.Post("/shift", new { user = "mina", pin = TillsOfTests.Pin })).MustBe(200);

        // Sent to another branch while she stands here, she stands here no more.
        await club.Station("mina", "main");
        (await device.Post("/quote", SaleBody.Guest(LineBody.One(1)))).MustBeProblem(401, "till.nobody");
    }

    [Theory, BothDatabases]
    public async Task A_shift_ends_with_the_access_of_whoever_has_it_and_after_twelve_idle_hours(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned();
        club.Clock.Advance(TimeSpan.FromHours(11));
        (await device.Post("/quote", SaleBody.Guest(LineBody.One(1)))).MustBe(200);
        club.Clock.Advance(TimeSpan.FromHours(11));
        (await device.Post("/quote", SaleBody.Guest(LineBody.One(1)))).MustBe(200);
        club.Clock.Advance(StandAtTill.ShiftEnds + TimeSpan.FromMinutes(1));
        (await device.Post("/quote", SaleBody.Guest(LineBody.One(1)))).MustBeProblem(401, "till.nobody");
        (await device.Post("/shift", new { user = "mina", pin = TillsOfTests.Pin })).MustBe(200);
        (await club.Api.Post("/staff/mina/disable")).MustBe(200);
        (await device.Post("/quote", SaleBody.Guest(LineBody.One(1)))).MustBeProblem(401, "till.nobody");
    }

    [Theory, BothDatabases]
    public async Task The_owner_takes_a_pin_away(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Pair();
        await club.Hire("mina", "cashier");
        (await club.Api.Delete("/staff/mina/pin")).MustBe(200);
        (await device.Post("/shift", new { user = "mina", pin = TillsOfTests.Pin })).MustBeProblem(
            422,
            "pin.wrong",
            "/pin"
        );
        (await club.Api.Delete("/staff/nobody/pin")).MustBeProblem(404, "staff.unknown");
        (await club.Audited()).ShouldContain(line =>
            line.Contains("staff.pin-cleared staff/mina", StringComparison.Ordinal)
        );
    }
}
