using Vafa.Core.Ledger;
using Vafa.Core.Sales;

namespace Vafa.Core.Offers;

/// <summary>What the earning rules bring, within the caps of their units.</summary>
internal sealed partial class Workbench
{
    private bool[] ruleHolds = new bool[8];
    private long[] rooms = new long[8];
    private long[] roomsLeft = [];

    /// <summary>What the earning rules bring of a unit when so much is paid for goods.</summary>
    /// <param name="only">Code of the only rule that counts; null: all of the unit.</param>
    public long EarnedByRules(int unit, string? only, long goods)
    {
        var rules = Programme.Rules;
        var (earned, room) = (0L, rooms[unit]);
        for (var i = 0; i < rules.Length; i++)
        {
            if (!ruleHolds[i] || Programme.Plan.RuleUnits[i] != unit)
            {
                continue;
            }

            var part = Math.Min(rules[i].EarnFrom(goods), room);
            room -= part;
            if (only is null || string.Equals(rules[i].Code, only, StringComparison.Ordinal))
            {
                earned = Math.Min(earned + part, EarningBase.Most);
            }
        }

        return earned;
    }

    public bool RuleHolds(int rule) => ruleHolds[rule];

    /// <summary>Writes what rules and tiers bring; caps cut in this order, and what they cut is written, too.</summary>
    private void GiveByRules(long goods)
    {
        var rules = Programme.Rules;
        roomsLeft = [.. rooms.AsSpan(0, Programme.Units.Length)];
        for (var r = 0; r < rules.Length; r++)
        {
            var unit = Programme.Plan.RuleUnits[r];
            if (ruleHolds[r] && unit >= 0)
            {
                Receipt.Earn(r, rules[r].Unit, Within(unit, rules[r].EarnFrom(goods)));
            }
        }

        foreach (var held in sale.Member?.Tiers ?? [])
        {
            if (Programme.TierOf(held) is { } tier)
            {
                Receipt.EarnMore(tier, (unit, more) => Within(OfferPlan.UnitIndex(Programme.Units, unit), more));
            }
        }
    }

    /// <summary>What of an amount the unit's caps leave.</summary>
    private long Within(int unit, long amount)
    {
        if (unit < 0)
        {
            return amount;
        }

        var part = Math.Min(amount, roomsLeft[unit]);
        roomsLeft[unit] -= part;
        Receipt.Cut(Programme.Units[unit].Code, amount - part);
        return part;
    }

    private void PrepareRules()
    {
        var rules = Programme.Rules;
        if (ruleHolds.Length < rules.Length)
        {
            ruleHolds = new bool[rules.Length];
        }

        for (var i = 0; i < rules.Length; i++)
        {
            ruleHolds[i] = HasGoods && sale.Member is not null && (rules[i].When?.Check(sale).Holds ?? true);
        }

        PrepareRooms();
    }

    private void PrepareRooms()
    {
        var units = Programme.Units;
        if (rooms.Length < units.Length)
        {
            rooms = new long[units.Length];
        }

        for (var i = 0; i < units.Length; i++)
        {
            // A sum that does not end must not overflow where two rooms are added.
            rooms[i] = Math.Min(units[i].Caps.Sale ?? EarningBase.Most, EarningBase.Most);
        }

        if (sale.Member is not { } member)
        {
            return;
        }

        foreach (var (unit, room) in member.Rooms)
        {
            var index = OfferPlan.UnitIndex(units, unit);
            rooms[index] = Math.Min(rooms[index], room);
        }
    }
}
