using System.Collections.Immutable;
using System.Numerics;
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
        conflicts = Conflicts(offers, groups);
        RuleUnits = [.. programme.Rules.Select(r => UnitIndex(programme.Units, r.Unit))];
        AnyHours = offers.Any(o => !o.Schedule.Hours.IsEmpty);
    }

    private readonly ulong[][] conflicts;

    /// <summary>By index of the offer in the programme.</summary>
    public OfferSketch[] Sketches { get; }

    /// <summary>Indices of the offers, higher priority first, of equal ones the older.</summary>
    public int[] TieOrder { get; }

    public int GroupCount { get; }

    /// <summary>Index of the unit of each earning rule, −1 for one that is gone.</summary>
    public int[] RuleUnits { get; }

    public bool AnyHours { get; }

    /// <summary>Whether two offers exclude each other: of one group, or by notWith of either.</summary>
    public bool Conflict(int a, int b) => (conflicts[a][b >> 6] >> (b & 63) & 1) != 0;

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

    private static ulong[][] Conflicts(ImmutableArray<Offer> offers, int[] groups)
    {
        var words = (offers.Length + 63) / 64;
        var rows = new ulong[offers.Length][];
        for (var a = 0; a < offers.Length; a++)
        {
            rows[a] = new ulong[words];
            for (var b = 0; b < offers.Length; b++)
            {
                if (
                    a != b
                    && (
                        groups[a] == groups[b]
                        || offers[a].NotWith.Contains(offers[b].Code)
                        || offers[b].NotWith.Contains(offers[a].Code)
                    )
                )
                {
                    rows[a][b >> 6] |= 1UL << (b & 63);
                }
            }
        }

        return rows;
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
                return new EffectSketch(e, unit, worth, unit >= 0 && programme.Units[unit].MaySpend, e as FreeItem);
            }),
        ];
        TakesOff = offer.Give.Any(e => e.TakesOff);
        Multiplies = offer.Give.Any(e => e is PointsMultiplier);
        OnlyForMembers = offer.Limits.PerMember is not null || offer.Give.All(e => e.Unit is not null);
        Counted = programme.Needs.Counted.IndexOf(offer.Code);
        lot = Hash(offer.Code);
    }

    private readonly ulong lot;

    public Offer Offer { get; }

    /// <summary>Index in the programme.</summary>
    public int Index { get; }

    public int Group { get; }

    public EffectSketch[] Effects { get; }

    public bool TakesOff { get; }

    /// <summary>Whether it needs what the earning rules bring.</summary>
    public bool Multiplies { get; }

    /// <summary>
    /// A guest has no wallet, so an offer of amounts only gives him nothing; and uses by member cannot be counted.
    /// </summary>
    public bool OnlyForMembers { get; }

    /// <summary>Its place in <see cref="FactNeeds.Counted"/>, or −1.</summary>
    public int Counted { get; }

    /// <summary>
    /// Whether a member belongs to the share that this offer is held back from. The same member and offer always fall
    /// the same way, and one offer's share says nothing of another's.
    /// </summary>
    public bool HoldsOut(MemberId member)
    {
        if (Offer.Holdout.BasisPoints == 0)
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[16];
        member.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        var high = System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes);
        var low = System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        var mixed = Mix(Mix(lot ^ high) ^ low);
        return mixed % 10_000 < (ulong)Offer.Holdout.BasisPoints;
    }

    /// <summary>
    /// FNV-1a over the letters, behind a salt of its own: stored decisions rely on it, it never changes.
    /// </summary>
    private static ulong Hash(string code)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in "vafa.holdout:" + code)
        {
            hash = (hash ^ (letter & 0xffU)) * 1099511628211UL;
            hash = (hash ^ (uint)(letter >> 8)) * 1099511628211UL;
        }

        return hash;
    }

    /// <summary>The finalizer of SplitMix64: spreads every bit over all.</summary>
    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9UL;
        x = (x ^ (x >> 27)) * 0x94d049bb133111ebUL;
        return BitOperations.RotateLeft(x ^ (x >> 31), 17);
    }
}

/// <summary>One effect with its unit looked up.</summary>
internal readonly record struct EffectSketch(Effect Effect, int Unit, Worth Worth, bool MaySpend, FreeItem? Free);
