using Microsoft.EntityFrameworkCore;
using Vafa.Features.Register;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Register;

/// <summary>A receipt is one sale, however and however often it comes; none is lost.</summary>
public sealed class RegisterTests
{
    private const string Mobile = """, "member": {"mobile": "0912 123 4567"}""";

    [Theory, BothDatabases]
    public async Task A_receipt_becomes_a_concluded_sale_of_its_till_and_earns(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetCreditBack(10);
        var member = await club.Join();
        var drop = await DropFolder.Open(club);
        club.Clock.Advance(TimeSpan.FromMinutes(10));
        drop.Put(
            "a.json",
            DropFolder.Receipt("1", 300_000, Mobile).Replace("12:05", "12:35", StringComparison.Ordinal)
        );
        await drop.Look();
        var sale = (await club.Api.Get("/purchases?till=t1")).MustBe(200)["items"][0];
        var receipt = (await club.Api.Get("/purchases/" + sale.GetProperty("id").GetString())).MustBe(200);
        (receipt.String("till"), receipt.String("branch"), receipt.String("reference")).ShouldBe(("t1", "main", "1"));
        (await club.Wallet(member, "credit")).Balance.ShouldBe(30_000);
        drop.Done.ShouldBe(["a.json"]);
        var kept = await club.Ask(db => db.Idempotency.SingleAsync(i => i.Client.StartsWith("register:")));
        (kept.Client, kept.Key).ShouldBe(("register:t1", "2026-03-25/1"));
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task The_same_receipt_again_by_any_name_and_in_any_file_is_the_same_sale(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Join();
        var drop = await DropFolder.Open(club);
        var receipt = DropFolder.Receipt("1", 300_000, Mobile);
        drop.Put("a.json", receipt);
        await drop.Look();
        drop.Put("a.json", receipt);
        drop.Put("b.json", receipt);
        drop.Put("c.json", $"[{receipt}, {receipt}, {DropFolder.Receipt("2", 100_000)}]");
        drop.Put(
            "d.csv",
            "format,number,at,mobile,quantity,unitPrice,payable\n"
                + "vafa-receipt-1,1,2026-03-25T08:35:00Z,09121234567,1,300000,300000\n"
        );
        await drop.Look();
        (await drop.Sales()).ShouldBe(["1 300000 member", "2 100000 guest"]);
        drop.Done.ShouldBe(["a-2.json", "a.json", "b.json", "c.json", "d.csv"]);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task The_same_number_with_other_content_is_refused_on_its_day_and_till_alone(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var drop = await DropFolder.Open(club);
        drop.Put("a.json", DropFolder.Receipt("1", 300_000));
        await drop.Look();
        drop.Put("b.json", DropFolder.Receipt("1", 300_001));
        var next = DropFolder.Receipt("1", 7).Replace("03-25", "03-24", StringComparison.Ordinal);
        drop.Put("c.json", next);
        await File.WriteAllTextAsync(
            Path.Combine(club.Database.Directory, "receipts", "t2", "d.json"),
            DropFolder.Receipt("1", 8),
            TestContext.Current.CancellationToken
        );
        await drop.Look();
        (await drop.Sales()).ShouldBe(["1 300000 guest", "1 7 guest", "1 8 guest"]);
        drop.Refused.ShouldBe(["b.json", "b.json.why.txt"]);
        var why = drop.Why("b.json").Split('\n');
        why[0]
            .ShouldBe(
                "سطر ۱، رسید «1»، number: رسیدی با شمارهٔ «1» از همین صندوق در همین روز با محتوای دیگری ثبت شده است."
            );
        why[1]
            .ShouldBe(
                "Line 1, receipt “1”, number: A receipt “1” of this till and day was recorded with other content."
            );
    }

    [Theory, BothDatabases]
    public async Task A_refused_receipt_stops_no_other_and_is_taken_when_it_is_put_right(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var drop = await DropFolder.Open(club);
        var ahead = DropFolder.Receipt("2", 200_000).Replace("12:05", "14:00", StringComparison.Ordinal);
        drop.Put("a.json", $"[{DropFolder.Receipt("1", 100_000)},\n{ahead},\n{DropFolder.Receipt("3", 300_000)}]");
        await drop.Look();
        (await drop.Sales()).ShouldBe(["1 100000 guest", "3 300000 guest"]);
        drop.Refused.ShouldBe(["a.json", "a.json.why.txt"]);
        drop.Why("a.json").ShouldContain("Line 3, receipt “2”, at: The time of the sale lies ahead of now");

        club.Clock.Advance(TimeSpan.FromHours(2));
        (await club.Api.Post("/registers/t1/refused/again", new { name = "../a.json" })).MustBeProblem(
            404,
            "register.file-gone"
        );
        (await club.Api.Post("/registers/t1/refused/again", new { name = "a.json" })).MustBe(202);
        await drop.Look();
        (await drop.Sales()).ShouldBe(["1 100000 guest", "2 200000 guest", "3 300000 guest"]);
        drop.Refused.ShouldBeEmpty();
        drop.Done.ShouldBe(["a.json"]);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Who_is_no_member_costs_the_sale_its_member_and_not_the_sale(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var drop = await DropFolder.Open(club);
        var unknown = DropFolder.Receipt("1", 100_000, Mobile);
        drop.Put("a.json", unknown);
        drop.Put("b.json", DropFolder.Receipt("2", 200_000, """, "member": {"mobile": "0912"}"""));
        drop.Put("c.json", DropFolder.Receipt("3", 300_000, """, "member": {"mobile": "", "card": null}"""));
        await drop.Look();
        (await drop.Sales()).ShouldBe(["1 100000 guest", "2 200000 guest", "3 300000 guest"]);
        drop.Done.ShouldBe(["a.json", "a.json.note.txt", "b.json", "b.json.note.txt", "c.json"]);
        var note = await File.ReadAllTextAsync(
            Path.Combine(drop.Folder, "done", "1405-01", "a.json.note.txt"),
            TestContext.Current.CancellationToken
        );
        note.ShouldContain("There is no such member.");
        note.ShouldNotContain("1234567");

        // He joins, and the same file comes again: the sale is known, though it has no member.
        await club.Join();
        drop.Put("d.json", unknown);
        await drop.Look();
        (await drop.Sales()).Length.ShouldBe(3);
        drop.Refused.ShouldBeEmpty();
        club.Log.ToString()!.ShouldNotContain("1234567");
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_register_that_was_long_away_brings_all_its_receipts_but_none_of_a_dead_clock(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var drop = await DropFolder.Open(club);
        drop.Put(
            "a.json",
            DropFolder.Receipt("1", 100_000).Replace("2026-03-25", "2025-04-25", StringComparison.Ordinal)
        );
        drop.Put(
            "b.json",
            DropFolder.Receipt("2", 100_000).Replace("2026-03-25", "2000-01-01", StringComparison.Ordinal)
        );
        await drop.Look();
        (await drop.Sales()).ShouldBe(["1 100000 guest"]);
        drop.Why("b.json").ShouldContain("Check the clock of the register");
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_till_that_moved_to_another_branch_may_send_its_receipts_again(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var drop = await DropFolder.Open(club);
        drop.Put("a.json", DropFolder.Receipt("1", 100_000));
        await drop.Look();
        await club.Set("/branches/north", """{"title": {"fa": "شمال"}}""");
        await club.Set("/tills/t1", """{"title": {"fa": "صندوق یک"}, "branch": "north"}""");
        drop.Put("b.json", DropFolder.Receipt("1", 100_000));
        await drop.Look();
        (await drop.Sales()).ShouldBe(["1 100000 guest"]);
        drop.Refused.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_still_grows_is_read_when_it_does_not_and_what_came_late_is_not_lost()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        var drop = await DropFolder.Open(club);
        var (first, second) = (Row("1", 100_000), Row("2", 200_000));
        drop.Put("a.csv", Header + first[..20]);
        await drop.LookOnce();
        club.Clock.Advance(Settling.Quiet);
        await drop.LookOnce();
        drop.Names().ShouldBe(["a.csv"], "what would be refused is given a minute");
        drop.Put("a.csv", Header + first);
        await drop.LookOnce();
        club.Clock.Advance(Settling.Quiet);
        await drop.LookOnce();
        drop.Done.ShouldBe(["a.csv"]);

        // The register had it open all the time, and writes on.
        var moved = Path.Combine(drop.Folder, "done", "1405-01", "a.csv");
        await File.AppendAllTextAsync(moved, second, TestContext.Current.CancellationToken);
        await drop.Look();
        (await drop.Sales()).ShouldBe(["1 100000 guest", "2 200000 guest"]);
        drop.Done.ShouldBe(["a.csv"]);
    }

    [Fact]
    public async Task A_file_that_grows_after_it_was_refused_is_read_again_by_itself()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        var drop = await DropFolder.Open(club);
        var (whole, path) = (DropFolder.Receipt("1", 100_000), Path.Combine(drop.Folder, "refused", "a.json"));
        drop.Put("a.json", whole[..50]);
        drop.Put("b.json", "");
        await drop.Look();
        club.Clock.Advance(Settling.Empty);
        await drop.LookOnce();
        drop.Refused.ShouldBe(["a.json", "a.json.why.txt", "b.json", "b.json.why.txt"]);

        await File.AppendAllTextAsync(path, whole[50..], TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            path.Replace("a.json", "b.json", StringComparison.Ordinal),
            DropFolder.Receipt("2", 200_000),
            TestContext.Current.CancellationToken
        );
        await drop.Look();
        drop.Refused.ShouldBeEmpty();
        (await drop.Sales()).ShouldBe(["1 100000 guest", "2 200000 guest"]);
    }

    [Fact]
    public async Task A_table_that_ends_within_a_line_may_still_be_written_and_nothing_of_it_is_taken_yet()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        var drop = await DropFolder.Open(club);
        var (head, row) = (Header.TrimEnd() + ",cashier\n", Row("1", 100_000).TrimEnd() + ",maryam");
        drop.Put("a.csv", head + row[..^3]);
        await drop.LookOnce();
        club.Clock.Advance(Settling.Quiet);
        await drop.LookOnce();
        (await drop.Sales()).ShouldBeEmpty("the cashier's name is not whole");
        drop.Put("a.csv", head + row);
        await drop.Look();
        (await drop.Sales()).ShouldBe(["1 100000 guest"], "a last line without its end is taken after a minute");
        (await club.Api.Get("/purchases?cashier=maryam"))["items"].GetArrayLength().ShouldBe(1);
        drop.Done.ShouldBe(["a.csv"]);
    }

    [Fact]
    public async Task Without_the_folder_nothing_is_read_and_nobody_is_asked()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        await club.Set("/tills/t1", """{"title": {"fa": "صندوق یک"}, "branch": "main"}""");
        var drop = new DropFolder(club);
        (await drop.LookOnce()).ShouldBe(default);
        Directory.Exists(Path.Combine(club.Database.Directory, "receipts")).ShouldBeFalse();
        var list = (await club.Api.Get("/registers")).MustBe(200);
        list["isOn"].GetBoolean().ShouldBeFalse();
        (await club.Api.Post("/registers/none/refused/again", "{}")).MustBeProblem(404, "register.unknown-till");
    }

    private const string Header = "format,number,at,quantity,unitPrice,payable\n";

    private static string Row(string number, long price) =>
        FormattableString.Invariant($"vafa-receipt-1,{number},2026-03-25T12:05:00+03:30,1,{price},{price}\n");
}
