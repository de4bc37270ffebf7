using Vafa.Features.Tiers;

namespace Vafa.Features.Ledger.Lane;

/// <summary>The lane's statements about members' tiers.</summary>
internal static class LaneTierTables
{
    public static readonly LaneTable<MemberTier> Tiers = LaneTable<MemberTier>.Insert(
        "member_tier",
        "on conflict (member_id, ladder) do update set tier = excluded.tier, since = excluded.since, "
            + "grace_until = excluded.grace_until, placed_tier = excluded.placed_tier, "
            + "placed_until = excluded.placed_until, placed_by = excluded.placed_by, "
            + "warned_of = excluded.warned_of, review_on = excluded.review_on, "
            + "ladder_version = excluded.ladder_version, moves = excluded.moves",
        Columns<MemberTier>.Id("member_id", t => t.MemberId),
        Columns<MemberTier>.Text("ladder", t => t.Ladder),
        Columns<MemberTier>.Text("tier", t => t.Tier),
        Columns<MemberTier>.DayOrNull("since", t => t.Since),
        Columns<MemberTier>.DayOrNull("grace_until", t => t.GraceUntil),
        Columns<MemberTier>.Text("placed_tier", t => t.PlacedTier),
        Columns<MemberTier>.DayOrNull("placed_until", t => t.PlacedUntil),
        Columns<MemberTier>.Text("placed_by", t => t.PlacedBy),
        Columns<MemberTier>.DayOrNull("warned_of", t => t.WarnedOf),
        Columns<MemberTier>.DayOrNull("review_on", t => t.ReviewOn),
        Columns<MemberTier>.Whole("ladder_version", t => t.LadderVersion),
        Columns<MemberTier>.Whole("moves", t => t.Moves)
    );

    public static readonly LaneTable<MemberTierMove> Moves = LaneTable<MemberTierMove>.Insert(
        "member_tier_move",
        "",
        Columns<MemberTierMove>.Id("member_id", m => m.MemberId),
        Columns<MemberTierMove>.Id("id", m => m.Id),
        Columns<MemberTierMove>.Text("ladder", m => m.Ladder),
        Columns<MemberTierMove>.Whole("no", m => m.No),
        Columns<MemberTierMove>.Text("from_tier", m => m.FromTier),
        Columns<MemberTierMove>.Text("to_tier", m => m.ToTier),
        Columns<MemberTierMove>.Day("day", m => m.Day),
        Columns<MemberTierMove>.At("at", m => m.At),
        Columns<MemberTierMove>.Small("why", m => (short)m.Why),
        Columns<MemberTierMove>.IdOrNull("cause_id", m => m.CauseId),
        Columns<MemberTierMove>.Text("by", m => m.By),
        Columns<MemberTierMove>.Text("reason", m => m.Reason)
    );

    /// <summary>
    /// A refund may bring a fall, imported history a rise: the member is looked at no later than on that day.
    /// </summary>
    public static readonly LaneTable<TierDue> Due = LaneTable<TierDue>.UpdateAny(
        "member_tier",
        "review_on = case when t.review_on < {day} then t.review_on else {day} end",
        "t.member_id = {member_id}",
        Columns<TierDue>.Id("member_id", d => d.MemberId),
        Columns<TierDue>.Day("day", d => d.Day)
    );
}

/// <summary>A member whose tiers are to be looked at on a day.</summary>
internal readonly record struct TierDue(Guid MemberId, DateOnly Day);
