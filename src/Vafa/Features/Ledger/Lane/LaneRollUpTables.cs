using Vafa.Features.Home;
using Vafa.Features.Purchases;

namespace Vafa.Features.Ledger.Lane;

/// <summary>The roll-ups behind the home page: rows of sums that are added to.</summary>
internal static class LaneRollUpTables
{
    public static readonly LaneTable<BranchHour> BranchHours = LaneTable<BranchHour>.Insert(
        "branch_hour",
        Adding(
            "branch_hour",
            "day, hour, branch, shard",
            "sales",
            "member_sales",
            "total",
            "discount",
            "spent",
            "payable",
            "first_visits",
            "back_visits",
            "apart",
            "refunds",
            "refunded"
        ),
        Columns<BranchHour>.Day("day", h => h.Day),
        Columns<BranchHour>.Small("hour", h => h.Hour),
        Columns<BranchHour>.Text("branch", h => h.Branch),
        Columns<BranchHour>.Small("shard", h => h.Shard),
        Columns<BranchHour>.Whole("sales", h => h.Sales),
        Columns<BranchHour>.Whole("member_sales", h => h.MemberSales),
        Columns<BranchHour>.Whole("total", h => h.Total),
        Columns<BranchHour>.Whole("discount", h => h.Discount),
        Columns<BranchHour>.Whole("spent", h => h.Spent),
        Columns<BranchHour>.Whole("payable", h => h.Payable),
        Columns<BranchHour>.Whole("first_visits", h => h.FirstVisits),
        Columns<BranchHour>.Whole("back_visits", h => h.BackVisits),
        Columns<BranchHour>.Whole("apart", h => h.Apart),
        Columns<BranchHour>.Whole("refunds", h => h.Refunds),
        Columns<BranchHour>.Whole("refunded", h => h.Refunded)
    );

    public static readonly LaneTable<UnitDay> UnitDays = LaneTable<UnitDay>.Insert(
        "unit_day",
        Adding(
            "unit_day",
            "day, unit, branch, shard",
            "earned",
            "spent",
            "returned",
            "reversed",
            "expired",
            "adjusted",
            "imported",
            "converted",
            "transferred",
            "merged",
            "reinstated",
            "set_apart"
        ),
        Columns<UnitDay>.Day("day", d => d.Day),
        Columns<UnitDay>.Text("unit", d => d.Unit),
        Columns<UnitDay>.Text("branch", d => d.Branch),
        Columns<UnitDay>.Small("shard", d => d.Shard),
        Columns<UnitDay>.Whole("earned", d => d.Earned),
        Columns<UnitDay>.Whole("spent", d => d.Spent),
        Columns<UnitDay>.Whole("returned", d => d.Returned),
        Columns<UnitDay>.Whole("reversed", d => d.Reversed),
        Columns<UnitDay>.Whole("expired", d => d.Expired),
        Columns<UnitDay>.Whole("adjusted", d => d.Adjusted),
        Columns<UnitDay>.Whole("imported", d => d.Imported),
        Columns<UnitDay>.Whole("converted", d => d.Converted),
        Columns<UnitDay>.Whole("transferred", d => d.Transferred),
        Columns<UnitDay>.Whole("merged", d => d.Merged),
        Columns<UnitDay>.Whole("reinstated", d => d.Reinstated),
        Columns<UnitDay>.Whole("set_apart", d => d.SetApart)
    );

    public static readonly LaneTable<UnitDue> UnitDues = LaneTable<UnitDue>.Insert(
        "unit_due",
        Adding("unit_due", "day, unit, shard", "remaining"),
        Columns<UnitDue>.Day("day", d => d.Day),
        Columns<UnitDue>.Text("unit", d => d.Unit),
        Columns<UnitDue>.Small("shard", d => d.Shard),
        Columns<UnitDue>.Whole("remaining", d => d.Remaining)
    );

    /// <summary>What the visits of an older club's sales were.</summary>
    public static readonly LaneTable<ToldVisit> Visits = LaneTable<ToldVisit>.Update(
        "purchase",
        "visit = {visit}",
        "t.member_id = {member_id} and t.id = {id}",
        Columns<ToldVisit>.Id("member_id", v => v.MemberId),
        Columns<ToldVisit>.Id("id", v => v.Id),
        Columns<ToldVisit>.Small("visit", v => (short)v.Visit)
    );

    private static string Adding(string table, string key, params string[] sums) =>
        $"on conflict ({key}) do update set "
        + string.Join(", ", sums.Select(sum => $"{sum} = {table}.{sum} + excluded.{sum}"));
}

/// <summary>What a recorded sale was to its member.</summary>
internal readonly record struct ToldVisit(Guid MemberId, Guid Id, VisitKind Visit);
