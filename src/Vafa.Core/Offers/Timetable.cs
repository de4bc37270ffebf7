namespace Vafa.Core.Offers;

/// <summary>
/// Which offers' schedules hold a moment between their start and their end. A club keeps years of offers, and a sale
/// looks only at those of its time: the stretch between two starts or ends is worked out once and kept until a sale of
/// another time comes. Weekdays and hours are left to <see cref="Opening"/>.
/// </summary>
internal sealed class Timetable
{
    private readonly OfferSketch[] offers;
    private readonly int[] tieOrder;
    private volatile Stretch? last;

    public Timetable(OfferSketch[] offers, int[] tieOrder) => (this.offers, this.tieOrder) = (offers, tieOrder);

    /// <summary>The offers that are not before their start nor at or after their end.</summary>
    public Stretch At(DateTimeOffset at)
    {
        var known = last;
        return known is not null && known.Holds(at) ? known : last = Cut(at);
    }

    private Stretch Cut(DateTimeOffset at)
    {
        var (from, to) = (DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
        var open = new List<int>();
        foreach (var i in tieOrder)
        {
            var (start, end) = (offers[i].Offer.Schedule.From, offers[i].Offer.Schedule.To);
            Narrow(start, at, ref from, ref to);
            Narrow(end, at, ref from, ref to);
            if (!(start > at) && !(end <= at))
            {
                open.Add(i);
            }
        }

        var lists = open.Chunk(Checklist.Most).Select((few, n) => new Checklist([.. few.Select(i => offers[i])], n));
        return new Stretch(from, to, [.. lists], [.. open.Order()]);
    }

    /// <summary>No start and no end lies within the stretch, but for its own first moment.</summary>
    private static void Narrow(DateTimeOffset? bound, DateTimeOffset at, ref DateTimeOffset from, ref DateTimeOffset to)
    {
        if (bound <= at && bound > from)
        {
            from = bound.Value;
        }
        else if (bound > at && bound < to)
        {
            to = bound.Value;
        }
    }
}

/// <summary>A stretch of time in which no offer starts or ends.</summary>
/// <param name="From">Its first moment.</param>
/// <param name="To">The moment it ends before.</param>
/// <param name="Lists">The offers open in it, in tie order.</param>
/// <param name="ByIndex">Their indices, ascending.</param>
internal sealed record Stretch(DateTimeOffset From, DateTimeOffset To, Checklist[] Lists, int[] ByIndex)
{
    public bool Holds(DateTimeOffset at) => From <= at && at < To;
}
