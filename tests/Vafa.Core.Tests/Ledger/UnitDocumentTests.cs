using System.Text;
using System.Text.Json;
using Shouldly;
using Vafa.Core.Ledger;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Ledger;

/// <summary>A unit as a document, both ways.</summary>
public sealed class UnitDocumentTests
{
    [Theory]
    [InlineData("""{"worth": 1, "maySpend": true}""")]
    [InlineData("""{"worth": 1, "maySpend": true, "expiresAfterDays": 90, "availableAfterDays": 2}""")]
    [InlineData("""{"worth": 0.5, "maySpend": false, "expires": {"months": 6}}""")]
    [InlineData("""{"worth": 1, "maySpend": true, "expires": {"endOf": "quarter", "later": 2}}""")]
    [InlineData("""{"worth": 1, "maySpend": true, "expires": {"on": ["12-29", "2027-03-20"]}}""")]
    [InlineData("""{"worth": 1, "maySpend": true, "expires": {"idle": {"days": 180}}}""")]
    [InlineData("""{"worth": 1, "maySpend": true, "expires": {"idle": {"months": 6}}, "mayTransfer": true}""")]
    [InlineData("""{"worth": 1, "maySpend": true, "available": {"afterReturns": true}, "availableAfterDays": 3}""")]
    [InlineData("""{"worth": 1, "maySpend": true, "available": {"event": "delivered"}, "debtPolicy": "toZero"}""")]
    [InlineData("""{"worth": 1, "maySpend": false, "caps": {"purchase": 5, "day": 6, "month": 7, "member": 8}}""")]
    [InlineData(
        """{"worth": 1, "maySpend": true, "cost": 0.6, "spending": {"least": 5, "most": 50, "step": 5, "maxPercent": 30.5, "branches": ["main"], "weekdays": ["friday"], "productGroups": ["cake"]}}"""
    )]
    [InlineData(
        """{"worth": 500, "maySpend": false, "into": {"unit": "credit", "per": 100, "gives": 5, "nightly": true}}"""
    )]
    public void What_is_written_reads_as_the_same_unit(string json)
    {
        var unit = Read(json).Value;
        var written = Written(unit);
        var again = UnitDocument.Read(Shop.Json(written), "u", Shop.Known).Value;
        again.ShouldBe(unit);
        Written(again).ShouldBe(written);
        using var asked = JsonDocument.Parse(json);
        using var stored = JsonDocument.Parse(written);
        foreach (var field in asked.RootElement.EnumerateObject())
        {
            stored.RootElement.GetProperty(field.Name).GetRawText().ShouldNotBe("null", field.Name);
        }
    }

    [Fact]
    public void Days_say_the_same_in_both_fields()
    {
        var unit = Read("""{"worth": 1, "maySpend": true, "expires": {"days": 0}}""").Value;
        unit.Life.ShouldBe(new Lifetime.After(CalendarSpan.OfDays(0)));
        Written(unit).ShouldContain("\"expiresAfterDays\":0");
        Written(unit).ShouldContain("\"expires\":null");
    }

    [Fact]
    public void A_day_may_be_written_in_Persian_digits_and_of_either_calendar()
    {
        var unit = Read(
            """{"worth": 1, "maySpend": true, "expires": {"on": ["۱۲/۲۹", "۱۴۰۵/۱۲/۲۹", "12-29"]}}"""
        ).Value;
        unit.Life.ShouldBe(
            new Lifetime.OnDays([LastDayOfLife.EveryYear(12, 29), LastDayOfLife.OnlyOn(new DateOnly(2027, 3, 20))])
        );
    }

