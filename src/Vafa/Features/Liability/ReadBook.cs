using System.Runtime.CompilerServices;
using Vafa.Core.Ledger;
using Vafa.Core.Values;
using Vafa.Features.Home;
using Vafa.Features.Programme;

namespace Vafa.Features.Liability;

/// <summary>
/// Tells the ledger as double entries of periods, in money at the worths that held then. What stands at the end of one
/// period opens the next, in money too, so the lines of all periods together are the ledger.
/// </summary>
internal sealed class ReadBook(ReadMovements movements, ReadUnitPast readPast, TimeProvider clock)
{
    public async IAsyncEnumerable<BookLine> Run(
        BookRequest request,
        ClubTime time,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var past = await readPast.Run(ct);
        var held = new SortedDictionary<string, long>(
            await movements.HeldBefore(request.From, ct),
            StringComparer.Ordinal
        );
        await using var days = movements.Days(request.From, request.To, null, ct).GetAsyncEnumerator(ct);
        var more = await days.MoveNextAsync();
        foreach (var (first, last) in request.Periods(time))
        {
            var moved = new SortedDictionary<(string Unit, string Branch), UnitMovement>();
            for (; more && days.Current.Day <= last; more = await days.MoveNextAsync())
            {
                var key = (days.Current.Unit, days.Current.Branch);
                moved[key] = moved.GetValueOrDefault(key) + days.Current.Movement;
                held.TryAdd(days.Current.Unit, 0);
            }

            foreach (var (unit, opening) in held.ToList())
            {
                var moves = moved.Where(m => m.Key.Unit == unit).SelectMany(m => m.Value.Moves(m.Key.Branch));
                var period = UnitPeriod.Of(
                    unit,
                    opening,
                    moves,
                    past.WorthOf(unit, time.StartOf(first)),
                    past.WorthOf(unit, EndOf(time, last))
                );
                held[unit] = period.Closing;
                foreach (var line in BookLine.Of(period, first, last))
                {
                    yield return line;
                }
            }
        }
    }

    /// <summary>A period that is not over ends now.</summary>
    private DateTimeOffset EndOf(ClubTime time, DateOnly last)
    {
        var (end, now) = (time.StartOf(last.AddDays(1)), clock.GetUtcNow());
        return end < now ? end : now;
    }
}
