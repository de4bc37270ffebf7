using System.Text.Json;
using Vafa.Tests.Purchases;
using Vafa.Tests.Staff;

namespace Vafa.Tests.Liability;

/// <summary>What was meant to be given and owed, and the alarm before it is passed.</summary>
public sealed class GivingPlanTests
{
    [Theory, BothDatabases]
    public async Task The_home_page_tells_when_a_months_plan_is_nearly_and_wholly_given(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/plans/credit", """{"issuePerMonth": 10000}""");
        var member = await club.Join();
        await club.Give(member, "credit", 8_000);
        (await Notices(club)).ShouldBeEmpty();
        await club.Give(member, "credit", 1);
        (await Notices(club)).ShouldBe(["plan-issue credit 8001/10000"]);
        using var manager = await club.SignedIn("reza", "manager");
        (await manager.Page("/")).Text.ShouldContain("از برنامهٔ این ماه");
        await club.Give(member, "credit", 2_000);
        (await manager.Page("/")).Text.ShouldContain("برنامهٔ ماه");
        var used = (await club.Api.Get("/liability")).MustBe(200);
        (used.Long("plans/0/issued"), used.Long("plans/0/issuedPercent")).ShouldBe((10_001, 100));
        (await manager.Page("/reports/liability")).Text.ShouldContain("از برنامه گذشت");

        // A new month has its plan before it.
        club.Clock.Advance(TimeSpan.FromDays(31));
        (await Notices(club)).ShouldBeEmpty();
        (await club.Api.Get("/liability")).MustBe(200).Long("plans/0/issued").ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task More_that_is_owed_than_was_meant_is_told_until_it_is_spent(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/plans/points", """{"outstanding": 5000}""");
        var member = await club.Join();
        await club.Give(member, "points", 10);
        (await Notices(club)).ShouldBeEmpty();
        await club.Give(member, "points", 1);
        (await Notices(club)).ShouldBe(["plan-outstanding points 5500/5000"]);
        await club.Give(member, "points", -1);
        (await Notices(club)).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task A_plan_is_a_document_of_its_unit_and_can_be_lifted(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var put = await club.Set("/plans/credit", """{"issuePerMonth": 10000, "outstanding": 20000}""");
        (put.String("code"), put.Long("outstanding")).ShouldBe(("credit", 20_000));
        (await club.Api.Get("/plans/credit")).MustBe(200).Long("issuePerMonth").ShouldBe(10_000);
        (await club.Api.Get("/plans/points")).MustBeProblem(404, "plan.unknown");
        (await club.Api.Put("/plans/gold", """{"outstanding": 1}""")).MustBeProblem(422, "plan.unit-unknown");
        (await club.Api.Put("/plans/credit", """{"outstanding": 0}""")).MustBe(422);
        (await club.Api.Put("/plans/credit", """{"outstanding": 1.5}""")).MustBe(422);
        await club.Set("/plans/credit", """{"issuePerMonth": null}""");
        (await club.Api.Get("/liability")).MustBe(200)["plans"].GetArrayLength().ShouldBe(0);
        using var auditor = await club.SignedIn("nika", "auditor");
        (await auditor.Page("/settings/audit")).Text.ShouldContain("برنامهٔ دادنِ");
        (await auditor.Page("/settings/versions")).Status.ShouldBe(200);
        (await auditor.Page("/reports/liability")).Text.ShouldNotContain("PUT /api/v1/plans");
    }

    private static async Task<List<string>> Notices(TestClub club)
    {
        var home = (await club.Api.Get("/home")).MustBe(200);
        return
        [
            .. home["notices"]
                .EnumerateArray()
                .Where(n => Text(n, "kind").StartsWith("plan-", StringComparison.Ordinal))
                .Select(n => $"{Text(n, "kind")} {Text(n, "unit")} {n.GetProperty("count")}/{n.GetProperty("of")}"),
        ];
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
