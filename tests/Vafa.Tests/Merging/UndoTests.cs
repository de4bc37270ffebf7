using Vafa.Tests.Purchases;

namespace Vafa.Tests.Merging;

/// <summary>One member is two again, within a day.</summary>
public sealed class UndoTests
{
    [Theory, BothDatabases]
    public async Task What_is_left_goes_back_and_what_was_spent_stays_spent(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/groups/regulars", """{"title": {"en": "Regulars"}}""");
        var two = await TwoOfOne.In(
            club,
            """, "firstName": "Sara" """,
            """, "firstName": "Mina", "birthDate": "1990-05-12", "email": "m@example.com", "groups": ["regulars"]"""
        );
        await two.Sell(two.Goes, 1_000_000);
        var before = await club.Api.Get($"/members/{two.Goes}");
        var (stayed, merged) = (await two.Member(), await two.Merge());
        await club.Sell(SaleBody.Of(two.Stays, LineBody.One(200_000)).Spending("credit", 30_000));
        club.Clock.Now += TimeSpan.FromHours(23);

        var undone = (await two.Undo(merged)).MustBe(200);

        Shop.Amounts(undone["returned"]).ShouldBe("70000 credit, 100 points");
        var after = (await club.Api.Get($"/members/{two.Goes}")).MustBe(200);
        foreach (
            var part in (string[])
                ["id", "card", "mobile", "firstName", "birthDate", "email", "groups", "visits", "spent", "lastVisit"]
        )
        {
            after[part].ToString().ShouldBe(before[part].ToString(), part);
        }

        (await club.Wallet(two.Goes, "credit")).Balance.ShouldBe(70_000);
        var member = await two.Member();
        foreach (var part in (string[])["firstName", "birthDate", "email", "groups", "since"])
        {
            member[part].ToString().ShouldBe(stayed[part].ToString(), part);
        }

        (member.Long("visits"), member["mergedFrom"].GetArrayLength()).ShouldBe((1, 0));
        (await club.Api.Get("/members?mobile=" + TwoOfOne.OldMobile)).Id("items/0/id").ShouldBe(two.Goes);
        (await club.Api.Get("/members?q=Mina")).Id("items/0/id").ShouldBe(two.Goes);
        (await club.Api.Get("/members?q=Sara")).Id("items/0/id").ShouldBe(two.Stays);
        await club.MustBeConsistent();

        // And the same again, to be sure that nothing is left over.
        await two.Merge();
        await club.MustBeConsistent();
        (await club.Wallet(two.Stays, "points")).Balance.ShouldBe(117);
    }

    [Theory, BothDatabases]
    public async Task After_a_day_it_is_refused_and_never_done_twice(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var two = await TwoOfOne.In(club);
        var merged = await two.Merge();
        (await club.Api.Post($"/merges/{Guid.CreateVersion7()}/undo")).MustBeProblem(404, "merge.unknown-merge");
        (await club.Api.Post($"/merges/{merged.Id()}/undo", null, "once")).MustBe(200);
        (await club.Api.Post($"/merges/{merged.Id()}/undo", null, "once")).MustBe(200).Replayed.ShouldBeTrue();
        (await two.Undo(merged)).MustBeProblem(409, "merge.undone");

        var again = await two.Merge();
        club.Clock.Now += TimeSpan.FromHours(24);
        (await two.Undo(again)).MustBeProblem(409, "merge.too-late");
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Two_merges_are_undone_in_any_order(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var two = await TwoOfOne.In(club);
        club.Clock.Now += TimeSpan.FromDays(2);
        var youngest = await club.Join("09121234569", """, "firstName": "Mina" """);
        await two.Sell(two.Goes, 100_000);
        await two.Sell(youngest, 40_000);
        var stayed = await two.Member();
        var first = await two.Merge();
        var second = (await club.Api.Post($"/members/{two.Stays}/merge", new { other = "09121234569" })).MustBe(201);
        (await two.Member()).String("firstName").ShouldBe("Mina");
        await club.MustBeConsistent();

        (await two.Undo(first)).MustBe(200);
        await club.MustBeConsistent();
        (await club.Wallet(two.Stays, "points")).Balance.ShouldBe(4);
        (await two.Undo(second)).MustBe(200);
        var member = await two.Member();
        foreach (var part in (string[])["firstName", "since", "visits", "spent", "lastVisit"])
        {
            member[part].ToString().ShouldBe(stayed[part].ToString(), part);
        }

        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_mobile_that_was_given_to_who_stays_stays_there(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var two = await TwoOfOne.In(club);
        var merged = await two.Merge();
        (await club.Api.Patch($"/members/{two.Stays}", new { mobile = TwoOfOne.OldMobile })).MustBe(200);
        (await two.Undo(merged)).MustBe(200);
        (await club.Api.Get("/members?mobile=" + TwoOfOne.OldMobile)).Id("items/0/id").ShouldBe(two.Stays);
        (await club.Api.Get($"/members/{two.Goes}"))["mobile"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        await club.MustBeConsistent();
    }
}
