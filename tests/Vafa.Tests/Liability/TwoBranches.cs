using Vafa.Tests.Purchases;

namespace Vafa.Tests.Liability;

/// <summary>
/// A club of two branches that lives through the turn of a leap year: sales, spending, refunds over the end of a
/// month, what expires and stands again, corrections, conversions, gifts between members, and a unit that becomes worth
/// more. Its clock starts on 28 Esfand 1408 and ends on 5 Farvardin 1409.
/// </summary>
internal static class TwoBranches
{
    /// <summary>28 Esfand 1408, two days before the last of a leap year, at 12:30 in Tehran.</summary>
    public static readonly DateTimeOffset Begin = new(2030, 3, 18, 9, 0, 0, TimeSpan.Zero);

    private static readonly string[] Branches = ["main", "north"];

    public static async Task<TestClub> Open(Engine engine)
    {
        var club = await TestClub.Start(engine);
        club.Clock.Now = Begin;
        await club.Set("/branches/north", """{"title": {"fa": "=شمال", "en": "=North"}}""");
        await SetPoints(club, "333.3333");
        await club.Set("/units/credit", """{"title": {"en": "Credit"}, "worth": 1, "maySpend": true, "cost": 0.6}""");
        await club.SetPointFor(10_000);
        await club.SetCreditBack(7);
        return club;
    }

    public static Task SetPoints(TestClub club, string worth) =>
        club.Set(
            "/units/points",
            $$"""
            {"title": {"en": "Points"}, "worth": {{worth}}, "maySpend": true, "spendValue": 500, "mayTransfer": true,
             "into": {"unit": "credit", "per": 10, "gives": 3333} }
            """
        );

    /// <summary>Eight days; answers the two members.</summary>
    public static async Task<(Guid Sara, Guid Omid)> Live(TestClub club)
    {
        var (sara, omid) = (await club.Join(), await club.Join("09121234568"));
        await club.Give(omid, "credit", 5_000, club.Clock.Now.AddHours(30));
        await club.Give(sara, "credit", 70_000);
        var sales = new List<Guid>();
        for (var day = 0; day < 8; day++)
        {
            foreach (var branch in Branches)
            {
                var spend =
                    day == 0 && branch == "main" ? 5_000
                    : day % 3 == 1 ? 1_111
                    : 0;
                var sale = SaleBody.Of(day == 0 ? omid : sara, LineBody.One(123_457 + (day * 1_003))) with
                {
                    Branch = branch,
                };
                sales.Add((await club.Sell(spend > 0 ? sale.Spending("credit", spend) : sale)).Id());
            }

            if (day == 4)
            {
                await SetPoints(club, "410.5");
            }

            club.Clock.Advance(TimeSpan.FromDays(1));
        }

        // The first sale spent a lot that has expired meanwhile: what returns to it expires at once.
        foreach (var sale in new[] { sales[0], sales[3], sales[6] })
        {
            (await club.Api.Post($"/purchases/{sale}/refunds", """{"reason": "back"}""")).MustBe(201);
        }

        await Move(club, sara, omid);
        return (sara, omid);
    }

    private static async Task Move(TestClub club, Guid sara, Guid omid)
    {
        (await club.Api.Post($"/members/{sara}/conversions", new { unit = "points", amount = 30 })).MustBe(201);
        (
            await club.Api.Post(
                $"/members/{sara}/transfers",
                $$"""{"to": {"id": "{{omid}}"}, "unit": "points", "amount": 7}"""
            )
        ).MustBe(201);
        (
            await club.Api.Post(
                $"/members/{sara}/adjustments",
                """{"unit": "credit", "amount": -777, "reason": "mended"}"""
            )
        ).MustBe(201);
    }
}
