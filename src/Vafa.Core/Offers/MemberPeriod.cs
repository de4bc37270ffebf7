using Vafa.Core.Offers.Conditions;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>In which of a member's periods a use of a limited offer counts.</summary>
public static class MemberPeriod
{
    /// <summary>
    /// A short stable key: the day, week, month or year of the club's calendar that the business day lies in. A yearly
    /// limit of an offer with `birthday` counts by anniversary (semantics 18), whose window may cross the new year.
    /// </summary>
    public static string KeyOf(Offer offer, ClubTime time, DateOnly day, DateOnly? birth)
    {
        var every = offer.Limits.PerMember?.Every ?? Period.Ever;
        return
            every == Period.Year
            && birth is { } born
            && BirthdayIn(offer.When) is { } window
            && time.AnniversaryKey(born, day, window.DaysBefore, window.DaysAfter) is { } key
            ? key
            : time.PeriodKey(day, every);
    }

    private static Birthday? BirthdayIn(Condition? condition)
    {
        if (condition is null or Birthday)
        {
            return condition as Birthday;
        }

        foreach (var part in condition.Parts)
        {
            if (BirthdayIn(part) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
