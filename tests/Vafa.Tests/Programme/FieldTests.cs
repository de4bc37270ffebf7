using System.Text.Json;
using Vafa.Core.Values;
using Vafa.Features.Programme;

namespace Vafa.Tests.Programme;

/// <summary>Fields that the owner adds to members: their documents and their values.</summary>
public sealed class FieldTests
{
    [Fact]
    public async Task A_field_that_cannot_be_is_refused_at_its_place()
    {
        (string Body, string Code, string Pointer)[] bad =
        [
            ("""{"title":{"fa":"x"}}""", "json.required", "/type"),
            ("""{"title":{"fa":"x"},"type":"colour"}""", "json.choice", "/type"),
            ("""{"title":{"fa":"x"},"type":"choice"}""", "field.choices", "/choices"),
            ("""{"title":{"fa":"x"},"type":"text","choices":["a"]}""", "field.choices", "/choices"),
            ("""{"title":{"fa":"x"},"type":"choice","choices":["a","a"]}""", "field.same-choice", "/choices"),
            ("""{"title":{},"type":"text"}""", "json.title", "/title"),
            ("""{"title":{"fa":"x"},"type":"text","order":-1}""", "json.range", "/order"),
        ];
        await using var club = await TestClub.Start(Engine.Sqlite);
        foreach (var (body, code, pointer) in bad)
        {
            (await club.Api.Put("/fields/f", body)).MustBeProblem(422, code, pointer);
        }
    }

    [Theory, BothDatabases]
    public async Task Its_type_stays_and_all_else_may_change(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        (await club.Api.Put("/fields/f", new { title = new { fa = "x" }, type = "text" })).MustBe(200);
        (await club.Api.Put("/fields/f", new { title = new { fa = "x" }, type = "number" })).MustBeProblem(
            409,
            "field.type-stays",
            "/type"
        );
        var put = await club.Api.Put(
            "/fields/f",
            new
            {
                title = new { fa = "y" },
                type = "text",
                order = 3,
                shownAtTill = true,
            }
        );
        put.MustBe(200).Long("order").ShouldBe(3);
    }

    [Theory]
    [InlineData(FieldType.Text, "\" آبی \"", "آبی")]
    [InlineData(FieldType.Text, "5", null)]
    [InlineData(FieldType.Number, "12.50", "12.5")]
    [InlineData(FieldType.Number, "1e2", "100")]
    [InlineData(FieldType.Number, "-0.0", "0")]
    [InlineData(FieldType.Number, "\"5\"", null)]
    [InlineData(FieldType.Number, "1e40", null)]
    [InlineData(FieldType.Date, "\"1990-05-12\"", "1990-05-12")]
    [InlineData(FieldType.Date, "\"1369/02/22\"", "1990-05-12")]
    [InlineData(FieldType.Date, "\"1369/13/01\"", null)]
    [InlineData(FieldType.Choice, "\"a\"", "a")]
    [InlineData(FieldType.Choice, "\"c\"", null)]
    [InlineData(FieldType.YesNo, "true", "true")]
    [InlineData(FieldType.YesNo, "\"true\"", null)]
    [InlineData(FieldType.YesNo, "{}", null)]
    public void A_value_is_kept_in_one_form_or_refused(FieldType type, string json, string? canonical)
    {
        var field = new FieldDefinition(
            "f",
            new LocalText("x", null),
            type,
            type == FieldType.Choice ? ["a", "b"] : [],
            0,
            false
        );
        var read = field.Canonical(JsonSerializer.Deserialize<JsonElement>(json));
        (read.IsRefused ? null : read.Value).ShouldBe(canonical);
    }
}
