using Vafa.Core.Ledger;

namespace Vafa.Core.Offers;

/// <summary>The first answer of the search: the better it is, the sooner the bounds close.</summary>
internal sealed partial class Workbench
{
    /// <summary>
    /// A good first answer: the most valuable first, each that still helps. What an offer helps is reckoned roughly, as
    /// if it were granted behind those taken before; only the whole is worked out.
    /// </summary>
    private void Greedy()
    {
        Span<int> byValue = openCount <= 256 ? stackalloc int[openCount] : new int[openCount];
        open.AsSpan(0, openCount).CopyTo(byValue);
        SortByValue(byValue);
        Span<int> chosen = openCount <= 256 ? stackalloc int[openCount] : new int[openCount];
        Caps.CopyTo(Left);
        var (count, off, shipping) = (0, 0L, 0L);
        Int128 slope = 0;
        for (var n = 0; n < alwaysCount; n++)
        {
            slope += reaches[always[n]].Slope;
        }

        foreach (var place in byValue)
        {
            if (AnyConflict(place, chosen[..count]))
            {
                continue;
            }

            ref readonly var candidate = ref Candidates[place];
            var before = off;
            if (candidate.Sketch.TakesOff && TakesTooMuch(place, slope, ref off, ref shipping))
            {
                continue;
            }

            slope += reaches[place].Slope;
            work += lineCount + (off - before > 0 ? 1 : 0);
            Insert(chosen, count++, place);
        }

        Keep(chosen[..count]);
    }

    /// <summary>
    /// Grants an offer's discount unless percentages of what is paid lose more by it than it brings.
    /// </summary>
    private bool TakesTooMuch(int place, Int128 slope, ref long off, ref long shipping)
    {
        var (goods, ship) = (off, shipping);
        Span<long> from = lineCount <= 64 ? stackalloc long[lineCount] : new long[lineCount];
        Left.CopyTo(from);
        var given = Take(place, from, ref goods, ref ship);
        var brings =
            (Worth.Scale * (Int128)given)
            + (Candidates[place].Alone.Value - Candidates[place].Alone.Discount * Worth.Scale);
        if (brings <= slope * (goods - off) / 10_000)
        {
            return true;
        }

        from.CopyTo(Left);
        (off, shipping) = (goods, ship);
        return false;
    }

    private void SortByValue(Span<int> places)
    {
        for (var i = 1; i < places.Length; i++)
        {
            var (place, at) = (places[i], i);
            for (; at > 0 && Candidates[places[at - 1]].Alone.Value < Candidates[place].Alone.Value; at--)
            {
                places[at] = places[at - 1];
            }

            places[at] = place;
        }
    }
}
