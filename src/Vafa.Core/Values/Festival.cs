namespace Vafa.Core.Values;

/// <summary>Days that a club celebrates: from one business day to another, both included, once or every year.</summary>
/// <param name="EveryYear">They come back each year on the same days of the club's calendar.</param>
public sealed record Festival(string Code, LocalText Title, DateOnly From, DateOnly To, bool EveryYear)
{
    /// <summary>Whether a day lies from so many days before it to so many after it.</summary>
    public bool IsNear(DateOnly day, int daysBefore, int daysAfter, ClubTime time)
    {
        if (!EveryYear)
        {
            return Holds(From, To, day, daysBefore, daysAfter);
        }

        var length = To.DayNumber - From.DayNumber;
        var year = time.YearOf(day);
        for (var of = year - 1; of <= year + 1; of++)
        {
            var from = time.AnniversaryIn(From, of);
            if (of >= time.YearOf(From) && Holds(from, from.AddDays(length), day, daysBefore, daysAfter))
            {
                return true;
            }
        }

        return false;
    }

    internal static bool Holds(DateOnly from, DateOnly to, DateOnly day, int daysBefore, int daysAfter) =>
        day.DayNumber >= from.DayNumber - daysBefore && day.DayNumber <= to.DayNumber + daysAfter;
}
