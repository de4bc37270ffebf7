using System.Text.Json;

namespace Vafa.Tests.Purchases;

/// <summary>
/// The case this product was asked for with: five offers qualify on one sale, exactly the best is granted, and the
/// receipt says of the other four why not.
/// </summary>
public sealed class SeedCaseTests
{
    private const string Regulars = "regulars";
    private const string Large = "large-basket";
    private const string Birthday = "birthday";
    private const string Silver = "silver";
    private const string Coffee = "coffee-week";

    [Theory, BothDatabases]
    public async Task Of_five_offers_that_qualify_exactly_the_best_is_granted(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var receipt = await club.Sell(await Basket(club));
        receipt.Applied().ShouldBe([Birthday]);
        receipt["applied/0/value"].GetInt64().ShouldBe(1_200_000);
        receipt.Earned().ShouldBe("1200000 credit");
        receipt.Long("total").ShouldBe(6_000_000);
        receipt.Long("discount").ShouldBe(0);
        receipt.Long("payable").ShouldBe(6_000_000);
        MustExplain(receipt, Regulars, Large, Silver, Coffee);
        (await club.Api.Get($"/purchases/{receipt.Id()}")).MustBe(200).Applied().ShouldBe([Birthday]);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task With_credit_worth_four_tenths_of_money_the_discount_is_the_best(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var basket = await Basket(club);
        await club.Set("/units/credit", Documents.CreditWorth("0.4"));
        var receipt = await club.Sell(basket);
        receipt.Applied().ShouldBe([Large]);
        receipt["applied/0/value"].GetInt64().ShouldBe(600_000);
        receipt.Earned().ShouldBe("-");
        receipt.Long("discount").ShouldBe(600_000);
        receipt.Long("payable").ShouldBe(5_400_000);
        MustExplain(receipt, Regulars, Birthday, Silver, Coffee);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task The_other_four_are_explained_in_the_language_of_the_reader(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var basket = await Basket(club);
        var (fa, en) = (await Quote(club, basket, "fa"), await Quote(club, basket, "en"));
        foreach (var offer in new[] { Regulars, Large, Silver, Coffee })
        {
            var persian = fa.NotApplied(offer).GetProperty("message").GetString()!;
            var english = en.NotApplied(offer).GetProperty("message").GetString()!;
            persian.ShouldContain("تولد");
            english.ShouldContain("Birthday");
            english.ShouldNotMatch(@"\p{IsArabic}");
        }

        fa.NotApplied(Silver).GetProperty("title").GetString().ShouldBe("گروه نقره‌ای");
        en.NotApplied(Silver).GetProperty("title").GetString().ShouldBe("Silver group");
    }

    [Theory, BothDatabases]
    public async Task Who_does_not_qualify_hears_how_far_it_is(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await SetOffers(club);
        var stranger = await club.Join("09129999999");
        var receipt = await club.Sell(SaleBody.Of(stranger, LineBody.One(4_000_000)));
        receipt.Applied().ShouldBeEmpty();
        var missing = receipt["notApplied"]
            .EnumerateArray()
            .ToDictionary(o => o.GetProperty("offer").GetString()!, Missing);
        missing[Large].ShouldBe(1_000_001, "moreThan 5,000,000 needs one rial more");
        missing[Regulars].ShouldBe(11);
        receipt["notApplied"].EnumerateArray().ShouldAllBe(o => o.GetProperty("status").GetString() == "notEligible");
    }

    [Theory, BothDatabases]
    public async Task The_example_of_the_contract_holds_between_four_and_six_and_once_ever(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var document = (await club.Set("/offers/birthday", Documents.Example)).Json;
        document.GetProperty("group").GetString().ShouldBe("main");
        document.GetProperty("limits").GetProperty("perMember").GetProperty("uses").GetInt64().ShouldBe(1);
        var member = await club.Join();
        var sale = SaleBody.Of(member, LineBody.One(100_000));

        var early = await club.Sell(sale);
        early.Applied().ShouldBeEmpty();
        early["notApplied"].GetArrayLength().ShouldBe(0, "an offer outside its hours is not live");

        club.Clock.Advance(TimeSpan.FromHours(4));
        (await club.Sell(sale)).Earned().ShouldBe("20000 credit");
        var again = (await club.Sell(sale)).NotApplied("birthday");
        again.GetProperty("status").GetString().ShouldBe("usedUp");
        again.GetProperty("code").GetString().ShouldBe("offer.member-limit");
    }

    private static long Missing(JsonElement offer) =>
        offer.TryGetProperty("missing", out var missing) && missing.ValueKind == JsonValueKind.Number
            ? missing.GetInt64()
            : 0;

    private static async Task<Answer> Quote(TestClub club, SaleBody basket, string language) =>
        (
            await club.Api.Send(
                HttpMethod.Post,
                "/purchases/quote",
                basket,
                message => message.Headers.Add("Accept-Language", language)
            )
        ).MustBe(200);

    private static void MustExplain(Answer receipt, params string[] offers)
    {
        receipt["notApplied"].GetArrayLength().ShouldBe(offers.Length, receipt.ToString());
        foreach (var offer in offers)
        {
            var said = receipt.NotApplied(offer);
            said.GetProperty("status").GetString().ShouldBe("notChosen", receipt.ToString());
            said.GetProperty("code").GetString().ShouldBe("offer.beaten");
            said.GetProperty("title").GetString().ShouldNotBeNullOrWhiteSpace();
            said.GetProperty("message").GetString().ShouldNotBeNullOrWhiteSpace();
        }
    }

    /// <summary>
    /// A silver member on her birthday, after 11 visits, with coffee for 4,000,000 and cake for 2,000,000 rial.
    /// </summary>
    private static async Task<SaleBody> Basket(TestClub club)
    {
        await club.Set("/groups/silver", """{"title": {"fa": "نقره‌ای", "en": "Silver"}}""");
        var member = await club.Join(more: """, "birthDate": "1369/01/05", "groups": ["silver"]""");
        for (var visit = 0; visit < 11; visit++)
        {
            await club.Sell(SaleBody.Of(member, LineBody.One(50_000)));
        }

        await SetOffers(club);
        return SaleBody.Of(member, LineBody.One(4_000_000, "coffee"), LineBody.One(2_000_000, "cake"));
    }

    private static async Task SetOffers(TestClub club)
    {
        await club.Set("/groups/silver", """{"title": {"fa": "نقره‌ای", "en": "Silver"}}""");
        await club.Set("/product-groups/coffee", """{"title": {"fa": "قهوه", "en": "Coffee"}}""");
        foreach (var (code, document) in Documents.SeedOffers)
        {
            await club.Set("/offers/" + code, document);
        }
    }

    private static class Documents
    {
        /// <summary>The offer document that the contract shows, letter by letter.</summary>
        public const string Example = """
            { "title": {"fa": "تولد"}, "give": [{"creditPercent": {"percent": 20, "unit": "credit"}}],
              "when": null, "schedule": {"from": null, "to": null, "weekdays": null, "hours": ["16:00-18:00"]},
              "group": "main", "combine": false, "notWith": [], "priority": 0, "state": "live",
              "limits": {"budget": null, "uses": null, "perMember": {"uses": 1, "every": "ever"}, "maxValue": null},
              "holdout": 0 }
            """;

        public static readonly (string Code, string Document)[] SeedOffers =
        [
            (
                Regulars,
                """
                {"title": {"fa": "مشتریان همیشگی", "en": "Regulars"}, "when": {"visits": {"moreThan": 10}},
                 "give": [{"creditPercent": {"percent": 5, "unit": "credit"}}]}
                """
            ),
            (
                Large,
                """
                {"title": {"fa": "سبد بزرگ", "en": "Large basket"}, "when": {"basketTotal": {"moreThan": 5000000}},
                 "give": [{"discountPercent": {"percent": 10}}]}
                """
            ),
            (
                Birthday,
                """
                {"title": {"fa": "تولد", "en": "Birthday"},
                 "when": {"birthday": {"daysBefore": 0, "daysAfter": 0}},
                 "give": [{"creditPercent": {"percent": 20, "unit": "credit"}}]}
                """
            ),
            (
                Silver,
                """
                {"title": {"fa": "گروه نقره‌ای", "en": "Silver group"}, "when": {"group": {"in": ["silver"]}},
                 "give": [{"creditPercent": {"percent": 15, "unit": "credit"}}]}
                """
            ),
            (
                Coffee,
                """
                {"title": {"fa": "هفتهٔ قهوه", "en": "Coffee week"}, "when": {"productGroup": {"in": ["coffee"]}},
                 "give": [{"discountPercent": {"percent": 7, "on": "productGroup", "in": ["coffee"]}}]}
                """
            ),
        ];

        public static string CreditWorth(string worth) =>
            $$$"""{"title": {"fa": "اعتبار", "en": "Credit"}, "worth": {{{worth}}}, "maySpend": true, "spendValue": 1}""";
    }
}
