using Vafa.Core.Values;
using Vafa.Features.Members;

namespace Vafa.Features.Home;

/// <param name="Branch">Only this branch's sales; what is of the club as a whole stays so. Null: all.</param>
public sealed record HomeRequest(string? Branch);

/// <summary>The answers to the five questions of the home page, all of one moment.</summary>
/// <param name="Day">The business day that runs.</param>
/// <param name="Days">60 whole days, oldest first, and today, which is not over, as the last.</param>
public sealed record HomeFigures(
    DateTimeOffset At,
    DateOnly Day,
    string? Branch,
    TodayFigures Today,
    SpanFigures Week,
    SpanFigures Month,
    IReadOnlyList<DayFigures> Days,
    VisitorFigures Visitors,
    GivenFigures Given,
    IReadOnlyList<Notice> Notices,
    NextFigures Next
);

/// <summary>Sales added up. A sale counts when it was made, also when it was refunded later.</summary>
/// <param name="Money">What was to be paid, after discounts and wallets.</param>
public sealed record SalesSum(long Sales, long MemberSales, long Money)
{
    /// <summary>Money a sale, rounded down; null without sales.</summary>
    public long? AverageBasket => Sales == 0 ? null : Money / Sales;

    /// <summary>How many of a hundred sales were members', rounded half up; null without sales.</summary>
    public int? MemberPercent => Sales == 0 ? null : (int)(((MemberSales * 200) + Sales) / (Sales * 2));
}

/// <summary>Today up to now beside the same weekday a week ago up to the same minute.</summary>
/// <param name="Refunds">Refunds made today, whenever the sale was.</param>
public sealed record TodayFigures(SalesSum Now, SalesSum Before, DateOnly BeforeDay, long Refunds, long Refunded);

/// <summary>So many whole days until yesterday beside as many before them.</summary>
public sealed record SpanFigures(int Days, SalesSum Now, SalesSum Before);

public sealed record DayFigures(DateOnly Day, SalesSum Sum);

/// <summary>Who came: visits of today, of the seven days that end today, and of the seven before.</summary>
/// <param name="FellSilent">Members whose 60th day without a visit passed within the seven days.</param>
public sealed record VisitorFigures(VisitSum Today, VisitSum Week, VisitSum Before, int FellSilent);

/// <summary>Visits are sales: who comes twice counts twice.</summary>
/// <param name="First">Of members who had never bought before.</param>
/// <param name="Back">Of members who had not come for more than 60 days.</param>
public sealed record VisitSum(long First, long Returning, long Back, long Guests);

/// <summary>
/// What the club took and gave since the first of the month beside as many days of the month before (all of it,
/// where that is shorter).
/// </summary>
public sealed record GivenFigures(
    DateOnly From,
    DateOnly BeforeFrom,
    MoneyGiven Now,
    MoneyGiven Before,
    IReadOnlyList<UnitGiven> Units
);

/// <param name="Money">What was to be paid.</param>
/// <param name="Refunded">What was given back of it, and of older sales.</param>
public sealed record MoneyGiven(long Money, long Discount, long Refunded);

/// <summary>One unit's movements in all wallets; a refund's are apart.</summary>
public sealed record UnitGiven(string Unit, LocalText Title, UnitSum Now, UnitSum Before);

public sealed record UnitSum(long Earned, long Spent, long Expired, long Returned, long Reversed, long Adjusted);

/// <summary>What comes: birthdays of 7 days, offers that turn within 14, what expires within 7 and 30.</summary>
public sealed record NextFigures(
    ComingBirthdays Birthdays,
    IReadOnlyList<OfferTurn> Ending,
    IReadOnlyList<OfferTurn> Starting,
    IReadOnlyList<UnitExpiring> Expiring
);

public sealed record OfferTurn(string Offer, LocalText Title, DateTimeOffset At);

/// <summary>What wallets hold now and lose by then unless it is spent.</summary>
public sealed record UnitExpiring(string Unit, LocalText Title, long Within7, long Within30);
