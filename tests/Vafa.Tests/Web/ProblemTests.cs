using System.Net.Http.Headers;
using System.Text;

namespace Vafa.Tests.Web;

/// <summary>
/// Whatever goes wrong is told as one kind of document, in the reader's language, and changes nothing.
/// </summary>
public sealed class ProblemTests
{
    private const string Offer = """{"title":{"fa":"تخفیف"},"give":[{"discountAmount":{"amount":1000}}]""";

    private static readonly (string Body, int Status, string Code, string[] Pointers)[] BadBodies =
    [
        ("", 400, "body.malformed", []),
        ("{", 400, "body.malformed", []),
        (Offer, 400, "body.malformed", []),
        (Offer + "} x", 400, "body.malformed", []),
        (Offer + ""","priority":1,"priority":2}""", 400, "body.malformed", []),
        (Offer + ""","group":"\ud800"}""", 400, "body.malformed", []),
        (Offer + ",}", 400, "body.malformed", []),
        (Offer + ",\"priority\":NaN}", 400, "body.malformed", []),
        ("[]", 422, "json.object", []),
        ("null", 422, "json.object", []),
        (Offer + ""","nobody":1}""", 400, "json.unknown-field", ["/nobody"]),
        (Offer + ""","group":"a\u0000b"}""", 422, "json.control-character", ["/group"]),
        (Offer + ""","priority":1e18}""", 422, "json.range", ["/priority"]),
        (Offer + ""","limits":{"budget":1.5}}""", 422, "json.whole", ["/limits/budget"]),
        (Offer + ""","limits":{"budget":-1}}""", 422, "json.range", ["/limits/budget"]),
        (Offer + ""","limits":{"budget":1000000000000000000}}""", 422, "json.range", ["/limits/budget"]),
        (
            """{"title":{"fa":"x"},"give":[{"creditPercent":{"percent":300,"unit":"credit"}}]}""",
            422,
            "json.range",
            ["/give/0/creditPercent/percent"]
        ),
        (Offer + ""","when":{"group":{"in":["nobody"]}}}""", 422, "offer.unknown-group", ["/when/group/in/0"]),
        ("""{"give":[]}""", 422, "json.required", ["/title", "/give"]),
    ];

    [Theory, BothDatabases]
    public async Task A_bad_body_is_refused_with_code_and_pointers_and_changes_nothing(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        foreach (var (body, status, code, pointers) in BadBodies)
        {
            var answer = await club.Api.Put("/offers/x", body);
            answer.Status.ShouldBe(status, body + answer);
            answer.MustBeProblem(status, code, pointers);
        }

        (await club.Api.Get("/offers/x")).MustBeProblem(404, "offer.unknown");
    }

    [Theory, BothDatabases]
    public async Task Brackets_without_end_are_malformed(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        (await club.Api.Put("/offers/x", new string('[', 100_000))).MustBeProblem(400, "body.malformed");
        var nested = string.Concat(Enumerable.Repeat("""{"not":""", 60)) + "1" + new string('}', 60);
        (await club.Api.Put("/offers/x", Offer + ",\"when\":" + nested + "}")).MustBeProblem(
            422,
            "offer.too-deep",
            "/when" + string.Concat(Enumerable.Repeat("/not", 20))
        );
    }

    [Theory, BothDatabases]
    public async Task A_body_over_a_mebibyte_is_refused_whether_it_says_its_size_or_not(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var large = """{"title":{"fa":"x"}}""" + new string(' ', 1024 * 1024);
        (await club.Api.Put("/units/x", large)).MustBeProblem(413, "body.too-large");
        var chunked = await club.Api.Send(
            HttpMethod.Put,
            "/units/x",
            large,
            message => message.Headers.TransferEncodingChunked = true
        );
        chunked.MustBeProblem(413, "body.too-large");
        (await club.Api.Get("/units/x")).MustBeProblem(404, "unit.unknown");
    }

