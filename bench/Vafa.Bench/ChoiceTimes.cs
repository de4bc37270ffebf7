using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Bench;

/// <summary>
/// The choice among 200 eligible offers, each sale timed by itself: what BenchmarkDotNet's means do not show. Goal: p99
/// under 1 ms; where the bound on work cuts the search, how often, and how far from the best it may be.
/// </summary>
internal static class ChoiceTimes
{
    private const int Warm = 3_000;
    private const int Sales = 3_000;

    private static readonly KnownThings Known = KnownThings.Of(["credit", "points"], [], ["main"], []);

    public static void Run()
    {
        foreach (var kind in Enum.GetValues<Tangle>())
        {
            Measure(kind, 200);
        }
    }

    private static void Measure(Tangle kind, int offers)
    {
        var random = new Random(7);
        var programmes = Enumerable.Range(0, 20).Select(_ => Programme(random, kind, offers)).ToList();
        var member = CornerShop.Member(1);
        var times = new List<double>(Sales);
        var (cut, gap, eligible) = (0, 0.0, 0.0);
        for (var n = 0; n < Warm + Sales; n++)
        {
            var programme = programmes[n % programmes.Count];
            var basket = Basket(random);
            var start = Stopwatch.GetTimestamp();
            var decision = Decide.Sale(programme, basket, member, [], CornerShop.Now).Value;
            var took = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            if (n < Warm)
            {
                continue;
            }

            times.Add(took);
            eligible += decision.Offers.Count(o => o.Status < OfferStatus.NotEligible);
            if (decision.Gap.Minor > 0)
            {
                cut++;
                gap = Math.Max(gap, 100.0 * decision.Gap.Minor / Value(decision));
            }
        }

        times.Sort();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{kind, -10} {offers} offers, {eligible / Sales:0} eligible: p50 {times[Sales / 2]:0} µs, "
                    + $"p99 {times[Sales * 99 / 100]:0} µs, most {times[^1]:0} µs; cut {100.0 * cut / Sales:0.0} %, "
                    + $"then at most {gap:0.0} % of the value from the best"
            )
        );
    }

    private static long Value(Decision decision) => Math.Max(1, decision.Given.Sum(g => g.Value.Minor));

    private static Programme Programme(Random random, Tangle kind, int count)
    {
        var offers = Enumerable.Range(1, count).Select(n => Offer(n, Document(random, kind, n))).ToArray();
        var corner = CornerShop.Programme();
        return new Programme(1, corner.Club, corner.Units, corner.Rules, [.. offers]);
    }

    private static Offer Offer(int number, string document)
    {
        using var json = JsonDocument.Parse(document);
        return OfferDocument.Read(json.RootElement, "o" + number, number, Known).Value;
    }

    private static string Document(Random random, Tangle kind, int number)
    {
        var give = random.Next(6) switch
        {
            0 => $$$"""{"discountPercent": {"percent": {{{random.Next(1, 20)}}}}}""",
            1 => Off(random.Next(5, 40), random.Next(5)),
            2 => $$$"""{"discountAmount": {"amount": {{{random.Next(1, 60)}}}0000}}""",
            3 => $$$"""{"creditPercent": {"percent": {{{random.Next(1, 30)}}}, "unit": "credit"}}""",
            4 => $$$"""{"points": {"unit": "points", "amount": {{{random.Next(1, 200)}}}}}""",
            _ => Second(random.Next(20, 100), random.Next(5)),
        };
        var place = kind switch
        {
            Tangle.OneGroup => "",
            Tangle.Groups => $", \"group\": \"g{random.Next(8)}\"",
            Tangle.Combined => ", \"combine\": true",
            _ => random.Next(2) == 0
                ? $", \"combine\": true, \"notWith\": [\"o{random.Next(1, 200)}\", \"o{random.Next(1, 200)}\"]"
                : $", \"group\": \"g{random.Next(20)}\", \"notWith\": [\"o{random.Next(1, 200)}\"]",
        };
        return $$"""{"title": {"fa": "o{{number}}"}, "give": [{{give}}]{{place}}}""";
    }

    private static string Off(int percent, int group) =>
        $$$"""{"discountPercent": {"percent": {{{percent}}}, "on": "productGroup", "in": ["g{{{group}}}"]}}""";

    private static string Second(int percent, int group) =>
        $$$"""{"quantityStep": {"every": 2, "percent": {{{percent}}}, "on": "productGroup", "in": ["g{{{group}}}"]}}""";

    private static Basket Basket(Random random)
    {
        var lines = Enumerable
            .Range(0, 5)
            .Select(n =>
            {
                var price = new Money(random.Next(20, 400) * 10_000);
                var quantity = Quantity.Whole(random.Next(1, 4));
                return new BasketLine("s" + n, "g" + n, quantity, price, quantity.Times(price), LineKind.Goods);
            });
        return new Basket([.. lines], "main", Channel.Store, [], [], []);
    }

    private enum Tangle
    {
        OneGroup,
        Groups,
        Combined,
        Entangled,
    }
}
