using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Data.Leaving;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;
using Vafa.Web;

namespace Vafa.Features.Members.Leaving;

/// <param name="Reason">In the words of who does it; kept only where it does not name the member.</param>
internal sealed record LeaveRequest(Guid Member, string? Reason, IdempotencyKey Key, Actor By);

/// <summary>
/// A member leaves the club: what he still owns expires, his tiers end and everything personal goes, in one
/// transaction of the lane; what he bought stays under an id that says nothing of him. Refused: member.unknown,
/// member.gone (409) for who left before or was merged; member.changing (409) for whom others change so often that no
/// look at what is known of him holds until its transaction.
/// </summary>
internal sealed class Leave(AppDb db, IEnumerable<IPersonalData> places, SaleLane lane, ProgrammeStore programmes)
{
    private const int MostLooks = 8;

    public async Task<Outcome<StoredAnswer>> Run(LeaveRequest request, CancellationToken ct)
    {
        for (var look = 1; ; look++)
        {
            var work = await Look(request, ct);
            var done = await lane.Run(work);
            if (!work.HasChanged || look == MostLooks)
            {
                return done;
            }
        }
    }

    private async Task<LeaveWork> Look(LeaveRequest request, CancellationToken ct)
    {
        var who = await WhoLeaves.Read(db, request.Member, request.By, ct);
        var wipings = new List<Wiping>();
        foreach (var place in places)
        {
            wipings.Add(await place.Find(db, who, ct));
        }

        return new LeaveWork(request, who, wipings, programmes);
    }
}
