using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Earning;
using Vafa.Data;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Members;
using Vafa.Features.Programme;
using Vafa.Web;

namespace Vafa.Features.Engagements;

/// <summary>
/// Looks after a profile has changed whether it is now complete as an engagement asks, and records that once. It comes
/// after the change has been committed: what it brings moves through the lane.
/// </summary>
internal sealed class CompleteProfile(AppDb db, ProgrammeStore programmes, SaleLane lane, ILogger<CompleteProfile> log)
{
    private const string Reference = "profile";

    public async Task Run(Guid member, CancellationToken ct)
    {
        var club = await programmes.Newest(ct);
        var wanted = club.Engagements.Where(e => !e.Profile.IsEmpty).ToList();
        if (wanted.Count == 0)
        {
            return;
        }

        var filled = await FilledProfile.Read(db, member, ct);
        foreach (var engagement in wanted.Where(e => e.Profile.All(filled.Contains)))
        {
            if (!await HadIt(member, engagement, ct))
            {
                await Record(member, engagement);
            }
        }
    }

    private async Task<bool> HadIt(Guid member, Engagement engagement, CancellationToken ct)
    {
        var ids = await MemberLookup.Under(db, member, ct);
        return await db.MemberEvents.AnyAsync(
            e => ids.Contains(e.MemberId) && e.Event == engagement.Code && e.Reference == Reference,
            ct
        );
    }

    /// <summary>Two at once meet at the key: the later one is answered with the first.</summary>
    private async Task Record(Guid member, Engagement engagement)
    {
        var name = $"{Reference}/{engagement.Code}/{member}";
        var key = new IdempotencyKey(Actor.System.Client, name, SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        var call = new EventCall(member, engagement.Code, Reference, null, null, null);
        var done = await lane.Run(new EventWork(call, key, Actor.System, programmes));
        if (done.IsRefused)
        {
            log.LogWarning("A completed profile was not recorded: {Code}", done.Refusals[0].Code);
        }
    }
}
