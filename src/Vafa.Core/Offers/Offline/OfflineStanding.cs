using System.Collections.Immutable;

namespace Vafa.Core.Offers.Offline;

/// <summary>What a till must know of one member to preview his sales without network.</summary>
/// <param name="Answers">A 1 or 0 for each question of the plan.</param>
/// <param name="Bought">Thousandths of each goods of the plan that he bought before and kept.</param>
/// <param name="HeldOut">Places of offers that are held back from him; all of them where <paramref
/// name="IsHeldOut"/>.</param>
/// <param name="IsHeldOut">He gets no offer at all.</param>
/// <param name="Used">Of offers with a limit for each member: the place, and how often he had it in this
/// period.</param>
/// <param name="Rooms">What rules may still bring of units whose caps look back.</param>
/// <param name="Tiers">Tiers that count for him.</param>
public sealed record OfflineStanding(
    string Answers,
    ImmutableArray<long> Bought,
    ImmutableArray<int> HeldOut,
    bool IsHeldOut,
    ImmutableArray<OfflineUse> Used,
    ImmutableArray<OfflineRoom> Rooms,
    ImmutableArray<string> Tiers
);

/// <summary>How often a member had an offer in its running period.</summary>
/// <param name="Offer">Its place in the plan.</param>
public readonly record struct OfflineUse(int Offer, long Times);

/// <summary>How much of a unit rules may still bring a member.</summary>
/// <param name="Unit">Its number in the plan.</param>
public readonly record struct OfflineRoom(int Unit, long Room);
