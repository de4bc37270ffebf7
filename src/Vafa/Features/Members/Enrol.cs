using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Features.Messages;
using Vafa.Features.Programme;
using Vafa.Web;

namespace Vafa.Features.Members;

/// <param name="Profile">What is known of him; at least the mobile.</param>
/// <param name="Club">The programme, read before: its fields and groups made the profile.</param>
public sealed record EnrolRequest(MemberChange Profile, ClubVersion Club, Actor Actor)
{
    /// <summary>
    /// Nobody has seen that the mobile is his, so nothing is sent to it: whoever knows a number could have it written
    /// to.
    /// </summary>
    public bool Unproven { get; init; }
}

/// <summary>
/// Somebody joins: his member, keys, groups, fields and welcome message are written in one transaction. Refused:
/// member.mobile-needed, member.mobile-taken, member.email-taken, member.referrer-unknown.
/// </summary>
public sealed class Enrol(AppDb db, TimeProvider clock, ChangeProfile changeProfile)
{
    /// <summary>
    /// Eight hundred million cards are free at first; so many draws in a row only fail in a broken world.
    /// </summary>
    private const int MostDraws = 10;

    /// <returns>The new member's id.</returns>
    public async Task<Outcome<Guid>> Run(EnrolRequest request, CancellationToken ct)
    {
        if (request.Profile.Mobile.Value is null)
        {
            return new Refusal("member.mobile-needed", "/mobile");
        }

        for (var draw = 1; ; draw++)
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
            if (!outcome.IsRefused || outcome.Refusals[0].Code != ChangeProfile.CardTaken || draw == MostDraws)
            {
                return outcome;
            }
        }
    }

    private async Task<Outcome<Guid>> Write(EnrolRequest request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var member = new Member
        {
            Id = Guid.CreateVersion7(now),
            Card = CardNumber.Draw(),
            Since = now,
            SinceDay = request.Club.Time.DayOf(now),
        };
        db.Members.Add(member);
        if (!request.Unproven)
        {
            Outbox.Add(
                db,
                member.Id,
                Outbox.Welcome,
                now,
                new { FirstName = request.Profile.FirstName.Value, member.Card }
            );
        }

        var saved = await changeProfile.Apply(member, request.Profile, ct);
        if (saved.IsRefused)
        {
            return Outcome<Guid>.Refused(saved.Refusals);
        }

        AuditLog.Add(
            db,
            new Change(request.Actor.By, now, "member.enrol", "member/" + member.Id) { After = saved.Value }
        );
        return member.Id;
    }
}
