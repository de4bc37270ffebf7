using System.Net.Http.Headers;
using Vafa.Tests.Staff;

namespace Vafa.Tests.Import;

/// <summary>The steps of an import as its page shows them, and what it offers to download.</summary>
public sealed class ImportPageTests
{
    [Theory, BothDatabases]
    public async Task Each_state_shows_its_own_step_and_the_list_leads_back_to_it(Engine engine)
    {
        await using var club = await ImportJobTests.Start(engine);
        using var owner = await club.SignedIn();
        (await owner.Page("/members/import")).Text.ShouldContain("data-import=\"/api/v1/imports/members\"");
        var id = (await club.Api.Upload("mobile,points\n09121234567,5\n0912,1\n")).MustBe(201).String("id")!;
        var page = "/members/import/" + id;
        (await owner.Page("/members/import")).Text.ShouldContain($"href=\"{page}\"");
        (await owner.Page(page)).Text.ShouldContain("data-column=\"1\"");
        var columns = new Dictionary<string, string> { ["0"] = "mobile", ["1"] = "wallet:points" };
        (await club.Api.Put($"/imports/{id}/mapping", new { columns })).MustBe(200);
        (await owner.Page(page)).Text.ShouldContain($"data-import-check=\"/api/v1/imports/{id}/dry-run\"");
        (await club.Api.Post($"/imports/{id}/dry-run")).MustBe(200);
        var found = (await owner.Page(page)).Text;
        found.ShouldContain("از ۲ سطر، ۱ نفر عضو تازه می‌شوند.");
        found.ShouldContain($"data-call=\"POST /api/v1/imports/{id}/run\"");
        found.ShouldContain("سطر ۳");
        (await owner.Page(page + "?step=columns")).Text.ShouldContain("data-column=\"1\"");
        (await club.Api.Ran(id)).String("state").ShouldBe("done");
        (await owner.Page(page + "?step=columns")).Text.ShouldContain("۱ عضو تازه به باشگاه آمد.");
        (await owner.Page("/members/import/" + Guid.CreateVersion7())).Status.ShouldBe(404);
    }

    [Theory, BothDatabases]
    public async Task Who_may_not_bring_a_file_in_finds_no_way_to(Engine engine)
    {
        await using var club = await ImportJobTests.Start(engine);
        var id = (await club.Api.Upload("mobile,points\n09121234567,5\n")).MustBe(201).String("id")!;
        using var cashier = await club.SignedIn("reza", "cashier");
        (await cashier.Page("/members/import/" + id)).Text.ShouldNotContain("wallet:points");
        (await cashier.Page("/members/import?kind=products")).Text.ShouldNotContain("data-import");
        using var agent = await club.SignedIn("ali", "agent");
        (await agent.Page("/members/import")).Text.ShouldNotContain("data-import");
    }

    [Theory]
    [BothDatabases("members")]
    [BothDatabases("products")]
    public async Task The_example_can_be_brought_in_as_it_is(Engine engine, string kind)
    {
        await using var club = await ImportJobTests.Start(engine);
        var response = await club.Api.Http.GetAsync(new Uri($"/api/v1/imports/{kind}/example", UriKind.Relative));
        response.Content.Headers.ContentDisposition!.ShouldBeOfType<ContentDispositionHeaderValue>();
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var uploaded = await club.Api.Upload(bytes, "example.xlsx", kind);
        var id = await club.Api.Mapped(uploaded);
        var report = (await club.Api.Post($"/imports/{id}/dry-run")).MustBe(200);
        report.Long("report/counts/rejected").ShouldBe(0, report.ToString());
        report.Long("report/counts/added").ShouldBe(kind == "members" ? 3 : 2);
        if (kind == "members")
        {
            report.Long("report/counts/balances/points").ShouldBe(160);
            report.Long("report/counts/balances/credit").ShouldBe(1_700_000);
        }
    }

    [Fact]
    public async Task Every_reason_has_examples_however_many_rows_another_has()
    {
        await using var club = await ImportJobTests.Start(Engine.Sqlite);
        var rows = string.Concat(Enumerable.Repeat("0912,1\n", 300)) + "09121234567,abc\n";
        var id = await club.Api.Mapped(await club.Api.Upload("mobile,points\n" + rows));
        var report = (await club.Api.Post($"/imports/{id}/dry-run")).MustBe(200);
        var kinds = report["report/rejected"].EnumerateArray().Select(r => r.GetProperty("kind").GetString());
        var reasons = report["report/reasons"].EnumerateArray().Select(r => r.GetProperty("message").GetString());
        kinds.Distinct().ShouldBe(reasons, ignoreOrder: true);
    }
}
