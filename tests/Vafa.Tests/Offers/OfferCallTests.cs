namespace Vafa.Tests.Offers;

/// <summary>What the form of an offer asks of the API.</summary>
public sealed class OfferCallTests
{
    private const string Tenth = """
        {"title": {"fa": "ده"}, "give": [{"discountPercent": {"percent": 10}}],
         "when": {"basketTotal": {"atLeast": 5000000}}}
        """;

    [Theory, BothDatabases]
    public async Task A_preview_says_the_offer_and_tries_it_and_writes_nothing(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var shown = await Preview(club, $$"""{"offer": {{Tenth}}, "amount": 5000000}""");
        shown.String("sentence").ShouldBe("خرید دست‌کم ۵۰۰٬۰۰۰ تومان: ۱۰٪ تخفیف");
        shown.Long("sale/discount").ShouldBe(500_000);
        shown["faults"].GetArrayLength().ShouldBe(0);
        shown = await Preview(club, $$"""{"offer": {{Tenth}}, "amount": 4000000}""");
        shown.Long("sale/discount").ShouldBe(0);
        shown.String("sale/not")!.ShouldContain("۱۰۰٬۰۰۰ تومان");
        (await club.Api.Get("/offers"))["items"].GetArrayLength().ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task A_preview_tries_what_other_conditions_would_hide_and_guesses_no_goods(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        const string gift = """
            {"offer": {"title": {"en": "Gift"},
             "give": [{"creditPercent": {"percent": 20, "unit": "credit", "max": 50000}}],
             "when": {"birthday": {"daysBefore": 3}}, "schedule": {"weekdays": ["friday"]}, "state": "draft"},
             "amount": 1000000}
            """;
        var shown = await Preview(club, gift);
        shown["sale/earned"].EnumerateArray().Single().GetString()!.ShouldContain("۵٬۰۰۰ تومان");
        shown.String("schedule").ShouldBe("جمعه");
        const string goods = """
            {"offer": {"title": {"en": "Coffee"},
             "give": [{"discountPercent": {"percent": 20, "on": "productGroup", "in": ["coffee"]}}]}, "amount": 1000000}
            """;
        (await Preview(club, goods)).Json.TryGetProperty("sale", out _).ShouldBeFalse("it hangs on what is bought");
    }

    [Theory, BothDatabases]
    public async Task What_is_wrong_is_told_at_its_place_in_both_languages(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        const string much = """{"title": {"fa": "زیاد"}, "give": [{"discountPercent": {"percent": 300}}]}""";
        var seen = new List<string>();
        foreach (var language in new[] { "fa", "en" })
        {
            var answer = await club.Api.Send(
                HttpMethod.Post,
                "/offers/preview",
                $$"""{"offer": {{much}}}""",
                m => m.Headers.Add("Accept-Language", language)
            );
            answer.MustBe(200).String("faults/0/pointer").ShouldBe("/give/0/discountPercent/percent");
            seen.Add(answer.String("faults/0/message")!);
        }

        seen[0].ShouldContain("۱۰۰");
        seen[1].ShouldContain("100");
        (await club.Api.Put("/offers/much", much)).MustBe(422);
        (await club.Api.Post("/offers/preview", "{}")).MustBe(422);
        (await Preview(club, """{"offer": 3}"""))["faults"].GetArrayLength().ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task A_form_that_makes_an_offer_never_writes_over_another(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        (await PutNew(club, "ten", Tenth)).MustBe(200);
        var before = (await club.Api.Get("/offers/ten")).Text;
        (await PutNew(club, "ten", Tenth.Replace("10}", "50}", StringComparison.Ordinal))).MustBeProblem(
            409,
            "document.taken",
            "/code"
        );
        (await club.Api.Get("/offers/ten")).Text.ShouldBe(before);
        (await club.Api.Put("/offers/ten", Tenth.Replace("10}", "50}", StringComparison.Ordinal))).MustBe(200);
    }

    private static async Task<Answer> Preview(TestClub club, string body) =>
        (await club.Api.Post("/offers/preview", body, idempotencyKey: "")).MustBe(200);

    private static Task<Answer> PutNew(TestClub club, string code, string body) =>
        club.Api.Send(HttpMethod.Put, "/offers/" + code, body, m => m.Headers.Add("If-None-Match", "*"));
}
