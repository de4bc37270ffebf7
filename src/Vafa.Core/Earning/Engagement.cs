using System.Collections.Immutable;
using Vafa.Core.Ledger;
using Vafa.Core.Offers;
using Vafa.Core.Values;

namespace Vafa.Core.Earning;

/// <summary>
/// What a member earns for something that is no sale: a review, an event attended, a completed profile, anything that
/// another system tells of.
/// </summary>
/// <param name="Earn">What one time brings; nothing, where only lots wait for it.</param>
/// <param name="PerMember">How often it brings something in each period; null: every time.</param>
/// <param name="Profile">What of a profile must be filled for it to come by itself, once; empty: it never does.</param>
public sealed record Engagement(
    string Code,
    LocalText Title,
    ImmutableArray<UnitAmount> Earn,
    MemberLimit? PerMember,
    ImmutableArray<string> Profile
)
{
    public bool Equals(Engagement? other) =>
        other is not null
        && Code == other.Code
        && Title == other.Title
        && PerMember == other.PerMember
        && Earn.AsSpan().SequenceEqual(other.Earn.AsSpan())
        && Profile.AsSpan().SequenceEqual(other.Profile.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Code, Title, PerMember, Earn.Length, Profile.Length);
}

/// <summary>What a member earned of a unit before, in the periods of its caps; refunds are taken off.</summary>
public readonly record struct EarnedBefore(long Day, long Month, long Ever)
{
    /// <summary>How much more may be earned at once. Never below 0.</summary>
    public long Room(in EarningCaps caps)
    {
        var room = caps.Sale ?? long.MaxValue;
        room = Math.Min(room, Left(caps.Day, Day));
        room = Math.Min(room, Left(caps.Month, Month));
        return Math.Min(room, Left(caps.Ever, Ever));
    }

    private static long Left(long? most, long earned) =>
        most is { } end ? Math.Max(0, end - Math.Max(0, earned)) : long.MaxValue;
}
