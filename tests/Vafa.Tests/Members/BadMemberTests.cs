namespace Vafa.Tests.Members;

/// <summary>What is refused of a member's profile, with its place; nothing changes.</summary>
public sealed class BadMemberTests
{
    /// <summary>Body, status, code (null: whichever of several) and the places named.</summary>
    private static readonly (string Body, int Status, string? Code, string Pointers)[] Bad =
    [
        ("""{}""", 422, "member.mobile-needed", "/mobile"),
        ("""{"mobile": null}""", 422, "member.mobile-needed", "/mobile"),
        ("""{"mobile": "0912123456"}""", 422, "mobile.invalid", "/mobile"),
        ("""{"mobile": "02188776655"}""", 422, "mobile.invalid", "/mobile"),
        ("""{"mobile": true}""", 422, "json.text", "/mobile"),
        ("""{"mobile": "09121234567", "mobil": 1}""", 400, "json.unknown-field", "/mobil"),
        ("""{"mobile": "09121234567", "visits": 5}""", 400, "json.unknown-field", "/visits"),
        ("""{"mobile": "09121234567", "firstName": "a\u0000b"}""", 422, "json.control-character", "/firstName"),
        ("""{"mobile": "09121234567", "firstName": 5}""", 422, "json.text", "/firstName"),
        ("""{"mobile": "09121234567", "birthDate": "1369/13/01"}""", 422, "birthDate.invalid", "/birthDate"),
        ("""{"mobile": "09121234567", "birthDate": "1405/01/06"}""", 422, "birthDate.future", "/birthDate"),
        ("""{"mobile": "09121234567", "gender": "?"}""", 422, "json.choice", "/gender"),
        ("""{"mobile": "09121234567", "email": "a b@c.ir"}""", 422, "member.email-invalid", "/email"),
        ("""{"mobile": "09121234567", "groups": ["gold"]}""", 422, "member.group-unknown", "/groups/0"),
        ("""{"mobile": "09121234567", "groups": "silver"}""", 422, "json.list", "/groups"),
        ("""{"mobile": "09121234567", "fields": {"x/y": 1}}""", 422, "member.field-unknown", "/fields/x~1y"),
        ("""{"mobile": "09121234567", "fields": {"job": 1}}""", 422, "field.text", "/fields/job"),
        ("""{"mobile": "09121234567", "fields": {"children": "2"}}""", 422, "field.number", "/fields/children"),
        ("""{"mobile": "09121234567", "fields": {"wedding": "x"}}""", 422, "field.date", "/fields/wedding"),
        ("""{"mobile": "09121234567", "fields": {"size": "XL"}}""", 422, "field.choice", "/fields/size"),
        ("""{"mobile": "09121234567", "fields": {"vip": "yes"}}""", 422, "field.yes-no", "/fields/vip"),
        ("""{"mobile": "09121234567", "fields": []}""", 422, "json.object", "/fields"),
        ("""{"mobile": "09121234567", "referrer": "09129999999"}""", 422, "member.referrer-unknown", "/referrer"),
        ("""{"mobile": "09121234567", "consent": {"sms": 1}}""", 422, "json.yes-no", "/consent/sms"),
        ("""{"mobile": "09121234567", "consent": {"fax": true}}""", 400, "json.unknown-field", "/consent/fax"),
        ("""{"mobile": "09121234567", "referrer": "x", "gender": 1, "email": "@"}""", 422, null, "/gender /email"),
    ];

    [Theory, BothDatabases]
    public async Task A_bad_value_is_named_by_its_place_and_changes_nothing(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetUp();
        var rows = await club.Rows();
        foreach (var (body, status, code, pointers) in Bad)
        {
            var answer = await club.Api.Post("/members", body);
            answer.MustBeProblem(status, code ?? answer.String("code")!, pointers.Split(' '));
            answer.String("title").ShouldNotBe(answer.String("code"), "a refusal has a sentence");
            answer.String("errors/0/message").ShouldNotBe(answer.String("errors/0/code"));
            (await club.Rows()).ShouldBe(rows, body);
        }
    }

    [Theory, BothDatabases]
    public async Task A_name_of_a_hundred_thousand_letters_is_refused(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = new { mobile = "09121234567", lastName = new string('ن', 100_000) };
        (await club.Api.Post("/members", member)).MustBeProblem(422, "json.length", "/lastName");
        var longest = new { mobile = "09121234567", lastName = new string('ن', 100) };
        (await club.Api.Post("/members", longest)).MustBe(201);
    }

    [Theory, BothDatabases]
    public async Task Refusals_speak_the_readers_language(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var english = await club.Api.Send(
            HttpMethod.Get,
            "/members?mobile=12",
            null,
            message => message.Headers.Add("Accept-Language", "en")
        );
        english.MustBeProblem(422, "mobile.invalid", "/mobile");
        english.String("title").ShouldBe("This is no Iranian mobile number, such as 09123456789.");
        (await club.Api.Get("/members?mobile=12")).String("title")!.ShouldStartWith("این شماره");
    }

    [Theory, BothDatabases]
    public async Task Half_a_character_and_broken_json_are_malformed(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        (await club.Api.Post("/members", """{"mobile": "0912\ud800"}""")).MustBe(400);
        (await club.Api.Post("/members", """{"mobile": """)).MustBe(400);
        (await club.Api.Post("/members", "[1]")).MustBeProblem(422, "json.object");
    }
}
