using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Web;

namespace Vafa.Features.Members;

public sealed record ChangeMemberRequest(Guid Id, MemberChange Change, Actor Actor);

/// <summary>
/// Changes a member's profile. Two changes of one member happen one after the other, so neither is lost. Refused:
/// member.unknown, member.gone (409), member.mobile-needed, member.mobile-taken, member.email-taken,
/// member.referrer-unknown.
/// </summary>
public sealed class ChangeMember(AppDb db, TimeProvider clock, ChangeProfile changeProfile)
{
    private const int MostTries = 5;

    /// <returns>The member's id.</returns>
    public async Task<Outcome<Guid>> Run(ChangeMemberRequest request, CancellationToken ct)
    {
        if (request.Change.Mobile is { Is: true, Value: null })
        {
            return new Refusal("member.mobile-needed", "/mobile");
        }

        for (var tries = 1; ; tries++)
        {
            try
            {
                Outcome<Guid> outcome = default;
                await db.Write(
                    async inside =>
                    {
                        outcome = await Write(request, inside);
                        return !outcome.IsRefused;
                    },
                    ct
                );
                return outcome;
            }
            catch (Exception e) when (db.IsCollision(e) && tries < MostTries)
            {
                // Two members swapping their mobiles at once: one of the two is undone and asked again.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Outcome<Guid>> Write(ChangeMemberRequest request, CancellationToken ct)
    {
        // Writing the card as it is holds the row, so that what is read next stays until we are done.
        var held = await db
            .Members.Where(m => m.Id == request.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Card, m => m.Card), ct);
        if (held == 0)
        {
            return await MemberLookup.NotHere(db, request.Id, ct);
        }

        var member = await db.Members.SingleAsync(m => m.Id == request.Id, ct);
        var before = await Standing(member, ct);
        var after = await changeProfile.Apply(member, request.Change, ct);
        if (after.IsRefused)
        {
            return Outcome<Guid>.Refused(after.Refusals);
        }

        AuditLog.Add(
            db,
            new Change(request.Actor.By, clock.GetUtcNow(), "member.patch", "member/" + member.Id)
            {
                Before = before,
                After = after.Value,
            }
        );
        return member.Id;
    }

    private async Task<Profile> Standing(Member member, CancellationToken ct)
    {
        var groups = await db.MemberGroups.Where(g => g.MemberId == member.Id).Select(g => g.Code).ToListAsync(ct);
        var fields = await db
            .MemberFields.AsNoTracking()
            .Where(f => f.MemberId == member.Id)
            .ToDictionaryAsync(f => f.Code, f => f.Value, ct);
        return Profile.Of(member, groups, fields);
    }
}
