using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Vafa.Tests.Purchases;

/// <summary>
/// Sales that can't be: refused with a stable code and the pointer of the place, in both languages, with nothing
/// changed.
/// </summary>
public sealed partial class BadSaleTests
{
    private static readonly (string Path, string Bad, string Code)[] BadValues =
    [
        ("lines/0/unitPrice", "-1", "json.range"),
        ("lines/0/unitPrice", "1.5", "json.whole"),
        ("lines/0/unitPrice", "1000000000000000000", "json.range"),
        ("lines/0/unitPrice", "1e18", "json.range"),
        ("lines/0/unitPrice", "1e400", "json.range"),
        ("lines/0/unitPrice", "\"20000\"", "json.number"),
        ("lines/0/amount", "-1", "json.range"),
        ("lines/0/amount", "0.5", "json.whole"),
        ("lines/0/amount", "9223372036854775808", "json.range"),
        ("lines/0/quantity", "0", "json.range"),
        ("lines/0/quantity", "-1", "json.range"),
        ("lines/0/quantity", "0.0001", "json.range"),
        ("lines/0/quantity", "1.0001", "json.decimals"),
        ("lines/0/quantity", "1e18", "json.range"),
        ("lines/0/quantity", "null", "json.required"),
        ("lines/0/unitPrice", "null", "json.required"),
        ("lines/0/name", "\"a\\u0000b\"", "json.control-character"),
        ("lines/0/sku", "\"a\\u0000b\"", "json.control-character"),
        ("lines/0/sku", "\" \"", "json.length"),
        ("lines/0/kind", "\"free\"", "json.choice"),
        ("channel", "\"STORE\"", "json.choice"),
        ("branch", "\"moon\"", "purchase.unknown-branch"),
        ("branch", "\"a\\u0000b\"", "json.control-character"),
        ("reference", "\"a\\u0000b\"", "json.control-character"),
        ("at", "\"1405-01-05T12:00:00+03:30\"", "time.jalali-year"),
        ("at", "\"2026-03-25\"", "json.instant"),
        ("at", "\"2026-03-25T12:00:00\"", "json.instant"),
        ("at", "\"2026-02-30T12:00:00Z\"", "json.instant"),
        ("id", "\"1\"", "json.uuid"),
        ("id", "\"00000000-0000-0000-0000-000000000000\"", "json.uuid"),
        ("member", "{}", "purchase.member-one-of"),
        ("member", "{\"mobile\": \"09121234567\", \"card\": \"1\"}", "purchase.member-one-of"),
        ("member/mobile", "\"02188888888\"", "mobile.invalid"),
        ("lines", "[]", "purchase.no-lines"),
        ("lines", "null", "json.required"),
        ("payments/0/amount", "-1", "json.range"),
        ("spend/0/amount", "0", "json.range"),
        ("spend/0/amount", "1000000000000000000", "json.range"),
        ("expect/payable", "-1", "json.range"),
    ];

    [Theory, BothDatabases]
    public async Task The_good_body_that_the_bad_ones_are_made_of_is_taken(Engine engine)
    {
        await using var club = await Ready(engine);
        (await club.Api.Post("/purchases", GoodBody.Json)).MustBe(201);
        var taken = GoodBody.Changed(
            "expect",
            "null",
            ("taken", """{"discount": 0, "payable": 34000, "offers": ["x"]}""")
        );
        (await club.Api.Post("/purchases/quote", taken)).MustBe(200);
    }

    [Theory, BothDatabases]
    public async Task Every_place_refuses_what_has_another_type_and_says_where(Engine engine)
    {
        await using var club = await Ready(engine);
        var before = await club.RowCounts();
        var tried = 0;
        foreach (var (path, good) in GoodBody.Places(JsonNode.Parse(GoodBody.Json)!, ""))
        {
            foreach (var bad in new[] { "\"\"", "5", "true", "[]", "[5]", "{}", "{\"surprise\": 1}", "\"x\"" })
            {
                if (KindOf(bad) == KindOf(good.ToJsonString()))
                {
                    continue;
                }

                var answer = await club.Api.Post("/purchases", GoodBody.Changed(path, bad));
                answer.Status.ShouldBeOneOf([400, 422], $"{path} = {bad}: {answer}");
                answer["errors"]
                    .EnumerateArray()
                    .ShouldContain(
                        e => e.GetProperty("pointer").GetString()!.StartsWith("/" + path, StringComparison.Ordinal),
                        $"{path} = {bad}: {answer}"
                    );
                tried++;
            }
        }

        tried.ShouldBeGreaterThan(200);
        (await club.RowCounts()).ShouldBe(before);
    }

    [Theory, BothDatabases]
    public async Task Every_object_refuses_a_field_it_does_not_know_and_one_named_twice(Engine engine)
    {
        await using var club = await Ready(engine);
        var before = await club.RowCounts();
        foreach (
            var (path, good) in GoodBody
                .Places(JsonNode.Parse(GoodBody.Json)!, "")
                .Prepend(("", JsonNode.Parse(GoodBody.Json)!))
        )
        {
            if (good is JsonObject)
            {
                var surprise = path.Length == 0 ? "surprise" : path + "/surprise";
                (await club.Api.Post("/purchases", GoodBody.Changed(surprise, "1"))).MustBeProblem(
                    400,
                    "json.unknown-field",
                    "/" + surprise
                );
            }
        }

        (
            await club.Api.Post(
                "/purchases",
                GoodBody.Json.Replace("\"till\": \"1\"", "\"till\": \"1\", \"till\": \"2\"")
            )
        ).MustBeProblem(400, "body.malformed");
        (
            await club.Api.Post(
                "/purchases",
                GoodBody.Json.Replace("\"sku\": \"tea\"", "\"sku\": \"tea\", \"sku\": \"tea\"")
            )
        ).MustBeProblem(400, "body.malformed");
        (await club.RowCounts()).ShouldBe(before);
    }

