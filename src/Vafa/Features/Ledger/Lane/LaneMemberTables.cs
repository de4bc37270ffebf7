using Vafa.Features.Members;
using Vafa.Features.Members.Groups;
using Vafa.Features.Purchases;

namespace Vafa.Features.Ledger.Lane;

/// <summary>
/// What members bought of each product; and members that come in by the thousand (an import), in the transaction of
/// what they bring.
/// </summary>
internal static class LaneMemberTables
{
    public static readonly LaneTable<MemberProduct> Bought = LaneTable<MemberProduct>.Insert(
        "member_product",
        "on conflict (member_id, sku, product_group) do update set "
            + "quantity = member_product.quantity + excluded.quantity, "
            + "last_day = case when excluded.last_day > member_product.last_day then excluded.last_day "
            + "else member_product.last_day end",
        Columns<MemberProduct>.Id("member_id", p => p.MemberId),
        Columns<MemberProduct>.Text("sku", p => p.Sku),
        Columns<MemberProduct>.Text("product_group", p => p.ProductGroup),
        Columns<MemberProduct>.Whole("quantity", p => p.Quantity),
        Columns<MemberProduct>.Day("last_day", p => p.LastDay)
    );

    public static readonly LaneTable<Member> NewMembers = LaneTable<Member>.Insert(
        "member",
        "",
        Columns<Member>.Id("id", m => m.Id),
        Columns<Member>.Text("card", m => m.Card),
        Columns<Member>.Text("mobile", m => m.Mobile),
        Columns<Member>.Text("first_name", m => m.FirstName),
        Columns<Member>.Text("last_name", m => m.LastName),
        Columns<Member>.DayOrNull("birth_date", m => m.BirthDate),
        Columns<Member>.Text("gender", m => m.Gender),
        Columns<Member>.Text("email", m => m.Email),
        Columns<Member>.At("since", m => m.Since),
        Columns<Member>.Day("since_day", m => m.SinceDay),
        Columns<Member>.Whole("visits", _ => 0),
        Columns<Member>.Whole("spent", _ => 0),
        Columns<Member>.Whole("last_no", _ => 0)
    );

    public static readonly LaneTable<MemberKey> NewMemberKeys = LaneTable<MemberKey>.Insert(
        "member_key",
        "",
        Columns<MemberKey>.Text("kind", k => k.Kind),
        Columns<MemberKey>.Text("value", k => k.Value),
        Columns<MemberKey>.Id("member_id", k => k.MemberId)
    );

    public static readonly LaneTable<MemberGroup> MemberGroups = LaneTable<MemberGroup>.Insert(
        "member_group",
        "on conflict do nothing",
        Columns<MemberGroup>.Id("member_id", g => g.MemberId),
        Columns<MemberGroup>.Text("code", g => g.Code)
    );

    public static readonly LaneTable<MemberGroup> LeftGroups = LaneTable<MemberGroup>.DeleteAny(
        "member_group",
        "t.member_id = {member_id} and t.code = {code}",
        MemberGroups.Columns
    );

    public static readonly LaneTable<MemberGroupMove> GroupMoves = LaneTable<MemberGroupMove>.Insert(
        "member_group_move",
        "",
        Columns<MemberGroupMove>.Id("member_id", m => m.MemberId),
        Columns<MemberGroupMove>.Id("id", m => m.Id),
        Columns<MemberGroupMove>.Text("code", m => m.Code),
        Columns<MemberGroupMove>.YesNo("joined", m => m.Joined),
        Columns<MemberGroupMove>.At("at", m => m.At),
        Columns<MemberGroupMove>.Whole("rule_version", m => m.RuleVersion)
    );
}
