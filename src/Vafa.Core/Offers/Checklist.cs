using System.Numerics;
using Vafa.Core.Sales;

namespace Vafa.Core.Offers;

/// <summary>
/// Up to 64 offers of one time. When enough sales have asked for them, their conditions become one method: a till asks
/// all day, the replay of an old programme a few times.
/// </summary>
internal sealed class Checklist
{
    /// <summary>An offer is a bit of a word.</summary>
    public const int Most = 64;

    /// <summary>
    /// Compiling takes as long as tens of thousands of sales save: a club that sells so often goes on.
    /// </summary>
    private const int WorthIt = 500;

    private readonly ulong always;
    private readonly ulong sometimes;
    private readonly bool withHours;
    private MetOffers? compiled;

    /// <summary>Threads may count past each other; at worst one more compiles the same.</summary>
    private int waiting;

    /// <param name="offers">In tie order, 64 at most.</param>
    /// <param name="number">Which list of its time it is: no sale waits for two to be compiled.</param>
    public Checklist(OfferSketch[] offers, int number)
    {
        (Offers, Indices) = (offers, [.. offers.Select(o => o.Index)]);
        waiting = WorthIt * (number + 1);
        for (var place = 0; place < offers.Length; place++)
        {
            var schedule = offers[place].Offer.Schedule;
            withHours |= !schedule.Hours.IsEmpty;
            always |= schedule.Weekdays.IsEmpty && schedule.Hours.IsEmpty ? 1UL << place : 0;
        }

        sometimes = (ulong.MaxValue >> (Most - offers.Length)) & ~always;
    }

    public OfferSketch[] Offers { get; }

    /// <summary>Their indices in the programme.</summary>
    public int[] Indices { get; }

    /// <summary>The offers that are on at the sale's moment of their time, a bit for each.</summary>
    public ulong On(in SaleContext sale) => sometimes == 0 ? always : always | OnByTheClock(sale);

    /// <summary>Those whose conditions hold, on or not. Allocates nothing but when it compiles them.</summary>
    public ulong Met(in SaleContext sale)
    {
        if (compiled is { } method)
        {
            return method(sale);
        }

        if (--waiting == 0)
        {
            compiled = SaleCode.Compile([.. Offers.Select(o => o.Offer.When)], sale.Needs);
        }

        return OneByOne(sale);
    }

    private ulong OnByTheClock(in SaleContext sale)
    {
        var now = Moment.Of(sale.At, sale.Day, sale.Time, withHours);
        var on = 0UL;
        for (var left = sometimes; left != 0; left &= left - 1)
        {
            var place = BitOperations.TrailingZeroCount(left);
            on |= Opening.IsOn(Offers[place].Offer.Schedule, now) ? 1UL << place : 0;
        }

        return on;
    }

    private ulong OneByOne(in SaleContext sale)
    {
        var met = 0UL;
        for (var place = 0; place < Offers.Length; place++)
        {
            met |= Offers[place].Offer.When?.Check(sale).Holds ?? true ? 1UL << place : 0;
        }

        return met;
    }
}