    [Theory, BothDatabases]
    public async Task A_bad_value_is_refused_at_its_place_in_both_languages(Engine engine)
    {
        await using var club = await Ready(engine);
        foreach (var (path, bad, code) in BadValues)
        {
            await MustRefuse(club, GoodBody.Changed(path, bad), 422, code, "/" + path);
        }
    }

    [Theory, BothDatabases]
    public async Task What_is_too_long_is_refused(Engine engine)
    {
        await using var club = await Ready(engine);
        var letters = new string('آ', 100_000);
        await MustRefuse(club, GoodBody.Changed("lines/0/name", $"\"{letters}\""), 422, "json.length", "/lines/0/name");
        await MustRefuse(club, GoodBody.Changed("lines/0/sku", $"\"{letters}\""), 422, "json.length", "/lines/0/sku");
        await MustRefuse(club, GoodBody.Changed("reference", $"\"{letters}\""), 422, "json.length", "/reference");
        var line = """{"quantity": 1, "unitPrice": 1}""";
        await MustRefuse(club, Lines(501, line), 422, "purchase.too-many-lines", "/lines");
        await MustRefuse(
            club,
            GoodBody.Changed("payments", Lots(21, """{"method": "x", "amount": 1}""")),
            422,
            "json.too-many",
            "/payments"
        );
        await MustRefuse(club, GoodBody.Changed("codes", Lots(21, "\"x\"")), 422, "json.too-many", "/codes");
        await MustRefuse(club, GoodBody.Changed("id", $"\"{letters}\""), 422, "json.length", "/id");
    }

    [Theory, BothDatabases]
    public async Task What_is_no_json_is_refused_before_anything_is_read(Engine engine)
    {
        await using var club = await Ready(engine);
        foreach (
            var bad in new[]
            {
                "",
                "{",
                "{\"lines\": [}",
                "{'lines': []}",
                "{\"lines\": [], }",
                "NaN",
                GoodBody.Json + "x",
                GoodBody.Json.Replace("چای", "\\ud800"),
                new string('[', 100_000),
                new string('[', 100_000) + new string(']', 100_000),
                string.Concat(Enumerable.Repeat("{\"a\":", 100_000)) + "1" + new string('}', 100_000),
            }
        )
        {
            await MustRefuse(club, bad, 400, "body.malformed");
        }

        foreach (var other in new[] { "5", "[]", "null", "\"sale\"" })
        {
            await MustRefuse(club, other, 422, "json.object");
        }
    }

    [Theory, BothDatabases]
    public async Task What_is_too_big_or_of_another_kind_is_refused(Engine engine)
    {
        await using var club = await Ready(engine);
        var before = await club.RowCounts();
        var big = "{\"lines\": \"" + new string('x', 10_000_000) + "\"}";
        (await Send(club, new StringContent(big, Encoding.UTF8, "application/json"))).MustBeProblem(
            413,
            "body.too-large"
        );
        var endless = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(big)));
        endless.Headers.ContentType = new("application/json");
        (await Send(club, endless, chunked: true)).MustBeProblem(413, "body.too-large");
        (await Send(club, new StringContent(GoodBody.Json, Encoding.UTF8, "text/plain"))).MustBeProblem(
            415,
            "body.media-type"
        );
        var broken = new ByteArrayContent([.. "{\"branch\": \""u8, 0xFF, 0xFE, .. "\"}"u8]);
        broken.Headers.ContentType = new("application/json");
        (await Send(club, broken)).MustBeProblem(400, "body.malformed");
        (await club.RowCounts()).ShouldBe(before);
        (await club.Api.Post("/purchases", GoodBody.Json)).MustBe(201);
    }

    private static async Task<TestClub> Ready(Engine engine)
    {
        var club = await TestClub.Start(engine);
        await club.Give(await club.Join(), "credit", 5_000);
        return club;
    }

    private static Task<Answer> Send(TestClub club, HttpContent content, bool chunked = false) =>
        club.Api.Send(
            HttpMethod.Post,
            "/purchases",
            null,
            message =>
            {
                message.Content = content;
                message.Headers.TransferEncodingChunked = chunked;
                message.Version = HttpVersion.Version11;
                message.Headers.Add("Idempotency-Key", "k");
            }
        );

    private static async Task MustRefuse(TestClub club, string body, int status, string code, params string[] pointers)
    {
        var before = await club.RowCounts();
        foreach (var path in new[] { "/purchases", "/purchases/quote" })
        {
            var fa = await In("fa", club, path, body);
            var en = await In("en", club, path, body);
            fa.MustBeProblem(status, code, pointers);
            en.MustBeProblem(status, code, pointers);
            Persian().IsMatch(fa.String("title")!).ShouldBeTrue(fa.ToString());
            Persian().IsMatch(en.String("title")!).ShouldBeFalse(en.ToString());
        }

        (await club.RowCounts()).ShouldBe(before);
    }

    private static Task<Answer> In(string language, TestClub club, string path, string body) =>
        club.Api.Send(
            HttpMethod.Post,
            path,
            body,
            message =>
            {
                message.Headers.Add("Accept-Language", language);
                message.Headers.Add("Idempotency-Key", "the same");
            }
        );

    private static string Lines(int count, string line) => $$"""{"lines": {{Lots(count, line)}}}""";

    private static string Lots(int count, string item) => $"[{string.Join(',', Enumerable.Repeat(item, count))}]";

    private static char KindOf(string json) => json[0] is '"' or '[' or '{' or 't' ? json[0] : '0';

    [GeneratedRegex(@"\p{IsArabic}")]
    private static partial Regex Persian();
}
