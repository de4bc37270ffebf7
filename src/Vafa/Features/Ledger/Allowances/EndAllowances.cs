using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;

namespace Vafa.Features.Ledger.Allowances;

/// <summary>What is left of an allowance goes back when its time is over; one that ended is left alone.</summary>
internal sealed class ExpireAllowanceWork(Guid member, Guid id, ProgrammeStore programmes) : LaneWork<bool>
{
    private ClubVersion club = null!;

    public override IEnumerable<string> Keys => [];

    public override int Place => member.GetHashCode();

    public override async ValueTask Ask(LaneReads reads, long newestVersion, CancellationToken ct)
    {
        club = await programmes.At(newestVersion, reads.Now, ct);
        reads.MemberIds.Add(member);
        reads.EachLot = true;
        reads.Allowances = true;
    }

    public override async ValueTask Decide(LaneScene scene, CancellationToken ct)
    {
        Result = false;
        var now = Stored.Cut(scene.Now);
        var owner = scene.State.Anybody(member);
        // A sweep that comes too early, by another node's clock, ends nothing.
        if (
            owner is null
            || scene.State.Allowances.GetValueOrDefault(id) is not { IsOpen: true } allowance
            || allowance.ExpiresAt > now
        )
        {
            return;
        }

        await allowance.LoadLots(scene, owner, ct);
        allowance.End(owner, scene.Rows, allowance.Cause(now, club.Time.DayOf(now)), scene.Now);
        Result = true;
    }
}

/// <summary>Ends all that is set apart of a member whose wallets move as a whole: he leaves, or is merged.</summary>
internal static class EndAllowances
{
    /// <summary>His work has asked for each lot and for allowances.</summary>
    public static async ValueTask Of(WalletScene at, MemberState owner, ClubVersion club, CancellationToken ct)
    {
        foreach (var allowance in at.Scene.State.AllowancesOf(owner.Row.Id).ToList())
        {
            await allowance.LoadLots(at.Scene, owner, ct);
            var cause = allowance.Cause(at.Now, club.Time.DayOf(at.Now));
            allowance.End(owner, at.Scene.Rows, cause, at.Scene.Now);
        }
    }
}
