using System.Collections.Immutable;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Tests.Values;
using Vafa.Core.Values;

namespace Vafa.Core.Tests.Offers;

/// <summary>
/// Trees of every word there is, and sales that meet about half of them: few codes and small numbers, so that offers
/// ask for the same.
/// </summary>
internal sealed class RandomConditions(Random random)
{
    private static readonly string[] Joining = ["all", "all", "any", "not"];
    private static readonly string[] Words = [.. Vocabulary.Conditions.Select(c => c.Name).Except(Joining)];

    public string Tree(int depth = 0)
    {
        var word = depth < 3 && random.Next(2) == 0 ? Code(Joining) : Code(Words);
        return $"{{\"{word}\":{Arguments(word, depth)}}}";
    }

    public Basket Basket() =>
        new(
            [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Line())],
            Code("main", "north", "south"),
            (Channel)random.Next(3),
            Some("card", "cash", "credit"),
            Some("YALDA", "yalda", "nowruz"),
            []
        );

    public MemberFacts? Member(FactNeeds needs) =>
        random.Next(5) == 0
            ? null
            : new MemberFacts
            {
                Id = new MemberId(Person(random.Next(5))),
                Visits = random.Next(4),
                Spent = new Money(random.Next(4)),
                LastVisit = random.Next(3) == 0 ? null : Day(),
                Since = Day(),
                Birth = random.Next(3) == 0 ? null : Clubs.Day("1990-11-18").AddDays(random.Next(9)),
                Groups = Some("silver", "gold"),
                Tiers = Some("silver", "gold", "platinum", "friend"),
                Fields = random.Next(4) == 0 ? null : Fields(),
                Wallets = random.Next(4) == 0 ? [] : [new("credit", random.Next(-1, 4)), new("points", random.Next(4))],
                Windows = random.Next(9) == 0 ? [] : [.. needs.Windows.Select(_ => Window())],
                Bought = random.Next(9) == 0 ? [] : [.. needs.Bought.Select(_ => Bought())],
            };

    private string Arguments(string word, int depth) =>
        word switch
        {
            "all" or "any" =>
                $"[{string.Join(",", Enumerable.Range(0, random.Next(1, 4)).Select(_ => Tree(depth + 1)))}]",
            "not" => Tree(depth + 1),
            "firstPurchase" => "true",
            "basketTotal" => Bound(),
            "visits" => random.Next(2) == 0 ? Bound() : Bound().Replace("}", Within()),
            "spent" => $$"""{"atLeast":{{random.Next(4)}}{{(random.Next(2) == 0 ? "}" : Within())}}""",
            "basketPieces" => $$"""{"quantity":{{random.Next(1, 9)}}}""",
            "product" => In("s0", "s1", "s2").Replace("}", Quantity() + "}"),
            "productGroup" => In("g0", "g1", "g2").Replace("}", Quantity() + Amount() + "}"),
            "brand" => In("b0", "B1").Replace("}", Quantity() + Amount() + "}"),
            "boughtBefore" => Past($"\"quantity\":{random.Next(1, 4)}"),
            "nthPiece" => Past($"\"every\":{random.Next(2, 5)}"),
            "daysSinceBought" => Past($"\"atLeast\":{random.Next(1, 9)}"),
            "firstPurchaseOf" => Past("").Replace(",}", "}"),
            "group" => In("silver", "gold"),
            "memberFor" or "daysSinceLastVisit" => $$"""{"atLeast":{{random.Next(1, 9)}}}""",
            "birthday" => $$"""{"daysBefore":{{random.Next(4)}},"daysAfter":{{random.Next(4)}}}""",
            "field" => Field(),
            "wallet" => $$"""{"unit":"{{Code("credit", "points")}}","atLeast":{{random.Next(4)}}}""",
            "branch" => In("main", "north"),
            "channel" => In("store", "online", "phone"),
            "paymentMethod" => In("card", "cash"),
            "code" => In("yalda", "NOWRUZ"),
            "joined" => $$"""{"from":"2026-11-{{random.Next(10, 16)}}","to":"2026-11-{{random.Next(17, 22)}}"}""",
            "calendarEvent" => In("opening", "yalda"),
            "bundle" => """{"items":[{"on":"product","in":["s0","s1"]},{"on":"productGroup","in":["g0"]}]}""",
            "tier" => random.Next(2) == 0 ? In("silver", "gold") : """{"atLeast":"gold"}""",
            "segment" => In("not-silver", "sleeping"),
            "member" => In([.. Enumerable.Range(0, 3).Select(n => Person(n).ToString())]),
            "anniversary" => """{"field":"wedding","daysBefore":3,"daysAfter":3}""",
            _ => throw new ArgumentOutOfRangeException(nameof(word), word, "Say how it is written."),
        };

    private static Guid Person(int number) => new(number, 0, 0, new byte[8]);

    private string Field() =>
        random.Next(4) switch
        {
            0 => """{"name":"city","is":"qom"}""",
            1 => """{"name":"city","is":["qom","yazd"]}""",
            2 => """{"name":"children","atLeast":2}""",
            _ => """{"name":"pet","is":true}""",
        };

    private Dictionary<string, string> Fields()
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        Put("city", "qom", "yazd", "tehran");
        Put("children", "1", "2", "many");
        Put("pet", "true", "false", "cat");
        Put("wedding", "2001-11-20", "2001-05-05", "soon");
        return fields;

        void Put(string name, params string[] values)
        {
            if (random.Next(4) > 0)
            {
                fields[name] = values[random.Next(values.Length)];
            }
        }
    }

    private BasketLine Line()
    {
        var line =
            random.Next(6) == 0
                ? Shop.Other((LineKind)random.Next(1, 4), random.Next(3))
                : Shop.Goods(random.Next(3), Code("g0", "g1", "g2"), Code("s0", "s1", "s2"), random.Next(0, 4));
        return line with
        {
            Brand = random.Next(3) == 0 ? null : Code("B0", "b1"),
            Group = random.Next(9) == 0 ? null : line.Group,
        };
    }

    private WindowFact Window() => new(random.Next(4), new Money(random.Next(4)));

    private BoughtFact Bought() => new(random.Next(5) * 1_000, random.Next(3) == 0 ? null : Day());

    private DateOnly Day() => Clubs.Day("2026-11-14").AddDays(random.Next(9));

    private string Bound() => $$"""{"{{Code("atLeast", "moreThan")}}":{{random.Next(5)}}}""";

    private string Within() => $$""","within":{{Code("\"month\"", "{\"days\":30}")}}}""";

    private string Quantity() => random.Next(2) == 0 ? "" : $",\"quantity\":{random.Next(1, 5)}";

    private string Amount() => random.Next(3) > 0 ? "" : $",\"amount\":{random.Next(4)}";

    private string Past(string rest) =>
        random.Next(2) == 0
            ? $$"""{"on":"product","in":["{{Code("s0", "s1")}}"],{{rest}}}"""
            : $$"""{"on":"productGroup","in":["{{Code("g0", "g1")}}"],{{rest}}}""";

    private string In(params string[] codes) =>
        $$"""{"in":[{{string.Join(",", Some(1, codes).Select(c => $"\"{c}\""))}}]}""";

    private string Code(params string[] codes) => codes[random.Next(codes.Length)];

    private ImmutableArray<string> Some(params string[] codes) => Some(0, codes);

    private ImmutableArray<string> Some(int least, string[] codes)
    {
        var some = codes.Where(_ => random.Next(2) == 0).ToArray();
        return some.Length < least ? [codes[random.Next(codes.Length)]] : [.. some];
    }
}
