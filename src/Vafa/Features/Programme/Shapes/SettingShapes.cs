using System.Text.Json.Serialization;
using Vafa.Core.Earning;
using Vafa.Core.Ledger;
using Vafa.Core.Values;

namespace Vafa.Features.Programme.Shapes;

/// <summary>What every sale earns when its condition holds.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal record EarningRuleShape
{
    public required LocalText Title { get; init; }

    public required string Unit { get; init; }

    public ConditionShape? When { get; init; }

    /// <summary>For each full (step) or any share (proportional) of this money, `earn`.</summary>
    public long? PerAmount { get; init; }

    public long? Earn { get; init; }

    public RuleRounding? Rounding { get; init; }

    public long? PerVisit { get; init; }

    public decimal? Percent { get; init; }
}

internal sealed record StoredEarningRuleShape : EarningRuleShape
{
    public required string Code { get; init; }

    public IReadOnlyList<WarningShape>? Warnings { get; init; }
}

/// <summary>A group of members.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal record GroupShape
{
    public required LocalText Title { get; init; }

    /// <summary>Who is in it; left out or null: whom people put there.</summary>
    public GroupRuleShape? Rule { get; init; }
}

/// <summary>
/// A filter that moves members into the group and out of it: when it is saved, and every night. Such a group is not
/// given or taken by hand.
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record GroupRuleShape
{
    /// <summary>As GET /members takes it behind "?", but for a search: lastVisit=before:60&amp;visits=2..5.</summary>
    public required string Filter { get; init; }
}

internal sealed record StoredGroupShape : GroupShape
{
    public required string Code { get; init; }

    public IReadOnlyList<WarningShape>? Warnings { get; init; }
}

/// <summary>A branch.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal record TitledShape
{
    public required LocalText Title { get; init; }
}

internal sealed record StoredTitledShape : TitledShape
{
    public required string Code { get; init; }

    public IReadOnlyList<WarningShape>? Warnings { get; init; }
}

/// <summary>A field that the owner adds to members.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal record FieldShape
{
    public required LocalText Title { get; init; }

    public required FieldType Type { get; init; }

    /// <summary>For the type choice, and only for it.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    public int? Order { get; init; }

    public bool? ShownAtTill { get; init; }
}

internal sealed record StoredFieldShape : FieldShape
{
    public required string Code { get; init; }

    public IReadOnlyList<WarningShape>? Warnings { get; init; }
}

/// <summary>Days that come back in the club's calendar.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal record FestivalShape
{
    public required LocalText Title { get; init; }

    /// <summary>2026-12-20, or 1405/09/29 in the Jalali calendar.</summary>
    public required string From { get; init; }

    /// <summary>Its last day; the same as `from` unless said.</summary>
    public string? To { get; init; }

    /// <summary>It comes back every year on the same days of the club's calendar.</summary>
    public bool? EveryYear { get; init; }
}

internal sealed record StoredFestivalShape : FestivalShape
{
    public required string Code { get; init; }
}

/// <summary>A saved filter of members that offers and earning rules may ask for.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal record SegmentShape
{
    public required LocalText Title { get; init; }

    /// <summary>As GET /members takes it behind "?": lastVisit=before:60&amp;group=silver.</summary>
    public required string Filter { get; init; }
}

internal sealed record StoredSegmentShape : SegmentShape
{
    public required string Code { get; init; }

    public IReadOnlyList<WarningShape>? Warnings { get; init; }
}

/// <summary>A till and the branch it stands in.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal record TillShape
{
    public required LocalText Title { get; init; }

    /// <summary>Code of a branch that was set up.</summary>
    public required string Branch { get; init; }

    /// <summary>Skus of goods that stand first at hand there; what the branch sells most follows by itself.</summary>
    public IReadOnlyList<string>? Favourites { get; init; }
}

internal sealed record StoredTillShape : TillShape
{
    public required string Code { get; init; }

    public IReadOnlyList<WarningShape>? Warnings { get; init; }
}

/// <summary>What an owner means to give of a unit, in money by its worth; null or left out: no bound.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal record PlanShape
{
    /// <summary>At most in one month of the club's calendar; what is given by hand counts too.</summary>
    public long? IssuePerMonth { get; init; }

    /// <summary>At most in all wallets together.</summary>
    public long? Outstanding { get; init; }
}

internal sealed record StoredPlanShape : PlanShape
{
    /// <summary>The code of its unit.</summary>
    public required string Code { get; init; }

    public IReadOnlyList<WarningShape>? Warnings { get; init; }
}

/// <summary>The club's settings; in a patch only what changes.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ClubShape
{
    public string? Name { get; init; }

    /// <summary>ISO 4217.</summary>
    public string? Currency { get; init; }

    public bool? ShowToman { get; init; }

    public ClubCalendar? Calendar { get; init; }

    /// <summary>IANA id.</summary>
    public string? TimeZone { get; init; }

    /// <summary>HH:mm.</summary>
    public string? DayStartsAt { get; init; }

    public DayOfWeek? WeekStartsOn { get; init; }

    public decimal? MaxDiscountPercent { get; init; }

    /// <summary>The most that offers may take off all goods of a sale, together.</summary>
    public decimal? MaxBasketDiscountPercent { get; init; }

    /// <summary>No goods are sold below cost and this share of it on top; left out: no guard.</summary>
    public decimal? MinMarginPercent { get; init; }

    /// <summary>What cashiers may take off a sale by hand; more needs a manager. Left out: 0.</summary>
    public decimal? CashierDiscountPercent { get; init; }

    /// <summary>
    /// The share of members who never get an offer, so that what the programme brings can be measured.
    /// </summary>
    public decimal? HoldoutPercent { get; init; }

    /// <summary>An offer that would be live waits until a second person approved it; only the owner lifts it.</summary>
    public bool? ApproveOffers { get; init; }

    /// <summary>A bonus, penalty or correction that is worth more waits for a second person; left out: none.</summary>
    public long? ApproveAdjustmentsOver { get; init; }

    /// <summary>How many members a till keeps, to know them without network: 0 to 5,000.</summary>
    public int? MembersOnTill { get; init; }

    /// <summary>Business days in which goods may be brought back.</summary>
    public int? ReturnDays { get; init; }

    /// <summary>
    /// The most set apart from a member's wallet for one till, to be spent there without network; left out: nothing is.
    /// </summary>
    public long? OfflineSpendMost { get; init; }

    /// <summary>So many hours it stays set apart, 1 to 168.</summary>
    public int? OfflineSpendHours { get; init; }

    /// <summary>
    /// So many days before it ends a member is told of what he will lose; up to three, empty for never.
    /// </summary>
    public IReadOnlyList<int>? WarnBeforeDays { get; init; }

    public DebtPolicy? DebtPolicy { get; init; }

    /// <summary>fa or en.</summary>
    public string? Language { get; init; }

    /// <summary>#rrggbb; pages darken it until text can be read.</summary>
    public string? Colour { get; init; }

    /// <summary>The mark of its logo, which PUT /club/logo sets; null takes the logo away.</summary>
    public string? Logo { get; init; }
}
