using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vafa.Tests.Cli;
using Vafa.Tests.Faults;

namespace Vafa.Tests.Import;

public sealed class ImportJobTests(ITestOutputHelper output)
{
    [Theory, BothDatabases]
    public async Task A_dirty_file_does_what_its_dry_run_said(Engine engine)
    {
        await using var club = await Start(engine);
        var id = await club.Api.Mapped(await club.Api.Upload(DirtyFile.Csv()));
        var clock = Stopwatch.StartNew();
        var dry = (await club.Api.Post($"/imports/{id}/dry-run")).MustBe(200);
        output.WriteLine($"{engine}: dry run {clock.ElapsedMilliseconds} ms");
        MustCount(dry, "report/counts");
        dry["report/reasons"].GetArrayLength().ShouldBe(7);
        // The first hundred all have one reason; of the six others three each are kept.
        dry["report/rejected"].GetArrayLength().ShouldBe(118);
        dry["report/duplicates"].GetArrayLength().ShouldBe(100);
        (await club.Ask(db => db.Members.CountAsync())).ShouldBe(0);

        clock.Restart();
        var done = await club.Api.Ran(id);
        output.WriteLine($"{engine}: run {clock.ElapsedMilliseconds} ms");
        done.String("state").ShouldBe("done");
        MustCount(done, "counts");
        (await club.Ask(db => db.Members.CountAsync())).ShouldBe(DirtyFile.Good);
        var member = await club.Api.Get("/members?mobile=09120000004");
        (member.String("items/0/firstName"), member.String("items/0/lastName")).ShouldBe(("علی", "رضایی پور"));
        member.String("items/0/groups/0").ShouldBe("silver");
        (await Cafe.Differences(club.Database)).ShouldBeEmpty();
        var audit = await club.Ask(db => db.Audit.SingleAsync(a => a.Action == "import.run"));
        (audit.By, audit.Subject).ShouldBe(("key:tests", "import/" + id));
        audit.After!.ShouldContain("members.csv");
        Directory.GetFiles(Path.Combine(club.Database.Directory, "imports"), "*.upload").ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task The_same_file_again_adds_nothing(Engine engine)
    {
        await using var club = await Start(engine);
        await club.Api.Ran(await club.Api.Mapped(await club.Api.Upload(DirtyFile.Csv(good: 40))));
        var again = await club.Api.Ran(await club.Api.Mapped(await club.Api.Upload(DirtyFile.Csv(good: 40))));
        (again.Long("counts/added"), again.Long("counts/changed"), again.Long("counts/known")).ShouldBe((0, 0, 40));
        again["counts/balances"].EnumerateObject().ShouldBeEmpty();
        (await club.Ask(db => db.Entries.CountAsync())).ShouldBe(80);
    }

    [Theory, BothDatabases]
    public async Task A_killed_import_is_taken_up_again_and_adds_nothing_twice(Engine engine)
    {
        var club = await EmptyClubs.Take(engine);
        try
        {
            string id;
            await using (var node = await Node.Start(club))
            {
                (await node.Api.Put("/groups/silver", new { title = new { fa = "نقره‌ای" } })).MustBe(200);
                id = await node.Api.Mapped(await node.Api.Upload(DirtyFile.Csv()));
                (await node.Api.Post($"/imports/{id}/run")).MustBe(202);
                while ((await node.Api.Get("/imports/" + id)).Long("done") < 300)
                {
                    await Task.Delay(20);
                }

                await node.Kill();
            }

            await using var next = await Node.Start(club);
            var waited = Stopwatch.StartNew();
            while ((await next.Api.Get("/imports/" + id)).String("state") != "interrupted")
            {
                waited.Elapsed.ShouldBeLessThan(Node.Patience);
                await Task.Delay(500);
            }

            var done = await next.Api.Ran(id);
            done.String("state").ShouldBe("done");
            (done.Long("counts/added") + done.Long("counts/known")).ShouldBe(DirtyFile.Good);
            done.Long("counts/known").ShouldBeGreaterThan(0);
            (await Cafe.Differences(club)).ShouldBeEmpty();
        }
        finally
        {
            await EmptyClubs.Return(club);
        }
    }

    [Theory, BothDatabases]
    public async Task Rows_of_one_member_follow_the_rule_that_was_chosen(Engine engine)
    {
        await using var club = await Start(engine);
        const string file = "mobile,name,points\n09121111111,a b,1\n9121111111,c d,2\n09122222222,e f,3\n";
        var last = await club.Api.Mapped(await club.Api.Upload(file), "keepLast");
        var dry = await club.Api.Post($"/imports/{last}/dry-run");
        (dry.Long("report/counts/added"), dry.Long("report/counts/balances/points")).ShouldBe((2, 5));
        dry["report/duplicates/0/lines"].ToString().ShouldBe("[2,3]");
        dry.String("report/duplicates/0/who").ShouldBe("09121111111");
        var none = await club.Api.Mapped(await club.Api.Upload(file), "rejectAll");
        var done = await club.Api.Ran(none);
        (done.Long("counts/added"), done.Long("counts/rejected")).ShouldBe((1, 2));
    }

    [Theory, BothDatabases]
    public async Task Rejected_rows_come_back_with_their_reason_and_no_formula(Engine engine)
    {
        await using var club = await Start(engine);
        const string file = "موبایل;نام;امتیاز\n0912;=HYPERLINK(\"x\");5\n+98912;ب;1\n09121234567;پ;-3\n";
        var id = await club.Api.Mapped(await club.Api.Upload(file));
        await club.Api.Post($"/imports/{id}/dry-run");
        club.Api.Http.DefaultRequestHeaders.Add("Accept-Language", "fa");
        var csv = await club.Api.Http.GetByteArrayAsync(new Uri($"/api/v1/imports/{id}/rejected", UriKind.Relative));
        csv[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        var lines = Encoding.UTF8.GetString(csv)[1..].Split("\r\n");
        lines[0].ShouldBe("موبایل,نام,امتیاز,سطر,دلیل");
        lines[1].ShouldStartWith("0912,\"'=HYPERLINK(\"\"x\"\")\",5,2,");
        lines[2].ShouldStartWith("'+98912,ب,1,3,");
        lines[3].ShouldBe("09121234567,پ,'-3,4,«-3» در ستون «امتیاز» کمتر از صفر است.");
        var again = await club.Api.Mapped(await club.Api.Upload(csv, "again.csv"));
        var dry = await club.Api.Post($"/imports/{again}/dry-run");
        dry.Long("report/counts/rejected").ShouldBe(3);
        dry["report/rejected/2/reason"].GetString()!.ShouldContain("«\u2068-3\u2069»");
    }

    [Theory, BothDatabases]
    public async Task Products_come_in_the_same_way(Engine engine)
    {
        await using var club = await Start(engine);
        const string file = "کد کالا\tنام کالا\tگروه\tقیمت (تومان)\nlatte\tلاته\tcoffee\t۹۸٬۰۰۰\n\tبی‌کد\t\t1\n";
        var uploaded = await club.Api.Upload(Encoding.UTF8.GetBytes(file), "list.tsv", "products");
        var done = await club.Api.Ran(await club.Api.Mapped(uploaded));
        (done.Long("counts/added"), done.Long("counts/rejected")).ShouldBe((1, 1));
        (await club.Api.Get("/products/latte")).Long("price").ShouldBe(980_000);
    }

    internal static async Task<TestClub> Start(Engine engine)
    {
        var club = await TestClub.Start(engine);
        (await club.Api.Put("/groups/silver", new { title = new { fa = "نقره‌ای" } })).MustBe(200);
        return club;
    }

    private static void MustCount(Answer answer, string at)
    {
        long Count(string name) => answer.Long($"{at}/{name}");
        (Count("rows"), Count("added"), Count("known")).ShouldBe(
            (DirtyFile.Rows, DirtyFile.Good, 0),
            answer.Text[..900]
        );
        (Count("duplicates"), Count("rejected")).ShouldBe((DirtyFile.Twins, DirtyFile.Rejected));
        Count("balances/points").ShouldBe(DirtyFile.Good * 10L);
        Count("balances/credit").ShouldBe(DirtyFile.Good * 10_000L);
    }
}
