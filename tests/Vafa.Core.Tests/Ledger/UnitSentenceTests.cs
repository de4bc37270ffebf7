using System.Globalization;
using System.Text;
using Shouldly;
using Vafa.Core.Ledger;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Ledger;

/// <summary>Every setting of a unit as owner and members read it, in both languages, in an approved text.</summary>
public sealed class UnitSentenceTests
{
    private const int ReturnDays = 7;

    private static readonly Unit Plain = new(
        "points",
        new LocalText("امتیاز", "Points"),
        new Worth(500_0000),
        MaySpend: true,
        new Worth(500_0000)
    );

    private static readonly Unit Credit = Plain with { Code = "credit", SpendValue = new Worth(Worth.Scale) };

    private static readonly LastDayOfLife Nowruz = new(null, 12, 29);

    private static readonly (string Setting, Unit Unit)[] Units =
    [
        ("nothing but its name", Plain),
        ("credit", Credit),
        ("worth as much as money, and no money", Plain with { SpendValue = new Worth(Worth.Scale) }),
        ("credit of which one is two rial", Credit with { SpendValue = new Worth(2 * Worth.Scale) }),
        ("pays nothing, whatever its rules", Plain with { MaySpend = false, Spending = Rules(least: 5) }),
        ("a tenth of a rial each", Plain with { SpendValue = new Worth(Worth.Scale / 10) }),
        ("the smallest value there is", Plain with { SpendValue = new Worth(1) }),
        ("lives a day", Plain with { Life = After(1, 0) }),
        ("lives 90 days", Plain with { Life = After(90, 0) }),
        ("lives a month", Plain with { Life = After(0, 1) }),
        ("lives six months", Plain with { Life = After(0, 6) }),
        ("until the month's end", Plain with { Life = new Lifetime.EndOf(LongPeriod.Month, 0) }),
        ("until the next quarter's end", Plain with { Life = new Lifetime.EndOf(LongPeriod.Quarter, 1) }),
        ("until the third year's end", Plain with { Life = new Lifetime.EndOf(LongPeriod.Year, 3) }),
        ("until days of a year", Plain with { Life = new Lifetime.OnDays([new(null, 6, 31), Nowruz]) }),
        ("until one day", Plain with { Life = new Lifetime.OnDays([new(new DateOnly(2027, 3, 20), 0, 0)]) }),
        ("slides", Plain with { Life = new Lifetime.Idle(new CalendarSpan(0, 3)) }),
        ("waits two days", Plain with { Wait = new Waiting(2) }),
        ("waits a day", Plain with { Wait = new Waiting(1) }),
        ("waits for the returns", Plain with { Wait = new Waiting(0, Returns: true) }),
        ("waits longer than the returns", Plain with { Wait = new Waiting(30, Returns: true) }),
        ("waits for an event", Plain with { Wait = new Waiting(0, Event: "پرداخت شد") }),
        ("capped by the sale", Plain with { Caps = new EarningCaps(200, null, null, null) }),
        ("capped by the day", Plain with { Caps = new EarningCaps(null, 300, null, null) }),
        ("capped by the month", Plain with { Caps = new EarningCaps(null, null, 5_000, null) }),
        ("capped for ever", Plain with { Caps = new EarningCaps(null, null, null, 1) }),
        ("capped by all", Plain with { Caps = new EarningCaps(1, 2, 3, 4) }),
        ("capped by the sale and the day", Plain with { Caps = new EarningCaps(1, 2, null, null) }),
        ("capped by the day and the month", Plain with { Caps = new EarningCaps(null, 2, 3, null) }),
        ("capped by the day and for ever", Plain with { Caps = new EarningCaps(null, 2, null, 4) }),
        ("capped by the month and for ever", Plain with { Caps = new EarningCaps(null, null, 3, 4) }),
        ("spent from 100 on", Plain with { Spending = Rules(least: 100) }),
        ("spent from 1 on", Plain with { Spending = Rules(least: 1) }),
        ("spent up to 1,000", Plain with { Spending = Rules(most: 1_000) }),
        ("spent by tens", Plain with { Spending = Rules(step: 10) }),
        ("spent by twos", Plain with { Spending = Rules(step: 2) }),
        ("pays up to a third", Plain with { Spending = Rules(share: 33_33) }),
        ("pays nearly all", Plain with { Spending = Rules(share: 99_99) }),
        ("spent at two branches", Plain with { Spending = Rules() with { Branches = ["north", "old"] } }),
        (
            "spent on two days",
            Plain with
            {
                Spending = Rules() with { Weekdays = [DayOfWeek.Saturday, DayOfWeek.Tuesday] },
            }
        ),
        ("pays for goods of a group", Plain with { Spending = Rules() with { ProductGroups = ["cakes"] } }),
        ("pays for goods as money", Credit with { Spending = Rules() with { ProductGroups = ["cakes"] } }),
        ("turns by itself", Plain with { Into = new Conversion("credit", 100, 50_000, Nightly: true) }),
        ("turns by hand", Plain with { Into = new Conversion("credit", 100, 50_000, Nightly: false) }),
        ("members give it to each other", Plain with { MayTransfer = true }),
        ("taken back below zero", Plain with { OwnDebt = DebtPolicy.BelowZero }),
        ("taken back where it waits", Plain with { OwnDebt = DebtPolicy.PendingOnly }),
    ];

