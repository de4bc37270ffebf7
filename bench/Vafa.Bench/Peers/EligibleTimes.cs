using System.Globalization;
using Vafa.Core.Offers;
using Vafa.Core.Sales;

namespace Vafa.Bench.Peers;

/// <summary>
/// Finding the eligible of 30 offers over baskets of five lines: ours beside hand-written ifs (the limit) and
/// json-rules-engine (the peer), on the same offers and sales, in one run. All must find the same. Goals: no slower
/// than the ifs, 1,000 times faster than json-rules-engine, nothing allocated, and 10,000 stored offers of which 30
/// run cost less than 1.5 times the 30 alone.
/// </summary>
internal static class EligibleTimes
{
    private const string Ours = "Vafa";
    private const string Ifs = "hand-written ifs";
    private const string SharedIfs = "ifs that share what they ask";
    private const string Peer = "json-rules-engine";
    private const string Stored = "Vafa, 10,000 stored";
    private const string Decided = "whole decision";
    private const string StoredDecided = "whole decision, 10,000 stored";

    public static void Run()
    {
        var programme = CornerShop.Programme();
        var sales = Sample.Of(programme);
        var keeping = CornerShop.Programme(stored: 10_000);
        var kept = Sample.Of(keeping);
        using var engine = JsonRules.Start();
        SeeThatAllFindTheSame(programme, sales, keeping, kept, engine);

        var into = new int[keeping.Offers.Length];
        var results = Contest.Run([
            new Contender(Ours, Over(sales, (in s) => Eligible.Of(programme, s, into))),
            new Contender(Ifs, Over(sales, (in s) => HandWritten.Eligible(s, into))),
            new Contender(SharedIfs, Over(sales, (in s) => HandWritten.EligibleShared(s, into))),
            new Contender(Peer, engine.Round, Itself: true),
            new Contender(Stored, Over(kept, (in s) => Eligible.Of(keeping, s, into))),
            new Contender(Decided, Over(sales, (in s) => Decide(programme, s))),
            new Contender(StoredDecided, Over(kept, (in s) => Decide(keeping, s))),
        ]);
        Tell(results);
    }

    private static Func<double> Over(SaleContext[] sales, Finder find) =>
        () =>
        {
            var found = 0;
            foreach (ref readonly var sale in sales.AsSpan())
            {
                found += find(sale);
            }

            return found;
        };

    private static int Decide(Programme programme, in SaleContext sale) =>
        Core.Sales.Decide.Sale(programme, sale.Basket, sale.Member, [], sale.At).Value.Offers.Length;

    private static void SeeThatAllFindTheSame(
        Programme programme,
        SaleContext[] sales,
        Programme keeping,
        SaleContext[] kept,
        JsonRules engine
    )
    {
        var theirs = engine.Ask(programme, sales);
        var times = new int[programme.Offers.Length];
        for (var i = 0; i < sales.Length; i++)
        {
            var ours = Found(programme, sales[i], (in s, into) => Eligible.Of(programme, s, into));
            Same(i, ours, Ifs, Found(programme, sales[i], HandWritten.Eligible));
            Same(i, ours, SharedIfs, Found(programme, sales[i], HandWritten.EligibleShared));
            Same(i, ours, Peer, theirs[i]);
            Same(i, ours, Stored, Found(keeping, kept[i], (in s, into) => Eligible.Of(keeping, s, into)));
            foreach (var offer in ours)
            {
                times[offer]++;
            }
        }

        if (times.Contains(0))
        {
            throw new InvalidOperationException($"Offer {Array.IndexOf(times, 0)} is met by no sale of the sample.");
        }

        Console.WriteLine(
            $"{programme.Offers.Length} offers, {CornerShop.Conditions(programme)} conditions, {sales.Length} sales; "
                + $"a sale meets {(double)times.Sum() / sales.Length:0.0}, an offer {times.Min()} sales or more. "
                + "All find the same."
        );
    }

    private static int[] Found(Programme programme, in SaleContext sale, Filler find)
    {
        var into = new int[programme.Offers.Length];
        return into[..find(sale, into)];
    }

    private static void Same(int sale, int[] ours, string name, int[] theirs)
    {
        if (!ours.Order().SequenceEqual(theirs.Order()))
        {
            throw new InvalidOperationException(
                $"Sale {sale}: Vafa finds {string.Join(' ', ours)}, {name} {string.Join(' ', theirs.Order())}."
            );
        }
    }

    private static void Tell(List<Result> results)
    {
        var (ours, ifs, peer) = (Of(results, Ours), Of(results, Ifs), Of(results, Peer));
        Console.WriteLine($"\n{"", -30} {"ns a sale", 12} {"of the ifs", 12} {"of Vafa", 12} {"bytes", 8}");
        foreach (var result in results)
        {
            var row = Number($"{result.Name, -30} {result.Nanoseconds, 12:#,0} {result.Of(ifs), 12:#,0.00}");
            var bytes = result.Bytes is { } b ? Number($"{b:0}") : "?";
            Console.WriteLine(row + Number($" {result.Of(ours), 12:#,0.00} {bytes, 8}"));
        }

        Console.WriteLine(
            Number($"\nof the ifs {ours.Of(ifs):0.00} (goal 1), {peer.Of(ours):#,0} times {Peer} (goal 1,000), ")
                + Number($"among 10,000 stored {Of(results, Stored).Of(ours):0.00} (goal 1.5), ")
                + Number($"whole decision {Of(results, StoredDecided).Of(Of(results, Decided)):0.00}")
        );
    }

    private static Result Of(List<Result> results, string name) => results.Single(r => r.Name == name);

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private delegate int Finder(in SaleContext sale);

    private delegate int Filler(in SaleContext sale, Span<int> offers);
}
