using System.Collections.Immutable;
using System.Text.Json;
using Shouldly;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Tiers;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Tiers;

/// <summary>The document of a ladder: what comes back with all defaults, and what is refused at which place.</summary>
public sealed class LadderDocumentTests
{
    private static string Of(string tiers, string rest = "") =>
        $$"""{"title": {"fa": "ب"}, "measure": "year", "tiers": [{{tiers}}]{{rest}}}""";

    private static string Tier(string code, string from, string rest = "") =>
        $$"""{"code": "{{code}}", "title": {"en": "{{code}}"}, "from": {{from}}{{rest}}}""";

    private static string Written(Ladder ladder)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            LadderDocument.Write(ladder, json);
        }

        using var document = JsonDocument.Parse(buffer.ToArray());
        return document.RootElement.GetRawText();
    }

    private static void Same(string written, string expected) =>
        JsonElement.DeepEquals(Shop.Json(written), Shop.Json(expected)).ShouldBeTrue(written);

    [Fact]
    public void What_is_left_out_is_shown_by_default() =>
        Same(
            Written(Ladders.Read(Of(Tier("new-gold", """{"spent": 5}"""))).Value),
            """
            {"title": {"fa": "ب"}, "measure": "year", "tiers": [{"code": "new-gold", "title": {"en": "new-gold"},
            "from": {"spent": 5, "visits": null, "earned": null}, "match": "all", "byInvitation": false, "earning": [],
            "services": [], "about": null, "colour": null}], "fall": "recalculated", "graceDays": 0, "warnDays": 14}
            """
        );

    [Fact]
    public void Everything_that_may_be_said_comes_back_and_reads_again()
    {
        const string whole = """
            {"title": {"fa": "ب", "en": "c"}, "measure": {"days": 365}, "tiers": [
            {"code": "a", "title": {"fa": "الف"}, "from": {"spent": null, "visits": 3, "earned": {"unit": "points",
            "amount": 70}}, "match": "any", "byInvitation": false, "earning": [{"unit": "points", "times": 1.25},
            {"unit": "stamps", "times": 2}], "services": [{"fa": "قهوه"}, {"en": "tea"}], "about": {"fa": "درباره"},
            "colour": "#c0ffee"},
            {"code": "b", "title": {"en": "b"}, "from": null, "match": "all", "byInvitation": true, "earning": [],
            "services": [], "about": null, "colour": null}],
            "fall": "oneStep", "graceDays": 30, "warnDays": 7}
            """;
        var ladder = Ladders.Read(whole).Value;
        Same(Written(ladder), whole);
        Same(Written(Ladders.Read(Written(ladder)).Value), whole);
        ladder.Code.ShouldBe("club");
        ladder.Span.ShouldBe(LadderSpan.LastDays(365));
        ladder
            .Tiers[0]
            .From.ShouldBe([
                new Requirement(RequirementKind.Visits, 3),
                new Requirement(RequirementKind.Earned, 70, "points"),
            ]);
        ladder.Tiers[0].Earning.ShouldBe([new TierTimes("points", 125), new TierTimes("stamps", 200)]);
        ladder.Tiers[0].TimesOf("points").ShouldBe(125);
        ladder.Tiers[0].TimesOf("stamps").ShouldBe(200);
        ladder.Tiers[0].TimesOf("credit").ShouldBe(100);
        ladder.Fall.ShouldBe(FallRule.OneStep);
        ladder.GraceDays.ShouldBe(30);
        ladder.WarnDays.ShouldBe(7);
        LadderDocument.WordOf(FallRule.Never).ShouldBe("never");
    }

    [Theory]
    [InlineData("\"year\"", SpanKind.Year, 0)]
    [InlineData("\"anniversary\"", SpanKind.Anniversary, 0)]
    [InlineData("{\"days\": 1}", SpanKind.Days, 1)]
    [InlineData("{\"days\": 3660}", SpanKind.Days, 3660)]
    public void It_measures_days_or_years(string measure, SpanKind kind, int days)
    {
        var ladder = Ladders
            .Read($$"""{"title": {"fa": "ب"}, "measure": {{measure}}, "tiers": [{{Tier("a", """{"visits": 1}""")}}]}""")
            .Value;
        ladder.Span.ShouldBe(new LadderSpan(kind, days));
        Written(ladder).ShouldContain($"\"measure\":{measure.Replace(" ", "", StringComparison.Ordinal)}");
    }

    [Theory]
    [InlineData("7", "json.object@")]
    [InlineData("{}", "json.required@/title json.required@/measure json.required@/tiers")]
    [InlineData("""{"title": {"fa": "ب"}, "measure": "month", "tiers": 7}""", "json.choice@/measure json.list@/tiers")]
    [InlineData(
        """{"title": {"fa": "ب"}, "measure": {"days": 0, "x": 1}, "tiers": [7]}""",
        "json.range@/measure/days json.unknown-field@/measure/x json.object@/tiers/0"
    )]
    [InlineData(
        """{"title": {"fa": "ب"}, "measure": {"days": 3661}, "tiers": []}""",
        "json.range@/measure/days ladder.no-tiers@/tiers"
    )]
    [InlineData(
        """{"title": {"fa": "ب"}, "measure": {}, "tiers": []}""",
        "json.required@/measure/days ladder.no-tiers@/tiers"
    )]
    public void What_is_no_ladder_is_refused_at_its_place(string json, string said) =>
        Ladders.Said(Ladders.Read(json)).ShouldBe(said);

    [Theory]
    [InlineData(",\"fall\": \"down\"", "json.choice@/fall")]
    [InlineData(",\"graceDays\": 367", "json.range@/graceDays")]
    [InlineData(",\"graceDays\": -1", "json.range@/graceDays")]
    [InlineData(",\"warnDays\": 93", "json.range@/warnDays")]
    [InlineData(",\"x\": 93", "json.unknown-field@/x")]
    [InlineData(",\"graceDays\": 366, \"warnDays\": 92", "")]
    [InlineData(",\"graceDays\": 0, \"warnDays\": 0, \"fall\": \"never\"", "")]
    public void How_it_falls_has_its_ranges(string rest, string said) =>
        Ladders.Said(Ladders.Read(Of(Tier("a", """{"visits": 1}"""), rest))).ShouldBe(said);

    [Theory]
    [InlineData("{}", "ladder.needs-from@/tiers/0/from")]
    [InlineData("null", "ladder.needs-from@/tiers/0/from")]
    [InlineData("""{"spent": 0}""", "json.range@/tiers/0/from/spent ladder.needs-from@/tiers/0/from")]
    [InlineData("""{"visits": 0}""", "json.range@/tiers/0/from/visits ladder.needs-from@/tiers/0/from")]
    [InlineData("""{"visits": 1000001}""", "json.range@/tiers/0/from/visits ladder.needs-from@/tiers/0/from")]
    [InlineData("""{"visits": 1000000, "money": 1}""", "json.unknown-field@/tiers/0/from/money")]
    [InlineData("""{"earned": {"unit": "gold", "amount": 1}}""", "ladder.unknown-unit@/tiers/0/from/earned/unit")]
    [InlineData("""{"earned": {"unit": "points", "amount": 0}}""", "json.range@/tiers/0/from/earned/amount")]
    [InlineData(
        """{"earned": {"x": 1}}""",
        "json.required@/tiers/0/from/earned/unit json.required@/tiers/0/from/earned/amount "
            + "json.unknown-field@/tiers/0/from/earned/x"
    )]
    [InlineData("""{"earned": {"unit": "points", "amount": 1000000000000000}}""", "")]
    public void What_a_tier_asks_for_has_its_ranges(string from, string said) =>
        Ladders.Said(Ladders.Read(Of(Tier("a", from)))).ShouldBe(said);

    [Theory]
    [InlineData("\"byInvitation\": true", "ladder.invitation-asks@/tiers/0/from")]
    [InlineData("\"byInvitation\": 1", "json.yes-no@/tiers/0/byInvitation")]
    [InlineData("\"match\": \"some\"", "json.choice@/tiers/0/match")]
    [InlineData("\"colour\": \"red\"", "ladder.colour@/tiers/0/colour")]
    [InlineData("\"colour\": \"#12345g\"", "ladder.colour@/tiers/0/colour")]
    [InlineData("\"services\": [{}]", "json.title@/tiers/0/services/0")]
    [InlineData(
        "\"services\": [7, {\"fa\": \"x\", \"de\": \"y\"}]",
        "json.object@/tiers/0/services/0 json.unknown-field@/tiers/0/services/1/de"
    )]
    [InlineData("\"about\": {}", "json.title@/tiers/0/about")]
    [InlineData("\"about\": {\"fa\": \"a\\n\\r\\nb\"}", "")]
    [InlineData("\"about\": {\"fa\": \"a\\tb\"}", "json.control-character@/tiers/0/about/fa json.title@/tiers/0/about")]
    [InlineData(
        "\"services\": [{\"fa\": \"a\\nb\"}]",
        "json.control-character@/tiers/0/services/0/fa json.title@/tiers/0/services/0"
    )]
    [InlineData("\"about\": 7", "json.object@/tiers/0/about")]
    [InlineData("\"earning\": [{\"unit\": \"gold\", \"times\": 2}]", "ladder.unknown-unit@/tiers/0/earning/0/unit")]
    [InlineData("\"earning\": [{\"unit\": \"points\", \"times\": 1}]", "json.range@/tiers/0/earning/0/times")]
    [InlineData("\"earning\": [{\"unit\": \"points\", \"times\": 1.01}]", "")]
    [InlineData("\"earning\": [{\"unit\": \"points\", \"times\": 10}]", "")]
    [InlineData("\"earning\": [{\"unit\": \"points\", \"times\": 10.01}]", "json.range@/tiers/0/earning/0/times")]
    [InlineData("\"earning\": [{\"unit\": \"points\", \"times\": 1.255}]", "json.decimals@/tiers/0/earning/0/times")]
    [InlineData(
        "\"earning\": [{\"unit\": \"points\", \"times\": 2, \"x\": 1}]",
        "json.unknown-field@/tiers/0/earning/0/x"
    )]
    [InlineData(
        "\"earning\": [{}, {\"unit\": \"points\", \"times\": 2}, {\"unit\": \"points\", \"times\": 3}]",
        "json.required@/tiers/0/earning/0/unit json.required@/tiers/0/earning/0/times "
            + "ladder.unit-twice@/tiers/0/earning/2/unit"
    )]
    [InlineData("\"rank\": 7", "json.unknown-field@/tiers/0/rank")]
    public void What_a_tier_brings_has_its_ranges(string rest, string said) =>
        Ladders.Said(Ladders.Read(Of(Tier("a", """{"visits": 1}""", ", " + rest)))).ShouldBe(said);

    [Fact]
    public void A_tiers_own_page_may_be_long_and_its_services_may_not()
    {
        var rest =
            $$""","about": {"fa": "{{new string('د', 4_000)}}"}, "services": [{"en": "{{new string('s', 200)}}"}]""";
        Ladders.Read(Of(Tier("a", """{"visits": 1}""", rest))).IsRefused.ShouldBeFalse();
        var longer = rest.Replace("دد\"", "ددد\"", StringComparison.Ordinal)
            .Replace("ss\"", "sss\"", StringComparison.Ordinal);
        Ladders
            .Said(Ladders.Read(Of(Tier("a", """{"visits": 1}""", longer))))
            .ShouldBe(
                "json.length@/tiers/0/services/0/en json.title@/tiers/0/services/0 "
                    + "json.length@/tiers/0/about/fa json.title@/tiers/0/about"
            );
    }

    [Fact]
    public void A_ladder_has_at_most_twelve_tiers()
    {
        string Many(int count) =>
            Of(string.Join(",", Enumerable.Range(1, count).Select(n => Tier("t" + n, $$"""{"visits": {{n}}}"""))));

        Ladders.Read(Many(12)).Value.Tiers.Length.ShouldBe(12);
        Ladders.Said(Ladders.Read(Many(13))).ShouldBe("ladder.too-many-tiers@/tiers");
    }

    [Fact]
    public void A_code_stands_once_in_the_club()
    {
        var known = Shop.Known with
        {
            Ladders = new Dictionary<string, ImmutableArray<string>> { ["other"] = ["vip"], ["club"] = ["a", "gone"] },
        };
        var json = Of(
            $"{Tier("a", """{"visits": 1}""")}, {Tier("vip", """{"visits": 2}""")}, {Tier("a", """{"visits": 3}""")}"
        );
        var refused = Ladders.Read(json, known);
        Ladders.Said(refused).ShouldBe("ladder.tier-taken@/tiers/1/code ladder.tier-taken@/tiers/2/code");
        refused.Refusals[0].Args.ShouldBe(["vip"]);
        Ladders.Read(Of(Tier("gone", """{"visits": 1}""")), known).IsRefused.ShouldBeFalse();
    }

    [Theory]
    [InlineData("all", """{"spent": 10}""", "all", """{"spent": 11}""", true)]
    [InlineData("all", """{"spent": 10}""", "all", """{"spent": 10}""", false)]
    [InlineData("all", """{"spent": 10}""", "all", """{"spent": 9}""", false)]
    [InlineData("all", """{"spent": 10}""", "all", """{"visits": 99}""", false)]
    [InlineData("all", """{"spent": 10}""", "all", """{"spent": 10, "visits": 1}""", true)]
    [InlineData("all", """{"spent": 10, "visits": 1}""", "all", """{"spent": 10}""", false)]
    [InlineData("all", """{"spent": 10, "visits": 5}""", "all", """{"spent": 20, "visits": 4}""", false)]
    [InlineData("any", """{"spent": 10, "visits": 5}""", "any", """{"spent": 20, "visits": 5}""", true)]
    [InlineData("any", """{"spent": 10, "visits": 5}""", "any", """{"spent": 10}""", true)]
    [InlineData("any", """{"spent": 10}""", "any", """{"spent": 20, "visits": 5}""", false)]
    [InlineData("any", """{"spent": 10, "visits": 5}""", "all", """{"spent": 10, "visits": 5}""", true)]
    [InlineData("any", """{"spent": 10, "visits": 5}""", "all", """{"spent": 10}""", true)]
    [InlineData("all", """{"spent": 10, "visits": 5}""", "any", """{"spent": 20, "visits": 9}""", false)]
    [InlineData("all", """{"spent": 10}""", "any", """{"spent": 11}""", true)]
    [InlineData("all", """{"spent": 10}""", "any", """{"spent": 11, "visits": 1}""", false)]
    [InlineData(
        "all",
        """{"earned": {"unit": "points", "amount": 5}}""",
        "all",
        """{"earned": {"unit": "points", "amount": 6}}""",
        true
    )]
    [InlineData(
        "all",
        """{"earned": {"unit": "points", "amount": 5}}""",
        "all",
        """{"earned": {"unit": "stamps", "amount": 6}}""",
        false
    )]
    public void Each_tier_is_harder_than_the_one_below(
        string match,
        string from,
        string above,
        string aboveFrom,
        bool harder
    )
    {
        var tiers =
            $"{Tier("low", from, $$""", "match": "{{match}}" """)}, "
            + """{"code": "guest", "title": {"fa": "دوست"}, "byInvitation": true}, """
            + Tier("high", aboveFrom, $$""", "match": "{{above}}" """);
        var read = Ladders.Read(Of(tiers));
        Ladders.Said(read).ShouldBe(harder ? "" : "ladder.not-harder@/tiers/2/from");
        if (!harder)
        {
            read.Refusals[0].Args.ShouldBe([new LocalText(null, "low")]);
        }
    }
}
