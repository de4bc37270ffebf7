using Microsoft.EntityFrameworkCore;
using Vafa.Features.Staff;
using Vafa.Features.Tills;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Tills;

/// <summary>A device is let in by a code of the office, once, and shut out at once.</summary>
public sealed class PairingTests
{
    [Theory, BothDatabases]
    public async Task A_code_pairs_one_device_once(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = new TillDeviceClient(club);
        (await device.Get()).MustBeProblem(401, "till.unpaired");
        await club.SetTill();
        var code = await club.PairingCode();
        code.Length.ShouldBe(8);
        // As it is read off a screen, in Persian digits and with a space.
        var typed = new string([.. code.Select(c => (char)('۰' + (c - '0')))]).Insert(4, " ");
        (await device.Post("/pair", new { code = typed })).MustBe(200).String("till").ShouldBe("t1");
        var cookie = device.SetCookie.ShouldNotBeNull().ToLowerInvariant();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
        cookie.ShouldContain("path=/api/v1/till;");
        var till = (await device.Get()).MustBe(200);
        till.String("title").ShouldBe("صندوق t1");
        till["club/places/0/till"].GetString().ShouldBe("t1");
        till.Long("number").ShouldBe(1);

        using var second = new TillDeviceClient(club);
        (await second.Post("/pair", new { code })).MustBeProblem(422, "till.code-wrong", "/code");
        (await second.Post("/pair", new { code = await club.PairingCode() })).MustBe(200);
        (await second.Get()).Long("number").ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task A_code_is_over_after_ten_minutes_and_when_another_is_made(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetTill();
        using var device = new TillDeviceClient(club);
        var first = await club.PairingCode();
        var second = await club.PairingCode();
        (await device.Post("/pair", new { code = first })).MustBeProblem(422, "till.code-wrong", "/code");
        club.Clock.Advance(MakePairingCode.Lives);
        (await device.Post("/pair", new { code = second })).MustBeProblem(422, "till.code-wrong", "/code");
        (await club.Api.Post("/tills/nowhere/pairing")).MustBeProblem(404, "till.unknown");
    }

    [Theory, BothDatabases]
    public async Task Two_devices_with_one_code_in_the_same_moment_are_one(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetTill();
        var code = await club.PairingCode();
        var devices = Enumerable.Range(0, 4).Select(_ => new TillDeviceClient(club)).ToList();
        var answers = await Task.WhenAll(devices.Select(d => d.Post("/pair", new { code })));
        answers.Count(a => a.Status == 200).ShouldBe(1, string.Join('\n', answers.AsEnumerable()));
        devices.ForEach(d => d.Dispose());
    }

    [Theory, BothDatabases]
    public async Task Guessing_at_codes_is_slowed_down(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetTill();
        var code = await club.PairingCode();
        using var device = new TillDeviceClient(club);
        var wrong = code == "00000000" ? "11111111" : "00000000";
        for (var i = 0; i < SignInLimit.TriesPerAccount; i++)
        {
            (await device.Post("/pair", new { code = wrong })).MustBeProblem(422, "till.code-wrong", "/code");
        }

        var refused = (await device.Post("/pair", new { code })).MustBeProblem(429, "sign-in.too-many");
        refused.Header("Retry-After").ShouldNotBeNull();
        club.Clock.Advance(SignInLimit.Window);
        (await device.Post("/pair", new { code = await club.PairingCode() })).MustBe(200);
    }

    [Theory, BothDatabases]
    public async Task A_device_that_is_shut_out_is_nobody_at_once(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned();
        var other = await club.StartNode();
        var listed = (await club.Api.Get("/till-devices")).MustBe(200)["items/0"];
        listed.GetProperty("cashier").GetString().ShouldBe("mina");
        var id = listed.GetProperty("id").GetGuid();
        (await other.Delete($"/till-devices/{id}")).MustBe(200);
        var token = device.Token;
        (await device.Get()).MustBeProblem(401, "till.unpaired");
        device.Token.ShouldBeNull("its browser forgets the token");
        device.Token = token;
        (await device.Post("/quote", SaleBody.Guest(LineBody.One(1000)))).MustBeProblem(401, "till.unpaired");
        (await club.Api.Get("/till-devices"))["items/0/revoked"]
            .ValueKind.ShouldNotBe(System.Text.Json.JsonValueKind.Null);
        (await club.Api.Delete($"/till-devices/{Guid.NewGuid()}")).MustBeProblem(404, "till.device-unknown");
    }

    [Theory, BothDatabases]
    public async Task A_device_that_was_not_heard_of_is_over(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Pair();
        club.Clock.Advance(KnownTills.Unheard);
        (await device.Get()).MustBe(200);
        club.Clock.Advance(KnownTills.Unheard + TimeSpan.FromMinutes(1));
        (await device.Get()).MustBeProblem(401, "till.unpaired");
    }

    [Theory, BothDatabases]
    public async Task No_device_stays_paired_for_more_than_a_year(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Pair();
        for (var day = 0; day < 360; day += 20)
        {
            club.Clock.Advance(TimeSpan.FromDays(20));
            (await device.Get()).MustBe(200);
        }

        club.Clock.Advance(TimeSpan.FromDays(6));
        (await device.Get()).MustBeProblem(401, "till.unpaired");
    }

    [Theory, BothDatabases]
    public async Task The_token_is_renewed_each_day_and_a_copied_one_shuts_the_device_out(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Pair();
        var stolen = device.Token;
        club.Clock.Advance(KnownTills.TokenLives);
        (await device.Get()).MustBe(200);
        device.Token.ShouldNotBe(stolen, "a day later it is another");

        // The answer may be lost: the old token still serves, and what it is given now is the good one.
        var lost = device.Token;
        device.Token = stolen;
        club.Clock.Advance(KnownTills.Overlap);
        (await device.Get()).MustBe(200);
        device.Token.ShouldNotBe(stolen);
        device.Token.ShouldNotBe(lost);
        (await device.Get()).MustBe(200);

        // The right one is in use; whoever comes with the old one later has a copy.
        club.Clock.Advance(KnownTills.Overlap + TimeSpan.FromSeconds(1));
        using var thief = new TillDeviceClient(club) { Token = stolen };
        (await thief.Get()).MustBeProblem(401, "till.unpaired");
        (await device.Get()).MustBeProblem(401, "till.unpaired");
        (await club.Api.Get("/till-devices"))["items/0/copied"].GetBoolean().ShouldBeTrue();
    }

    [Theory, BothDatabases]
    public async Task A_page_that_stays_open_for_days_is_given_its_new_token_too(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Pair();
        var old = device.Token;
        club.Clock.Advance(KnownTills.TokenLives);
        (await device.Post("/heard", new { waiting = 0, clock = club.Clock.Now })).MustBe(200);
        device.Token.ShouldNotBe(old);
        (await device.Get()).MustBe(200);
    }

    [Theory, BothDatabases]
    public async Task Calls_in_flight_while_the_token_changes_are_no_theft(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Pair();
        var old = device.Token;
        club.Clock.Advance(KnownTills.TokenLives);
        (await device.Get()).MustBe(200);
        (await device.Get()).MustBe(200);
        using var tab = new TillDeviceClient(club) { Token = old };
        (await tab.Get()).MustBe(200);
        tab.Token.ShouldBe(old, "the browser has the new one already");
        (await device.Get()).MustBe(200);
    }

    [Theory, BothDatabases]
    public async Task The_token_opens_nothing_but_the_till_and_only_to_its_own_page(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned();
        string[] others = ["/members", "/purchases", "/staff", "/club", "/till-devices", "/audit"];
        foreach (var path in others)
        {
            (await device.Get("!/api/v1" + path)).MustBeProblem(401, "key.needed");
        }

        Action<HttpRequestMessage>[] strangers =
        [
            m => m.Headers.Remove("X-Vafa"),
            m => m.Headers.Add("Sec-Fetch-Site", "cross-site"),
            m => m.Headers.Add("Origin", "https://evil.example"),
        ];
        foreach (var stranger in strangers)
        {
            (await device.Send(HttpMethod.Get, "", null, stranger)).MustBeProblem(403, "staff.foreign-page");
            var pairing = new { code = "12345678" };
            (await device.Send(HttpMethod.Post, "/pair", pairing, stranger)).MustBeProblem(403, "staff.foreign-page");
        }

        // And no key, however much it may do, is a till.
        (await club.Api.Send(HttpMethod.Get, "/till", null, m => m.Headers.Add("X-Vafa", "1"))).MustBeProblem(
            401,
            "till.unpaired"
        );
    }

    [Theory, BothDatabases]
    public async Task Neither_code_nor_token_nor_pin_stands_in_a_log_or_in_the_database(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetTill();
        var code = await club.PairingCode();
        using var device = new TillDeviceClient(club);
        (await device.Post("/pair", new { code })).MustBe(200);
        await club.Hire("mina", "cashier");
        await device.Post("/shift", new { user = "mina", pin = TillsOfTests.Pin });
        await device.Post("/shift", new { user = "mina", pin = "8264" });
        foreach (var secret in (string[])[code, device.Token!, "\"" + TillsOfTests.Pin, "8264"])
        {
            club.Log.Lines.ShouldNotContain(line => line.Contains(secret, StringComparison.Ordinal));
        }

        var audit = string.Join('\n', await club.Ask(db => db.Audit.Select(a => a.Subject + a.After).ToListAsync()));
        audit.ShouldNotContain(code);
        audit.ShouldNotContain("8264");
    }
}
