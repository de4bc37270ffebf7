using Microsoft.Extensions.DependencyInjection;
using Vafa.Features.Import.Jobs;
using Vafa.Tests.Purchases;
using Vafa.Tests.Staff;

namespace Vafa.Tests.Import;

public sealed class ImportRightsTests
{
    [Theory, BothDatabases]
    public async Task Only_who_enrols_members_brings_a_file_in(Engine engine)
    {
        await using var club = await ImportJobTests.Start(engine);
        foreach (var role in (string[])["agent", "auditor"])
        {
            using var browser = await club.SignedIn(role, role);
            (await browser.Api("/imports/members", method: HttpMethod.Post)).MustBeProblem(403, "key.scope");
        }

        (await club.Client(null).Upload("mobile\n09121234567\n")).MustBeProblem(401, "key.needed");
    }

    [Theory, BothDatabases]
    public async Task Balances_need_the_right_to_move_wallets_and_products_that_of_offers(Engine engine)
    {
        await using var club = await ImportJobTests.Start(engine);
        var id = await club.Api.Mapped(await club.Api.Upload("mobile,points\n09121234567,5\n"));
        using var cashier = await club.SignedIn("reza", "cashier");
        (await cashier.Api($"/imports/{id}/mapping", method: HttpMethod.Put)).MustBeProblem(
            422,
            "json.required",
            "/columns"
        );
        using var enroller = await club.ClientWith("members");
        var columns = new Dictionary<string, string> { ["0"] = "mobile", ["1"] = "wallet:points" };
        (await enroller.Put($"/imports/{id}/mapping", new { columns })).MustBeProblem(403, "key.scope");
        (await enroller.Post($"/imports/{id}/dry-run")).MustBeProblem(403, "key.scope");
        (await enroller.Post($"/imports/{id}/run")).MustBeProblem(403, "key.scope");
        (await club.Api.Get("/imports/" + id)).String("state").ShouldBe("mapped");
        columns["1"] = "";
        (await enroller.Put($"/imports/{id}/mapping", new { columns })).MustBe(200);
        (await enroller.Ran(id)).Long("counts/added").ShouldBe(1);
        using var agent = await club.SignedIn("ali", "agent");
        var products = await club.Api.Upload("sku,name\na,b\n"u8.ToArray(), "p.csv", "products");
        (await agent.Api($"/imports/{products.String("id")}")).MustBeProblem(403, "key.scope");
    }

    [Theory, BothDatabases]
    public async Task A_foreign_id_a_wrong_column_and_a_wrong_order_are_refused(Engine engine)
    {
        await using var club = await ImportJobTests.Start(engine);
        var nobody = "/imports/" + Guid.CreateVersion7();
        (await club.Api.Get(nobody)).MustBeProblem(404, "import.unknown");
        (await club.Api.Post(nobody + "/run")).MustBeProblem(404, "import.unknown");
        (await club.Api.Delete(nobody)).MustBeProblem(404, "import.unknown");
        var uploaded = (await club.Api.Upload("mobile,name\n09121234567,a\n")).MustBe(201);
        var import = "/imports/" + uploaded.String("id");
        (await club.Api.Post(import + "/run")).MustBeProblem(409, "import.not-mapped");
        object Columns(string first, string second) =>
            new { columns = new Dictionary<string, string> { ["0"] = first, ["1"] = second } };
        (await club.Api.Put(import + "/mapping", Columns("mobile", "mobile"))).MustBeProblem(
            422,
            "import.field-twice",
            "/columns/1"
        );
        (await club.Api.Put(import + "/mapping", Columns("mobile", "wallet:gold"))).MustBeProblem(
            422,
            "import.field",
            "/columns/1"
        );
        (await club.Api.Put(import + "/mapping", Columns("", "fullName"))).MustBeProblem(
            422,
            "import.no-member-key",
            "/columns"
        );
        (await club.Api.Delete(import)).MustBe(200);
        (await club.Api.Get(import)).MustBeProblem(404, "import.unknown");
    }

    [Theory, BothDatabases]
    public async Task A_second_import_waits_and_a_call_sent_twice_runs_once(Engine engine)
    {
        await using var club = await ImportJobTests.Start(engine);
        var id = await club.Api.Mapped(await club.Api.Upload("mobile\n09121234567\n"));
        var turn = club.Services.GetRequiredService<ImportTurn>();
        turn.Take().ShouldBeTrue();
        (await club.Api.Post($"/imports/{id}/run")).MustBeProblem(409, "import.busy");
        (await club.Api.Post($"/imports/{id}/dry-run")).MustBeProblem(409, "import.busy");
        turn.GiveBack();
        (await club.Api.Post($"/imports/{id}/run", idempotencyKey: "once")).MustBe(202);
        (await club.Api.Ended(id)).String("state").ShouldBe("done");
        (await club.Api.Post($"/imports/{id}/run", idempotencyKey: "once")).MustBe(202).Replayed.ShouldBeTrue();
        (await club.Api.Post($"/imports/{id}/run")).MustBeProblem(409, "import.ended");
    }

    [Theory, BothDatabases]
    public async Task Files_go_after_seven_days(Engine engine)
    {
        await using var club = await ImportJobTests.Start(engine);
        var id = await club.Api.Mapped(await club.Api.Upload("mobile\n09121234567\n"));
        (await club.Api.Post($"/imports/{id}/dry-run")).MustBe(200);
        club.Clock.Advance(TimeSpan.FromDays(8));
        (await club.Api.Upload("mobile\n09121234567\n")).MustBe(201);
        (await club.Api.Post($"/imports/{id}/run")).MustBe(202);
        (await club.Api.Ended(id)).String("state").ShouldBe("failed");
        (await club.Api.Post($"/imports/{id}/dry-run")).MustBeProblem(409, "import.gone");
        var files = Directory.GetFiles(Path.Combine(club.Database.Directory, "imports"));
        files.ShouldAllBe(f => !f.Contains(id, StringComparison.Ordinal));
    }
}
