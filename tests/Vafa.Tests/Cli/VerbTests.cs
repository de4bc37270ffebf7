using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Features.Import;

namespace Vafa.Tests.Cli;

/// <summary>The verbs as a shell meets them: exit codes, one sentence on standard error, no stack trace.</summary>
public sealed class VerbTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(2, "no-such-verb")]
    [InlineData(2, "apikey", "create")]
    [InlineData(2, "apikey", "create", "--name", "till", "--scope", "everything")]
    [InlineData(2, "staff", "create", "--user", "sara", "--role", "chef")]
    [InlineData(2, "import", "purchases", "no-such-file.csv")]
    [InlineData(2, "restore", "no-such-file")]
    [InlineData(2, "serve", "--urls", "localhost")]
    [InlineData(3, "copydb", "--to", "Host=127.0.0.1;Port=1;Username=nobody;Timeout=2")]
    [InlineData(3, "copydb", "--to", "Host")]
    public async Task What_can_not_be_done_is_one_sentence_and_an_exit_code(int exit, params string[] verb)
    {
        var database = await EmptyClubs.Take(Engine.Sqlite);
        await using var vafa = await VafaProcess.Run(database, verb);
        (vafa.ExitCode, vafa.Output).ShouldBe((exit, ""), vafa.Error);
        vafa.Error.Trim().Split('\n').ShouldHaveSingleItem().ShouldNotContain("   at ");
        await EmptyClubs.Return(database);
    }

    [Theory]
    [InlineData("apikey", "create", "--name", "till", "--scope", "everything")]
    [InlineData("staff", "create", "--user", "sara", "--role", "chef")]
    public async Task A_word_that_is_none_makes_no_club(params string[] verb)
    {
        var database = await EmptyClubs.Take(Engine.Sqlite);
        File.Delete(database.File);
        await using var vafa = await VafaProcess.Run(database, verb);
        vafa.ExitCode.ShouldBe(2);
        File.Exists(database.File).ShouldBeFalse();
        await EmptyClubs.Return(database);
    }

    [Fact]
    public async Task Serving_where_somebody_listens_is_one_sentence()
    {
        using var somebody = new TcpListener(IPAddress.Loopback, 0);
        somebody.Start();
        var database = await EmptyClubs.Take(Engine.Sqlite);
        await using var vafa = await VafaProcess.Run(database, "serve", "--urls", $"http://{somebody.LocalEndpoint}");
        vafa.ExitCode.ShouldBe(3);
        vafa.Error.Trim().ShouldBe($"Something else listens on http://{somebody.LocalEndpoint} already.");
        await EmptyClubs.Return(database);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("check")]
    [InlineData("demo")]
    public async Task A_server_that_cannot_be_reached_is_one_sentence(string verb)
    {
        var folder = await EmptyClubs.Take(Engine.Sqlite);
        var away = folder with { Postgres = "Host=127.0.0.1;Port=1;Username=nobody;Password=secret;Timeout=2" };
        await using var vafa = await VafaProcess.Run(away, verb);
        vafa.ExitCode.ShouldBe(3);
        var said = vafa.Error.Trim().Split('\n').ShouldHaveSingleItem();
        said.ShouldStartWith("PostgreSQL cannot be reached: ");
        (vafa.Output + said).ShouldNotContain("secret");
        await EmptyClubs.Return(folder);
    }

    [Fact]
    public async Task Checking_where_there_is_no_club_fails_and_makes_none()
    {
        var database = await EmptyClubs.Take(Engine.Sqlite);
        File.Delete(database.File);
        await using var vafa = await VafaProcess.Run(database, "check");
        vafa.ExitCode.ShouldBe(3);
        File.Exists(database.File).ShouldBeFalse();
        await EmptyClubs.Return(database);
    }

    [Theory, BothDatabases]
    public async Task A_new_key_works_at_once_beside_the_serving_process(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await using var vafa = await VafaProcess.Run(
            club.Database,
            "apikey",
            "create",
            "--name",
            "till",
            "--scope",
            "members"
        );
        vafa.ExitCode.ShouldBe(0, vafa.Error);
        var key = vafa.Output.Trim().Split('\n').ShouldHaveSingleItem();
        var client = club.Client(key);
        (await client.Get("/members?q=x")).MustBe(200);
        (await client.Get("/offers")).MustBe(403);
    }

    [Theory, BothDatabases]
    public async Task The_check_prints_what_it_added_up(Engine engine)
    {
        await using var club = await Cafe.Open(engine);
        await using var good = await VafaProcess.Run(club.Database, "check");
        good.Output.Trim().ShouldMatch(@"^\d+ wallets, \d+ entries, \d+ purchases: consistent$");
        good.ExitCode.ShouldBe(0);
        await club.Execute("UPDATE offer_counter SET uses = uses + 1");
        await using var bad = await VafaProcess.Run(club.Database, "check");
        bad.ExitCode.ShouldBe(1);
        bad.Output.ShouldStartWith("offer_counter free-croissant: uses stored ");
    }

    [Theory, BothDatabases]
    public async Task A_demo_goes_into_an_empty_club_only(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        string[] demo = ["demo", "--members", "5", "--months", "1"];
        await using var first = await VafaProcess.Run(club.Database, demo);
        first.ExitCode.ShouldBe(0, first.Error);
        (await club.Ask(db => db.Members.CountAsync())).ShouldBe(5);
        (await Cafe.Differences(club.Database)).ShouldBeEmpty();
        await using var second = await VafaProcess.Run(club.Database, demo);
        second.ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_cafe()
    {
        await using var one = await Cafe.Open(Engine.Sqlite);
        await using var other = await Cafe.Open(Engine.Sqlite);
        (await Fingerprint(one)).ShouldBe(await Fingerprint(other));
    }

    [Fact]
    public async Task Serving_prints_the_owners_link_until_he_has_a_password()
    {
        var database = await EmptyClubs.Take(Engine.Sqlite);
        await using (var vafa = VafaProcess.Start(database, "serve", "--urls", "http://127.0.0.1:0"))
        {
            var waited = 0;
            while (!vafa.Output.Contains("/enter/", StringComparison.Ordinal) && waited++ < 300)
            {
                await Task.Delay(100);
            }

            vafa.Output.ShouldMatch("http://127.0.0.1:[1-9][0-9]*/enter/[A-Za-z0-9_-]{20,}");
        }

        await EmptyClubs.Return(database);
    }

    [Fact]
    public async Task Rejected_rows_never_go_beside_a_read_only_file()
    {
        var folder = Directory.CreateTempSubdirectory("vafa-import");
        var file = Path.Combine(folder.FullName, "sales.csv");
        await File.WriteAllTextAsync(file, "at,amount\n");
        RejectedFile.PlaceFor(file, null).ShouldBe(file + ".rejected.csv");
        File.SetAttributes(file, FileAttributes.ReadOnly);
        RejectedFile.PlaceFor(file, null).ShouldBe("sales.csv.rejected.csv");
        RejectedFile.PlaceFor(file, "mine.csv").ShouldBe("mine.csv");
        File.SetAttributes(file, FileAttributes.Normal);
        folder.Delete(recursive: true);
    }

    private static async Task<string> Fingerprint(TestClub club)
    {
        var sales = await club.Ask(db =>
            db.Purchases.OrderBy(p => p.At).Select(p => $"{p.At} {p.Total} {p.Discount} {p.Spent}").ToListAsync()
        );
        var members = await club.Ask(db =>
            db.Members.OrderBy(m => m.Mobile).Select(m => $"{m.Mobile} {m.LastName} {m.Spent}").ToListAsync()
        );
        return string.Join('\n', sales.Concat(members));
    }
}
