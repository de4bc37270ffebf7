using System.Collections.Immutable;
using Vafa.Core.Ledger;
using Vafa.Core.Offers.Effects;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>
/// What can be worked out of a programme's live offers once, so that a sale need not: order, groups, conflicts.
/// </summary>
internal sealed class OfferPlan
{
    public OfferPlan(Programme programme)
    {
        var offers = programme.Offers;
        var order = Enumerable.Range(0, offers.Length).ToArray();
        Array.Sort(order, (a, b) => InTieOrder(offers[a], offers[b], a - b));
        var groups = GroupNumbers(offers, out var groupCount);
        GroupCount = groupCount;
        Sketches = new OfferSketch[offers.Length];
        for (var rank = 0; rank < order.Length; rank++)
        {
            var i = order[rank];
            Sketches[i] = new OfferSketch(programme, i, groups[i]);
        }

        TieOrder = order;
        Everything = [.. Enumerable.Range(0, offers.Length)];
        Times = new Timetable(Sketches, order);
        (this.groups, notWith) = (groups, Exclusions(offers));
        RuleUnits = [.. programme.Rules.Select(r => UnitIndex(programme.Units, r.Unit))];
    }

    private readonly int[] groups;
    private readonly ulong[]?[] notWith;

    /// <summary>By index of the offer in the programme.</summary>
    public OfferSketch[] Sketches { get; }

    /// <summary>Indices of the offers, higher priority first, of equal ones the older.</summary>
    public int[] TieOrder { get; }

    /// <summary>Every index.</summary>
    public int[] Everything { get; }

    /// <summary>Which offers lie between their start and their end.</summary>
    public Timetable Times { get; }

    public int GroupCount { get; }

    /// <summary>Index of the unit of each earning rule, −1 for one that is gone.</summary>
    public int[] RuleUnits { get; }

    /// <summary>Whether two offers exclude each other: of one group, or by notWith of either.</summary>
    public bool Conflict(int a, int b) =>
        a != b && (groups[a] == groups[b] || (notWith[a] is { } row && (row[b >> 6] >> (b & 63) & 1) != 0));

    public static int UnitIndex(ImmutableArray<Unit> units, string code)
    {
        for (var i = 0; i < units.Length; i++)
        {
            if (string.Equals(units[i].Code, code, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private static int InTieOrder(Offer a, Offer b, int otherwise) =>
        a.Priority != b.Priority ? b.Priority.CompareTo(a.Priority)
        : a.Age != b.Age ? a.Age.CompareTo(b.Age)
        : otherwise;

    /// <summary>An offer that combines is a group of its own; its group's name is ignored (semantics 1).</summary>
    private static int[] GroupNumbers(ImmutableArray<Offer> offers, out int count)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        var numbers = new int[offers.Length];
        count = 0;
        for (var i = 0; i < offers.Length; i++)
        {
            if (offers[i].Combine || !names.TryGetValue(offers[i].Group, out var number))
            {
                number = count++;
                if (!offers[i].Combine)
                {
                    names.Add(offers[i].Group, number);
                }
            }

            numbers[i] = number;
        }

        return numbers;
    }

    /// <summary>By offer, a bit for each that its notWith or theirs names; null where none does.</summary>
    private static ulong[]?[] Exclusions(ImmutableArray<Offer> offers)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < offers.Length; i++)
        {
            places[offers[i].Code] = i;
        }

        var rows = new ulong[]?[offers.Length];
        for (var a = 0; a < offers.Length; a++)
        {
            foreach (var code in offers[a].NotWith)
            {
                if (places.TryGetValue(code, out var b) && a != b)
                {
                    Mark(a, b);
                    Mark(b, a);
                }
            }
        }

        return rows;

        void Mark(int of, int other) =>
            (rows[of] ??= new ulong[(offers.Length + 63) / 64])[other >> 6] |= 1UL << (other & 63);
    }
}

/// <summary>One live offer, ready for use.</summary>
internal sealed class OfferSketch
{
    public OfferSketch(Programme programme, int index, int group)
    {
        var offer = programme.Offers[index];
        Offer = offer;
        Index = index;
        Group = group;
        Effects =
        [
            .. offer.Give.Select(e =>
            {
                var unit = e.Unit is { } code ? OfferPlan.UnitIndex(programme.Units, code) : -1;
                var worth = unit < 0 ? default : programme.Units[unit].Worth;
                var maySpend = unit >= 0 && programme.Units[unit].MaySpend;
                return new EffectSketch(e, unit, worth, maySpend, !e.FreeProducts.IsEmpty, e as PointsMultiplier);
            }),
        ];
        TakesOff = offer.Give.Any(e => e.TakesOff);
        IsFixed = offer.Limits.MaxValue is null && offer.Give.All(e => e is not (CreditPercent or PointsMultiplier));
        OnlyForMembers = offer.Limits.PerMember is not null || offer.Give.All(e => e.NeedsMember);
        Counters =
        [
            .. offer.Limits.Scopes.Select(scope => new CounterSketch(
                programme.Needs.Counted.IndexOf(new CountedOffer(offer.Code, scope)),
                scope,
                offer.Limits.Of(scope)
            )),
        ];
        lot = Hold.LotOf(offer.Code);
    }

    private readonly ulong lot;

    public Offer Offer { get; }

    /// <summary>Index in the programme.</summary>
    public int Index { get; }

    public int Group { get; }

    public EffectSketch[] Effects { get; }

    public bool TakesOff { get; }

    /// <summary>What it brings beside discounts hangs on no other offer.</summary>
    public bool IsFixed { get; }

    /// <summary>
    /// A guest has no wallet, so an offer of amounts only gives him nothing; and uses by member cannot be counted.
    /// </summary>
    public bool OnlyForMembers { get; }

    /// <summary>The counters its limits look at.</summary>
    public CounterSketch[] Counters { get; }

    /// <summary>Whether a member belongs to the share that this offer is held back from.</summary>
    public bool HoldsOut(MemberId member) => Hold.Holds(lot, member, Offer.Holdout);
}

/// <summary>One counter of an offer: its place in <see cref="FactNeeds.Counted"/> and what it allows.</summary>
internal readonly record struct CounterSketch(int Place, CountScope Scope, SpanLimit Limit);

/// <summary>One effect with its unit looked up.</summary>
/// <param name="HandsOver">It may hand goods over.</param>
/// <param name="Multiplier">It multiplies what the earning rules bring.</param>
internal readonly record struct EffectSketch(
    Effect Effect,
    int Unit,
    Worth Worth,
    bool MaySpend,
    bool HandsOver,
    PointsMultiplier? Multiplier
);
