using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Vafa.Features.Purchases;

namespace Vafa.Tests.Programme;

/// <summary>The club's settings, changed by merge patch.</summary>
public sealed class ClubTests
{
    [Theory, BothDatabases]
    public async Task A_patch_changes_what_it_names_and_null_goes_back_to_the_usual(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var patched = await club.Api.Patch(
            "/club",
            new
            {
                name = "کافه وفا",
                dayStartsAt = "04:30",
                maxDiscountPercent = 37.5,
                calendar = "gregorian",
                timeZone = "Europe/Berlin",
                weekStartsOn = "monday",
                debtPolicy = "toZero",
                language = "en",
                showToman = false,
            }
        );
        patched.MustBe(200);
        (await club.Api.Patch("/club", """{"dayStartsAt":null}""")).MustBe(200);
        var read = await club.Api.Get("/club");
        var expected = JsonNode.Parse(
            """
            {
              "name": "کافه وفا", "currency": "IRR", "showToman": false, "calendar": "gregorian",
              "timeZone": "Europe/Berlin", "dayStartsAt": "00:00", "weekStartsOn": "monday",
              "maxDiscountPercent": 37.5,
              "maxBasketDiscountPercent": 100, "minMarginPercent": null, "holdoutPercent": 0, "approveOffers": false, "approveAdjustmentsOver": null, "offlineSpendMost": null, "offlineSpendHours": 24, "returnDays": 0, "warnBeforeDays": [30, 7, 1], "debtPolicy": "toZero", "language": "en",
              "colour": "#0b5d5e"
            }
            """
        );
        JsonNode.DeepEquals(JsonNode.Parse(read.Text), expected).ShouldBeTrue(read.Text);
        (await club.Ask(db => db.Audit.CountAsync(a => a.Action == "club.patch" && a.Subject == "club/club"))).ShouldBe(
            2
        );
        (await club.Api.Put("/club", new { })).MustBe(405);
    }

    [Fact]
    public async Task A_setting_that_cannot_be_is_refused_at_its_place()
    {
        (string Patch, int Status, string Code, string Pointer)[] bad =
        [
            ("""{"timeZone":"Mars/Base"}""", 422, "club.time-zone", "/timeZone"),
            ("""{"timeZone":"../../etc/passwd"}""", 422, "club.time-zone", "/timeZone"),
            ("""{"timeZone":"Iran Standard Time"}""", 422, "club.time-zone", "/timeZone"),
            ("""{"dayStartsAt":"4:30"}""", 422, "club.day-starts-at", "/dayStartsAt"),
            ("""{"dayStartsAt":"24:00"}""", 422, "club.day-starts-at", "/dayStartsAt"),
            ("""{"weekStartsOn":"caturday"}""", 422, "json.choice", "/weekStartsOn"),
            ("""{"calendar":"lunar"}""", 422, "json.choice", "/calendar"),
            ("""{"currency":"rial"}""", 422, "club.currency", "/currency"),
            ("""{"currency":"EUR","showToman":true}""", 422, "club.toman-needs-rial", "/showToman"),
            ("""{"maxDiscountPercent":101}""", 422, "json.range", "/maxDiscountPercent"),
            ("""{"maxDiscountPercent":-1}""", 422, "json.range", "/maxDiscountPercent"),
            ("""{"maxDiscountPercent":1.234}""", 422, "json.decimals", "/maxDiscountPercent"),
            ("""{"debtPolicy":"never"}""", 422, "json.choice", "/debtPolicy"),
            ("""{"name":""}""", 422, "json.length", "/name"),
            ("""{"colour":"teal"}""", 422, "club.colour", "/colour"),
            ("""{"colour":"#0b5d5"}""", 422, "club.colour", "/colour"),
            ("""{"colour":"#-b5d5e"}""", 422, "club.colour", "/colour"),
            ("""{"logo":"0123"}""", 422, "club.logo-apart", "/logo"),
            ("""{"slogan":null}""", 400, "json.unknown-field", "/slogan"),
        ];
        await using var club = await TestClub.Start(Engine.Sqlite);
        var before = (await club.Api.Get("/club")).Text;
        foreach (var (patch, status, code, pointer) in bad)
        {
            (await club.Api.Patch("/club", patch)).MustBeProblem(status, code, pointer);
        }

        (await club.Api.Get("/club")).Text.ShouldBe(before);
    }

    [Theory, BothDatabases]
    public async Task The_currency_stays_once_there_is_a_sale(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        (await club.Api.Patch("/club", new { currency = "EUR" })).MustBe(200)["showToman"].GetBoolean().ShouldBeFalse();
        (await club.Api.Patch("/club", new { currency = "IRR" })).MustBe(200)["showToman"].GetBoolean().ShouldBeTrue();
        await club.Ask(db =>
        {
            var id = Guid.CreateVersion7();
            db.Purchases.Add(
                new Purchase
                {
                    Id = id,
                    MemberId = id,
                    Branch = "main",
                }
            );
            return db.SaveChangesAsync();
        });
        (await club.Api.Patch("/club", new { currency = "EUR" })).MustBeProblem(
            409,
            "club.currency-stays",
            "/currency"
        );
        (await club.Api.Patch("/club", new { currency = "IRR", name = "x" })).MustBe(200);
    }
}
