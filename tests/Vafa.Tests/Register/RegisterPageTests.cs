using Vafa.Tests.Purchases;
using Vafa.Tests.Staff;

namespace Vafa.Tests.Register;

/// <summary>What the owner sees of the registers, and may do.</summary>
public sealed class RegisterPageTests
{
    [Theory, BothDatabases]
    public async Task The_page_makes_the_folders_and_tells_what_was_refused_and_why(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var owner = await club.SignedIn("sara", "owner");
        var (status, text) = await owner.Page("/settings/registers");
        status.ShouldBe(200);
        text.ShouldContain("هنوز صندوقی نیست");
        (await club.Api.Post("/registers/folders")).MustBeProblem(409, "register.no-tills");

        await club.Set("/tills/t1", """{"title": {"fa": "صندوق یک"}, "branch": "main"}""");
        (_, text) = await owner.Page("/settings/registers");
        text.ShouldContain("POST /api/v1/registers/folders");
        var drop = await DropFolder.Open(club);
        (_, text) = await owner.Page("/settings/registers");
        text.ShouldContain(drop.Folder);
        text.ShouldContain("هنوز نیامده");

        drop.Put("a.json", DropFolder.Receipt("1", 100_000));
        drop.Put("b<i>.json", DropFolder.Receipt("<b>2", 100_000).Replace("\"quantity\": 1", "\"quantity\": 0"));
        await drop.Look();
        drop.Put("waits.json", DropFolder.Receipt("3", 100_000));
        Directory.CreateDirectory(Path.Combine(club.Database.Directory, "receipts", "t9"));
        (_, text) = await owner.Page("/settings/registers");
        text.ShouldContain("b&lt;i&gt;.json");
        text.ShouldContain("&lt;b&gt;2");
        text.ShouldNotContain("<b>2");
        text.ShouldContain("این عدد باید از");
        text.ShouldContain("t9");
        (_, text) = await owner.Page("/settings/registers?lang=en");
        text.ShouldContain("The number must be from");
        var till = (await club.Api.Get("/registers")).MustBe(200)["tills"][0];
        Number(till, "today").ShouldBe(1);
        Number(till, "waiting").ShouldBe(1);
        Number(till, "refusedCount").ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task The_first_page_tells_of_refused_receipts_until_they_are_taken(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var drop = await DropFolder.Open(club);
        (await club.Api.Get("/home")).MustBe(200).Text.ShouldNotContain("receipts-");
        drop.Put("a.json", DropFolder.Receipt("1", 1).Replace("12:05", "14:05", StringComparison.Ordinal));
        Directory.CreateDirectory(Path.Combine(club.Database.Directory, "receipts", "T1"));
        await drop.Look();
        var notices = (await club.Api.Get("/home")).MustBe(200)["notices"].EnumerateArray().ToList();
        notices
            .Single(n => n.GetProperty("kind").GetString() == "receipts-refused")
            .GetProperty("count")
            .GetInt64()
            .ShouldBe(1);
        notices
            .Single(n => n.GetProperty("kind").GetString() == "receipts-unread")
            .GetProperty("count")
            .GetInt64()
            .ShouldBe(1);
        club.Clock.Advance(TimeSpan.FromHours(2));
        (await club.Api.Post("/registers/t1/refused/again", "{}")).MustBe(202).Long("files").ShouldBe(1);
        await drop.Look();
        (await club.Api.Get("/home")).MustBe(200).Text.ShouldNotContain("receipts-refused");
        var audit = (await club.Api.Get("/audit?action=register.again")).MustBe(200);
        audit.String("items/0/subject").ShouldBe("till/t1");
        (await club.Api.Get("/audit?action=register.folders")).MustBe(200).String("items/0/by").ShouldBe("key:tests");
    }

    [Fact]
    public async Task Only_who_sets_the_club_up_sees_and_makes_them()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        using var till = await club.ClientWith("purchases");
        (await till.Get("/registers")).MustBeProblem(403, "key.scope");
        (await till.Post("/registers/folders")).MustBeProblem(403, "key.scope");
        (await till.Post("/registers/t1/refused/again", "{}")).MustBeProblem(403, "key.scope");
        using var cashier = await club.SignedIn("mina", "cashier");
        (await cashier.Page("/settings/registers")).Status.ShouldNotBe(200);
    }

    private static long Number(System.Text.Json.JsonElement of, string name) => of.GetProperty(name).GetInt64();
}
