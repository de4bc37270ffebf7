using System.Collections.Immutable;
using Vafa.Core.Ledger;
using Vafa.Core.Offers;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Tests.Values;
using Vafa.Core.Tiers;
using Vafa.Core.Values;

namespace Vafa.Core.Tests.Tiers;

/// <summary>Ladders that the tests climb, and members who do something on some days.</summary>
internal static class Ladders
{
    public static readonly Wording Fa = new(Persian: true, Toman: true) { Names = Name };

    public static readonly Wording En = new(Persian: false, Toman: true) { Names = Name };

    /// <summary>Silver from 1,000, gold from 3,000, platinum from 9,000 rial.</summary>
    public static Ladder Plain(LadderSpan span, FallRule fall = FallRule.Recalculated, int grace = 0, int warn = 0) =>
        new(
            "club",
            new LocalText("باشگاه", "Club"),
            span,
            [Spent("silver", "نقره‌ای", 1_000), Spent("gold", "طلایی", 3_000), Spent("platinum", "پلاتینیوم", 9_000)],
            fall,
            grace,
            warn
        );

    public static Tier Spent(string code, string title, long spent) =>
        Tier(code, title, true, new Requirement(RequirementKind.Spent, spent));

    public static Tier Tier(string code, string title, bool needsAll, params Requirement[] from) =>
        new(
            code,
            new LocalText(title, char.ToUpperInvariant(code[0]) + code[1..]),
            [.. from],
            needsAll,
            from.Length == 0,
            [],
            [],
            null,
            null
        );

    public static TierSums Sums(long spent = 0, long visits = 0, long points = 0) =>
        new(new Money(spent), visits, points == 0 ? [] : [new UnitAmount("points", points)]);

    public static TierDay Day(string day, long spent, long visits = 1, long points = 0) =>
        new(Clubs.Day(day), Sums(spent, visits, points));

    public static Measured Now(long spent) => new(Sums(spent), null);

    public static MeasuredDays On(this Ladder ladder, string day, string joined = "2020-01-01") =>
        ladder.Span.On(Clubs.Tehran, Clubs.Day(joined), Clubs.Day(day));

    public static Outcome<Ladder> Read(string json, KnownThings? known = null) =>
        LadderDocument.Read(Shop.Json(json), "club", known ?? Shop.Known);

    public static string Said<T>(Outcome<T> outcome) =>
        string.Join(" ", outcome.Refusals.Select(r => $"{r.Code}@{r.Pointer}"));

    private static LocalText? Name(NameKind kind, string code) =>
        (kind, code) is (NameKind.Unit, "points") ? new LocalText("امتیاز", "points") : null;
}
