using Vafa.Core.Values;
using Vafa.Features.Programme;
using Vafa.Web;

namespace Vafa.Features.Timeline;

/// <summary>One thing that happened to a member.</summary>
/// <param name="Kind">
/// joined, purchase, refund, adjustment, event, conversion, transfer, extended, reinstated, import, expiry, message,
/// profile, tierUp, tierDown, groupIn, groupOut, merged, parted or left.
/// </param>
/// <param name="Id">
/// Of the purchase, refund, adjustment, message, change, merge or move of a tier or group; with joined, of the member.
/// </param>
/// <param name="Sentence">The whole of it in the reader's language.</param>
public sealed record TimelineEvent(string Kind, Guid Id, DateTimeOffset At, string Sentence)
{
    /// <summary>Who did it: "staff:sara", "key:till" or "system"; null where nobody is named.</summary>
    public string? By { get; init; }

    /// <summary>Why, in the words of who did it.</summary>
    public string? Reason { get; init; }

    /// <summary>The sale it is, or that it belongs to.</summary>
    public SaleOnTimeline? Purchase { get; init; }

    /// <summary>What came into wallets (+) or went out of them (−).</summary>
    public IReadOnlyList<AmountOnTimeline>? Amounts { get; init; }

    /// <summary>waiting, of a message.</summary>
    public string? State { get; init; }

    /// <summary>What changed in the profile.</summary>
    public IReadOnlyList<ChangeOnTimeline>? Changes { get; init; }
}

/// <param name="IsVoid">Wholly refunded.</param>
public sealed record SaleOnTimeline(Guid Id, long Total, long Payable, long Refunded, bool IsVoid);

public sealed record AmountOnTimeline(string Unit, long Amount);

/// <summary>A field of the profile with what stood there and what stands there; null where nothing.</summary>
public sealed record ChangeOnTimeline(string Field, string? Before, string? After);

/// <summary>A place on a timeline: everything behind it happened earlier, or at once and has a smaller id.</summary>
public sealed record TimelinePlace(DateTimeOffset At, Guid Id)
{
    /// <summary>Before everything that can have happened.</summary>
    public static readonly TimelinePlace Newest = new(
        new DateTimeOffset(9000, 1, 1, 0, 0, 0, TimeSpan.Zero),
        Guid.AllBitsSet
    );
}

/// <summary>The parts in which a timeline may be read.</summary>
public enum TimelinePart
{
    /// <summary>Sales and what came back of them.</summary>
    Sales,

    /// <summary>Wallets outside of sales.</summary>
    Wallets,
    Messages,

    /// <summary>Joining and the profile.</summary>
    Profile,
}

/// <summary>What a source is asked for.</summary>
/// <param name="Take">The newest so many behind the place; a source need not know more.</param>
/// <param name="May">Whether the reader may read what a scope guards.</param>
public sealed record TimelineAsk(
    Guid Member,
    TimelinePlace Before,
    int Take,
    ClubVersion Club,
    Wording Words,
    Func<string, bool> May
);

/// <summary>
/// What one feature has to tell of a member. Each reads its own table by a keyset page; the timeline merges them.
/// </summary>
public interface ITimelineSource
{
    /// <summary>The scope that guards it; a reader without it is not told.</summary>
    string Scope => Scopes.Members;

    /// <summary>What a reader who wants only a part of the timeline asks for.</summary>
    TimelinePart Part { get; }

    /// <summary>The newest events behind the place, newest first, at most as many as asked.</summary>
    Task<IReadOnlyList<TimelineEvent>> Read(TimelineAsk ask, CancellationToken ct);
}
