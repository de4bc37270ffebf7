using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Offers;

namespace Vafa.Tests.Web;

/// <summary>
/// The OpenAPI document: what integrators generate clients from. A change of it is seen in review as a change of the
/// approved copy; VAFA_APPROVE=1 writes that anew.
/// </summary>
public sealed class OpenApiTests
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public async Task The_document_is_the_approved_one()
    {
        var served = (await Document()).ToJsonString(Indented) + "\n";
        var approved = Repository.File("docs/api/openapi.json");
        if (Environment.GetEnvironmentVariable("VAFA_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(approved)!);
            await File.WriteAllTextAsync(approved, served, TestContext.Current.CancellationToken);
        }

        var kept = File.Exists(approved)
            ? await File.ReadAllTextAsync(approved, TestContext.Current.CancellationToken)
            : "";
        served.ShouldBe(kept, "VAFA_APPROVE=1 ./test fast writes docs/api/openapi.json anew");
    }

    /// <summary>The one call that needs nobody: it proves itself by the code it brings.</summary>
    private const string Pairing = "post /api/v1/till/pair";

    [Fact]
    public async Task It_is_version_3_1_and_every_call_says_what_it_does_and_answers()
    {
        var document = await Document();
        document["openapi"]!.GetValue<string>().ShouldStartWith("3.1");
        var ids = new HashSet<string>();
        foreach (var (name, call) in Calls(document))
        {
            (call["summary"] is not null).ShouldBeTrue(name + " has no summary");
            ids.Add(call["operationId"]!.GetValue<string>()).ShouldBeTrue(name);
            if (name != Pairing)
            {
                call["security"]!.AsArray().Count.ShouldBe(1, name);
            }

            var answers = call["responses"]!.AsObject();
            foreach (var status in new[] { "401", "403", "429", "500" })
            {
                answers[status]!["content"]!.AsObject().ShouldContainKey("application/problem+json", name);
            }

            var good = answers.Where(a => a.Key.StartsWith('2')).Select(a => a.Value!).ToList();
            good.ShouldNotBeEmpty(name);
            good.ShouldAllBe(g => g["content"]!.AsObject().Single().Value!["schema"] != null, name);
            if (name.StartsWith("put", StringComparison.Ordinal) || name.StartsWith("patch", StringComparison.Ordinal))
            {
                call["requestBody"]!["content"]!.AsObject().Count.ShouldBeGreaterThan(0, name);
                answers.ShouldContainKey("413", name);
                answers.ShouldContainKey("415", name);
            }
        }

        ids.ShouldContain("putOffer");
    }

    [Fact]
    public async Task Calls_with_a_key_ask_for_the_header()
    {
        string[] withKey =
        [
            "post /api/v1/members",
            "post /api/v1/members/{id}/adjustments",
            "post /api/v1/purchases",
            "post /api/v1/purchases/{id}/refunds",
        ];
        var calls = Calls(await Document()).ToList();
        foreach (var name in withKey)
        {
            var call = calls.Single(c => c.Name == name).Call;
            var header = call["parameters"]!
                .AsArray()
                .Single(p => p!["name"]!.GetValue<string>() == "Idempotency-Key")!;
            header["required"]!.GetValue<bool>().ShouldBeTrue();
            call["responses"]!["409"].ShouldNotBeNull();
            call["responses"]!["201"]!["headers"]!["Idempotent-Replayed"].ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task Its_vocabulary_is_that_of_the_engine()
    {
        var schemas = (await Document())["components"]!["schemas"]!;
        Fields(schemas["Condition"]!).ShouldBe(Vocabulary.Conditions.Select(c => c.Name), ignoreOrder: true);
        Fields(schemas["Effect"]!).ShouldBe(Vocabulary.Effects.Select(e => e.Name), ignoreOrder: true);
        schemas["Condition"]!["maxProperties"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task A_stored_document_has_the_fields_of_its_schema()
    {
        (string Path, string Schema, string Body)[] documents =
        [
            ("/offers/x", "StoredOffer", """{"title":{"fa":"x"},"give":[{"freeShipping":{}}]}"""),
            ("/units/x", "StoredUnit", """{"title":{"fa":"x"},"worth":1,"maySpend":true}"""),
            ("/earning-rules/x", "StoredEarningRule", """{"title":{"fa":"x"},"unit":"credit","percent":5}"""),
            ("/groups/x", "StoredTitled", """{"title":{"fa":"x"}}"""),
            ("/branches/x", "StoredTitled", """{"title":{"fa":"x"}}"""),
            ("/segments/x", "StoredSegment", """{"title":{"fa":"x"},"filter":"visits=2.."}"""),
            ("/fields/x", "StoredField", """{"title":{"fa":"x"},"type":"choice","choices":["a"]}"""),
        ];
        await using var club = await TestClub.Start(Engine.Sqlite);
        var served = (await club.Client(null).Get("/openapi/v1.json")).Text;
        var schemas = JsonNode.Parse(served)!["components"]!["schemas"]!;
        foreach (var (path, schema, body) in documents)
        {
            var stored = (await club.Api.Put(path, body)).MustBe(200).Json;
            stored.EnumerateObject().Select(p => p.Name).ShouldBe(Fields(schemas[schema]!), ignoreOrder: true);
        }
    }

    private static IEnumerable<string> Fields(JsonNode schema) => schema["properties"]!.AsObject().Select(p => p.Key);

    private static async Task<JsonNode> Document()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        return JsonNode.Parse((await club.Client(null).Get("/openapi/v1.json")).MustBe(200).Text)!;
    }

    private static IEnumerable<(string Name, JsonNode Call)> Calls(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        from call in path.Value!.AsObject()
        select ($"{call.Key} {path.Key}", call.Value);
}
