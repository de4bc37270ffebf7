using BenchmarkDotNet.Attributes;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Bench;

/// <summary>
/// One decision over 30 live offers and five lines: conditions, the exact choice, discounts over the lines, earning,
/// and the numbers of the explanation of every offer. Goal: under 10 µs at the median and under 2 kB allocated.
/// </summary>
[MemoryDiagnoser]
public class DecisionBench
{
    private const int Sales = 256;
    private readonly Programme programme = CornerShop.Programme();
    private readonly MemberFacts[] members = [.. Enumerable.Range(1, Sales).Select(CornerShop.Member)];
    private readonly Basket[] baskets = [.. Enumerable.Range(1, Sales).Select(CornerShop.Basket)];
    private readonly Wording persian = new(Persian: true, Toman: true);
    private int next;

    [GlobalSetup]
    public void SayWhatIsDecided()
    {
        var eligible = members
            .Select((m, i) => Decide.Sale(programme, baskets[i], m, [], CornerShop.Now).Value)
            .ToList();
        Console.WriteLine(
            $"{programme.Offers.Length} offers, {CornerShop.Conditions(programme)} conditions; a sale meets "
                + $"{eligible.Average(d => d.Offers.Count(o => o.Status < OfferStatus.NotEligible)):0.0} "
                + $"and gets {eligible.Average(d => d.Offers.Count(o => o.Status == OfferStatus.Applied)):0.0}"
        );
    }

    [Benchmark(Baseline = true)]
    public Decision Decision()
    {
        var i = next++ & (Sales - 1);
        return Decide.Sale(programme, baskets[i], members[i], [], CornerShop.Now).Value;
    }

    [Benchmark]
    public Decision OfAGuest()
    {
        var i = next++ & (Sales - 1);
        return Decide.Sale(programme, baskets[i], null, [], CornerShop.Now).Value;
    }

    [Benchmark]
    public string WithItsRecord()
    {
        var i = next++ & (Sales - 1);
        var decision = Decide.Sale(programme, baskets[i], members[i], [], CornerShop.Now).Value;
        return DecisionRecord.Write(decision, programme, baskets[i], members[i], [], CornerShop.Now);
    }

    [Benchmark]
    public Explained WithItsSentences()
    {
        var i = next++ & (Sales - 1);
        return Explain.Of(Decide.Sale(programme, baskets[i], members[i], [], CornerShop.Now).Value, programme, persian);
    }
}