    [Fact]
    public async Task Ten_megabytes_are_answered_before_they_are_read()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        using var content = new ByteArrayContent(new byte[10 * 1024 * 1024]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var message = new HttpRequestMessage(HttpMethod.Put, "/api/v1/units/x") { Content = content };
        // Asks first, as curl does: a server that wants no more says so at once.
        message.Headers.ExpectContinue = true;
        using var response = await club.Api.Http.SendAsync(message);
        (await Answer.Read(response)).MustBeProblem(413, "body.too-large");
    }

    [Fact]
    public async Task What_is_no_json_is_an_unsupported_media_type()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        foreach (var type in new[] { "text/plain", "application/x-www-form-urlencoded", "application/jsonp" })
        {
            var answer = await club.Api.Send(
                HttpMethod.Put,
                "/units/x",
                "{}",
                message => message.Content!.Headers.ContentType = new MediaTypeHeaderValue(type)
            );
            answer.MustBeProblem(415, "body.media-type");
        }
    }

    [Fact]
    public async Task An_unknown_address_and_a_wrong_method_are_problems_too()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        (await club.Api.Get("/nothing")).MustBeProblem(404, "route.unknown");
        (await club.Api.Get("/api/v2/units")).MustBeProblem(404, "route.unknown");
        var wrong = await club.Api.Delete("/units/points");
        wrong.MustBeProblem(405, "route.method");
        wrong.Header("Allow").ShouldBe("GET,PUT");
        (await club.Client(null).Get("/nothing")).MustBeProblem(404, "route.unknown");
    }

    [Theory, BothDatabases]
    public async Task A_query_with_NUL_is_malformed(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        (await club.Api.Get("/members?q=a%00b")).MustBeProblem(400, "call.malformed");
        (await club.Api.Get("/members?q=a%20b")).MustBe(200);
    }

    [Fact]
    public async Task Title_and_messages_are_in_the_language_asked_for_else_in_the_clubs()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        (await Title(club, null)).ShouldBe("واحدی با کد «x» نیست.");
        (await Title(club, "en")).ShouldBe("There is no unit \"x\".");
        (await Title(club, "en-GB,fa;q=0.5")).ShouldBe("There is no unit \"x\".");
        (await Title(club, "fa;q=0.9, en;q=0.8")).ShouldBe("واحدی با کد «x» نیست.");
        (await Title(club, "de, fr;q=0.5")).ShouldBe("واحدی با کد «x» نیست.");
        (await Title(club, ";;;")).ShouldBe("واحدی با کد «x» نیست.");
        (await club.Api.Patch("/club", new { language = "en" })).MustBe(200);
        (await Title(club, null)).ShouldBe("There is no unit \"x\".");
        (await Title(club, "fa")).ShouldBe("واحدی با کد «x» نیست.");
    }

    [Fact]
    public async Task A_fault_tells_nothing_of_itself_and_is_logged()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        await club.Ask(async db =>
        {
            var unit = await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.FirstAsync(
                db.ProgrammeDocuments,
                d => d.Code == "points"
            );
            db.ProgrammeDocuments.Remove(unit);
            db.ProgrammeDocuments.Add(
                new()
                {
                    Kind = unit.Kind,
                    Code = "broken",
                    Version = unit.Version,
                    Age = unit.Age,
                    Body = "secret-of-the-house",
                }
            );
            return await db.SaveChangesAsync();
        });
        var answer = await club.Api.Get("/units");
        answer.MustBeProblem(500, "server.fault");
        answer.Text.ShouldNotContain("secret");
        answer.Text.ShouldNotContain("Exception");
        club.Log.ToString().ShouldContain("GET /api/v1/units failed");
    }

    [Fact]
    public async Task What_a_caller_sent_is_repeated_short()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        var name = new string('n', 100_000);
        var answer = await club.Api.Put("/units/x", new StringBuilder("{\"").Append(name).Append("\":1}").ToString());
        answer.MustBe(400);
        answer.Text.Length.ShouldBeLessThan(3_000);
    }

    private static async Task<string?> Title(TestClub club, string? language)
    {
        var answer = await club.Api.Send(
            HttpMethod.Get,
            "/units/x",
            change: message =>
                _ = language is null || message.Headers.TryAddWithoutValidation("Accept-Language", language)
        );
        return answer.MustBeProblem(404, "unit.unknown").String("title");
    }
}