    [Theory]
    [InlineData("""{"expiresAfterDays": 9, "expires": {"months": 6}}""", "/expires unit.two-lives")]
    [InlineData("""{"expires": {"months": 6, "endOf": "year"}}""", "/expires unit.two-lives")]
    [InlineData("""{"expires": {"months": 6, "days": 6}}""", "/expires/months unit.two-lives")]
    [InlineData("""{"expires": {}}""", "/expires unit.no-life")]
    [InlineData("""{"expires": {"on": []}}""", "/expires unit.no-life")]
    [InlineData("""{"expires": {"idle": {}}}""", "/expires/idle unit.no-life")]
    [InlineData("""{"expires": {"idle": {"days": 0}}}""", "/expires/idle/days json.range")]
    [InlineData("""{"expires": {"later": 1}}""", "/expires/endOf json.required")]
    [InlineData("""{"expires": {"endOf": "week"}}""", "/expires/endOf json.choice")]
    [InlineData("""{"expires": {"on": ["13-01"]}}""", "/expires/on/0 unit.life-day")]
    [InlineData("""{"expires": {"on": ["12-29", "soon"]}}""", "/expires/on/1 unit.life-day")]
    [InlineData("""{"expires": {"on": ["12-32"]}}""", "/expires/on/0 unit.life-day")]
    [InlineData("""{"expires": {"on": ["12-00"]}}""", "/expires/on/0 unit.life-day")]
    [InlineData("""{"expires": {"ever": true}}""", "/expires/ever json.unknown-field")]
    [InlineData("""{"availableAfterDays": 3, "expiresAfterDays": 2}""", "/availableAfterDays unit.never-available")]
    [InlineData("""{"availableAfterDays": 3, "available": {"event": "a"}}""", "/available unit.two-waits")]
    [InlineData("""{"available": {"event": "a", "afterReturns": true}}""", "/available unit.two-waits")]
    [InlineData("""{"caps": {"day": 0}}""", "/caps/day json.range")]
    [InlineData("""{"cost": -1}""", "/cost json.range")]
    [InlineData("""{"spending": {"least": 9, "most": 8}}""", "/spending/most spending.most-below-least")]
    [InlineData("""{"spending": {"least": 6, "most": 9, "step": 5}}""", "/spending/step spending.step-passes")]
    [InlineData("""{"spending": {"most": 4, "step": 5}}""", "/spending/step spending.step-passes")]
    [InlineData("""{"spending": {"branches": ["moon"]}}""", "/spending/branches/0 spending.unknown-branch")]
    [InlineData("""{"spending": {"maxPercent": 101}}""", "/spending/maxPercent json.range")]
    [InlineData("""{"into": {"unit": "u", "per": 1, "gives": 1}}""", "/into/unit unit.into-itself")]
    [InlineData("""{"into": {"unit": "gold", "per": 1, "gives": 1}}""", "/into/unit ledger.unknown-unit")]
    [InlineData("""{"into": {"unit": "credit", "per": 0, "gives": 1}}""", "/into/per json.range")]
    [InlineData("""{"into": {"unit": "credit", "gives": 1}}""", "/into/per json.required")]
    [InlineData("""{"debtPolicy": "never"}""", "/debtPolicy json.choice")]
    public void What_cannot_be_is_refused_at_its_place(string json, string refused)
    {
        var said = Read("""{"worth": 1, "maySpend": true, """ + json[1..])
            .Refusals.Select(r => $"{r.Pointer} {r.Code}")
            .Order(StringComparer.Ordinal);
        string.Join(", ", said).ShouldBe(refused);
    }

    /// <summary>Each round of a circle would make value of nothing, or take it.</summary>
    [Theory]
    [InlineData("credit", "unit.into-circle")]
    [InlineData("points", "unit.into-circle")]
    [InlineData("stamps", "")]
    public void What_would_come_back_to_itself_is_refused(string into, string refused)
    {
        var known = KnownThings.Of(["u", "points", "credit", "stamps"], [], [], []) with
        {
            TurnsInto = new Dictionary<string, string> { ["credit"] = "points", ["points"] = "u" },
        };
        var json = $$$"""
            {"title": {"fa": "a"}, "worth": 1, "maySpend": false, "into": {"unit": "{{{into}}}", "per": 1, "gives": 1}}
            """;
        var read = UnitDocument.Read(Shop.Json(json), "u", known);
        string.Join(", ", read.Refusals.Select(r => r.Code)).ShouldBe(refused);
    }

    [Fact]
    public void What_is_stored_is_not_asked_for_branches_and_units_again()
    {
        var json =
            """{"title": {"fa": "a"}, "worth": 1, "maySpend": true, "spending": {"branches": ["moon"]}, "into": {"unit": "gold", "per": 1, "gives": 1}}""";
        UnitDocument.Read(Shop.Json(json), "u").IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void What_nobody_says_costs_what_it_is_worth()
    {
        var unit = Read("""{"worth": 2.5, "maySpend": false}""").Value;
        (unit.Cost, unit.OwnCost).ShouldBe((new Worth(25_000), null));
        (Read("""{"worth": 2.5, "maySpend": false, "cost": 1}""").Value.Cost).ShouldBe(new Worth(10_000));
    }

    private static Outcome<Unit> Read(string json) =>
        UnitDocument.Read(Shop.Json("""{"title": {"fa": "a"}, """ + json[1..]), "u", Shop.Known);

    private static string Written(Unit unit)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            UnitDocument.Write(unit, json);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
