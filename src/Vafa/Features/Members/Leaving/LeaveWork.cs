using Vafa.Core.Ledger;
using Vafa.Core.Tiers;
using Vafa.Core.Values;
using Vafa.Data.Leaving;
using Vafa.Features.Ledger;
using Vafa.Features.Ledger.Allowances;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;

namespace Vafa.Features.Members.Leaving;

/// <summary>That somebody has left.</summary>
/// <param name="At">Since when the id is no member any more.</param>
/// <param name="Lost">What he still owned, pending included, less what he owed.</param>
internal sealed record LeaveAnswer(Guid Id, DateTimeOffset At, IReadOnlyList<UnitAmount> Lost);

/// <summary>A leaving on its way through the lane.</summary>
/// <param name="wipings">What takes his personal data out, each where it stands.</param>
internal sealed class LeaveWork(
    LeaveRequest request,
    Leaver who,
    IReadOnlyList<Wiping> wipings,
    ProgrammeStore programmes
) : WalletWork(request.Member, request.Key, request.By, programmes)
{
    public override bool IsAlone => true;

    /// <summary>He was changed, merged or parted after he had been looked at: nothing was done.</summary>
    public bool HasChanged { get; private set; }

    public override async ValueTask Ask(LaneReads reads, long newestVersion, CancellationToken ct)
    {
        await base.Ask(reads, newestVersion, ct);
        reads.Tiers = true;
        reads.Allowances = true;
    }

    protected override async ValueTask<Outcome<StoredAnswer>> Move(WalletScene at, CancellationToken ct)
    {
        if (at.Owner.Row.Id != request.Member)
        {
            // Merged in the same moment: what was looked up was of the old id alone.
            return MemberLookup.Gone();
        }

        await using var db = at.Scene.Transaction.Context();
        HasChanged = !who.IsSame(await WhoLeaves.Read(db, request.Member, By, ct));
        if (HasChanged)
        {
            return Refusal.Conflict("member.changing");
        }

        var (leaving, reason) = (Guid.CreateVersion7(at.Now), who.Marks.Without(request.Reason));
        await EndAllowances.Of(at, at.Owner, Club, ct);
        var lost = at.Owner.Ledger.Close();
        at.Owner.Collect(at.Scene.Rows, Cause(at, CauseKind.Leave, leaving, reason));
        var ended = new TierCause(Club.Time.DayOf(at.Now), at.Now, null) { By = By.By, Reason = reason };
        foreach (var (ladder, standing) in at.Owner.Tiers.Standings)
        {
            at.Owner.Tiers.Move(ladder, Climb.Leave(standing), ended);
        }

        foreach (var wiping in wipings)
        {
            await wiping(db, at.Now, ct);
        }

        var answer = new LeaveAnswer(request.Member, at.Now, lost);
        Audit(at, "member.left", new { answer.Lost, Reason = reason });
        return Keep(at, answer, StatusCodes.Status200OK);
    }
}
