using Vafa.Features.Ledger.Lane;

namespace Vafa.Features.Purchases.Holds;

/// <summary>One use that a hold keeps; the names as in <see cref="OfferUse"/>.</summary>
internal readonly record struct HeldUse(string Offer, string Period, long Given, bool Counted);

/// <summary>A hold as a batch has read it, with what it keeps of limited offers.</summary>
internal sealed class HeldUses(Guid id, Guid member, bool isGuest, DateTimeOffset expiresAt, HoldState state)
{
    private readonly List<HeldUse> uses = [];

    /// <summary>Under which id it was made; that may have been merged since.</summary>
    public Guid Member { get; } = member;

    /// <summary>Whose it is by now: the member that id became.</summary>
    public Guid Owner { get; init; } = member;

    public bool IsGuest => isGuest;

    public DateTimeOffset ExpiresAt => expiresAt;

    public HoldState State { get; private set; } = state;

    /// <summary>It keeps its uses until it is ended, expired or not: the sweep may be late.</summary>
    public bool IsOpen => State == HoldState.Open;

    public void Read(in HeldUse use) => uses.Add(use);

    /// <summary>What it keeps of a counter, which is as good as free for its own sale.</summary>
    public (long Uses, long Given) Of(string counter)
    {
        var (count, given) = (0L, 0L);
        foreach (var use in uses)
        {
            if (IsOpen && use.Counted && use.Offer == counter)
            {
                count++;
                given += use.Given;
            }
        }

        return (count, given);
    }

    public long Of(string offer, string period) =>
        IsOpen ? uses.Count(u => period.Length > 0 && u.Offer == offer && u.Period == period) : 0;

    /// <summary>Ends it and frees what it kept; the row must still be open when this is written.</summary>
    public void End(LaneScene scene, HoldState how)
    {
        State = how;
        scene.Rows.EndedHolds.Add(new EndedHold(id, (short)how));
        foreach (var use in uses)
        {
            if (use.Counted)
            {
                scene.State.CounterOf(use.Offer).Free(use.Given);
            }

            if (use.Period.Length > 0)
            {
                scene.State.Anybody(Owner)?.Use(use.Offer, use.Period, -1);
            }
        }

        if (uses.Count > 0)
        {
            scene.Rows.FreedUses.Add(new FreedUse(Member, id));
        }
    }
}
