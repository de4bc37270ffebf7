using Microsoft.EntityFrameworkCore;
using Vafa.Features.Purchases;

namespace Vafa.Tests.Purchases;

/// <summary>Sales that were concluded elsewhere, and in what they are other sales than Vafa would have made.</summary>
public sealed class DifferenceTests
{
    [Theory, BothDatabases]
    public async Task Each_difference_is_found_in_the_list_and_nothing_else(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetDiscount("ten", 10);
        await club.SetDiscount("first", 1, """, "combine": true, "when": {"basketTotal": {"atLeast": 500000}} """);
        var member = await club.Join();
        await club.Give(member, "credit", 4_000);
        var guest = SaleBody.Guest(LineBody.One(10_000));
        await club.Sell(guest);
        await club.Sell(guest with { Taken = new TakenBody(1_000, 9_000) { Offers = ["ten"] } });
        var told = new (SaleBody Sale, string[] Differs, long Beyond)[]
        {
            (guest with { Taken = new TakenBody(2_500, 7_500) }, ["more"], 1_500),
            (guest with { Taken = new TakenBody(0, 10_000) }, ["less"], -1_000),
            (guest with { Taken = new TakenBody(1_000, 9_000) { WithoutMember = true } }, ["member"], 0),
            (guest with { Taken = new TakenBody(0, 10_000) { WithoutTime = true } }, ["less", "time"], -1_000),
            (
                SaleBody.Of(member, LineBody.One(10_000)).Spending("credit", 6_000) with
                {
                    Taken = new TakenBody(1_000, 3_000) { Offers = ["ten"] },
                },
                ["short"],
                0
            ),
            (guest with { Taken = new TakenBody(1_000, 9_000) { Offers = ["ten", "first"] } }, ["offer"], 0),
            (guest.Spending("credit", 500) with { Taken = new TakenBody(1_000, 8_500) }, ["short"], 0),
        };
        foreach (var (sale, _, _) in told)
        {
            club.Clock.Advance(TimeSpan.FromMinutes(1));
            await club.Sell(sale);
        }

        var listed = (await club.Api.Get("/purchases?differs=true")).MustBe(200)["items"].EnumerateArray().ToList();
        listed.Reverse();
        listed
            .Select(s => (Words(s), s.GetProperty("beyond").GetInt64()))
            .ShouldBe(told.Select(t => (string.Join(' ', t.Differs), t.Beyond)));
        (await club.Api.Get("/purchases")).MustBe(200)["items"].GetArrayLength().ShouldBe(told.Length + 2);
        (await club.Api.Get("/purchases?differs=perhaps")).MustBeProblem(422, "json.choice", "/differs");
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task The_list_is_read_by_an_index_of_its_own(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var sales = club.Ask(db =>
            Task.FromResult(
                new PurchaseFilter(null, null, null, null) { Differs = true }
                    .Frame(db.Purchases)
                    .ToQueryString()
            )
        );
        (await sales).Replace("\"", "", StringComparison.Ordinal).ShouldContain("differs <> 0");
    }

    private static string Words(System.Text.Json.JsonElement sale) =>
        string.Join(' ', sale.GetProperty("differs").EnumerateArray().Select(w => w.GetString()));
}