    [Fact]
    public void Each_setting_is_told_in_a_sentence_of_its_own()
    {
        var text = new StringBuilder();
        foreach (var persian in new[] { true, false })
        {
            var words = Reader(persian);
            var all = UnitRules.Of(Plain, ReturnDays, DebtPolicy.ToZero, words).ToList();
            Write(text, "nothing but its name", all);
            foreach (var (setting, unit) in Units.Skip(1))
            {
                Write(text, setting, UnitRules.Of(unit, ReturnDays, DebtPolicy.ToZero, words).Except(all));
            }
        }

        ApprovedText.ShouldBe("Ledger/Approved/unit-rules.txt", text);
    }

    [Fact]
    public void What_a_cap_held_back_is_told_with_the_cap_where_it_is_one()
    {
        var text = new StringBuilder();
        foreach (var persian in new[] { true, false })
        {
            var words = Reader(persian);
            foreach (var (setting, unit) in Units.Where(u => u.Unit.Caps.Any))
            {
                Write(text, setting, [UnitSentences.Capped(unit, 20, words)]);
            }
        }

        ApprovedText.ShouldBe("Ledger/Approved/unit-capped.txt", text);
    }

    [Fact]
    public void The_unit_s_own_word_on_debt_comes_before_the_club_s()
    {
        var words = Reader(persian: false);
        var own = Plain with { OwnDebt = DebtPolicy.PendingOnly };
        UnitRules
            .Of(own, ReturnDays, DebtPolicy.BelowZero, words)
            .Last()
            .ShouldBe(UnitRules.Of(Plain, ReturnDays, DebtPolicy.PendingOnly, words).Last());
    }

    [Fact]
    public void Rules_of_spending_are_the_same_when_every_one_of_them_is()
    {
        var rules = Rules(1, 2, 3, 4) with { Branches = ["b"], Weekdays = [DayOfWeek.Friday], ProductGroups = ["g"] };
        SpendingRules[] others =
        [
            rules with
            {
                Least = 9,
            },
            rules with
            {
                Most = null,
            },
            rules with
            {
                Step = 9,
            },
            rules with
            {
                Share = Percent.Hundred,
            },
            rules with
            {
                Branches = [],
            },
            rules with
            {
                Weekdays = [DayOfWeek.Monday],
            },
            rules with
            {
                ProductGroups = ["g", "h"],
            },
        ];
        rules.Equals(rules with { Branches = ["b"] }).ShouldBeTrue();
        rules.GetHashCode().ShouldBe((rules with { Branches = ["b"] }).GetHashCode());
        others.ShouldAllBe(o => !rules.Equals(o));
        rules.Equals(null).ShouldBeFalse();
    }

    private static Lifetime.After After(int days, int months) => new(new CalendarSpan(days, months));

    private static SpendingRules Rules(long least = 0, long? most = null, long step = 1, int share = 100_00) =>
        new(least, most, step, new Percent(share));

    private static Wording Reader(bool persian) =>
        new(persian, Toman: true)
        {
            CountsAsMoney = unit => unit == "credit",
            Names = (kind, code) =>
                (kind, code) switch
                {
                    (NameKind.Unit, "points") => new LocalText("امتیاز", "points"),
                    (NameKind.Unit, _) => new LocalText("اعتبار", "credit"),
                    (NameKind.Branch, "north") => new LocalText("شعبهٔ شمال", "North"),
                    (NameKind.ProductGroup, _) => new LocalText("کیک‌ها", "cakes"),
                    _ => null,
                },
        };

    private static void Write(StringBuilder text, string setting, IEnumerable<string> sentences)
    {
        text.Append(CultureInfo.InvariantCulture, $"{setting}:\n");
        foreach (var sentence in sentences)
        {
            text.Append("  ").Append(sentence).Append('\n');
        }
    }
}
