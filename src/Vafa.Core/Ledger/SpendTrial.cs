using Vafa.Core.Values;

namespace Vafa.Core.Ledger;

/// <summary>What a sale was paid with of one unit.</summary>
/// <param name="Bill">What there was to pay of what the unit may pay, after discounts.</param>
/// <param name="Day">Its business day.</param>
public readonly record struct SpentOnce(long Amount, Money Bill, string Branch, DateOnly Day)
{
    /// <summary>Whether a unit with these settings could have paid just so.</summary>
    public bool Passes(Unit unit)
    {
        var rules = unit.Spending;
        return unit.MaySpend
            && Amount >= rules.Least
            && Amount <= (rules.Most ?? long.MaxValue)
            && Amount % rules.Step == 0
            && unit.SpendValue.Of(Amount) <= rules.Share.Of(Bill)
            && (rules.Branches.IsEmpty || rules.Branches.Contains(Branch))
            && (rules.Weekdays.IsEmpty || rules.Weekdays.Contains(Day.DayOfWeek));
    }
}
