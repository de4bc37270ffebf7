using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Web;

namespace Vafa.Features.Joining;

/// <summary>Whether people may join by themselves, and by what.</summary>
/// <param name="LinksSince">Links made before lead nowhere.</param>
/// <param name="Link">Path of a link for a poster or the club’s own site, good for a year; null while closed.</param>
public sealed record JoinView(bool Open, DateTimeOffset LinksSince, string? Link);

/// <summary>Opens or closes the way by which people join by themselves, or ends all links that are out.</summary>
internal sealed class ChangeJoinDoor(AppDb db, TimeProvider clock, JoinLinks links)
{
    public async Task<JoinView> Read(CancellationToken ct)
    {
        var door = await links.Door(ct);
        return new JoinView(door.Open, door.KeySince, (await links.Make(JoinPlace.Poster, null, ct))?.Path);
    }

    public Task<JoinView> Open(bool open, Actor by, CancellationToken ct) =>
        Change(door => door.Open = open, by, "join.put", ct);

    /// <summary>Receipts, screens and posters that are out lead nowhere from now on.</summary>
    public Task<JoinView> EndLinks(Actor by, CancellationToken ct) =>
        Change(door => (door.Key, door.KeySince) = (JoinLinks.NewKey(), clock.GetUtcNow()), by, "join.links-ended", ct);

    private async Task<JoinView> Change(Action<JoinDoor> change, Actor by, string action, CancellationToken ct)
    {
        await links.Door(ct);
        await db.Write(
            async inside =>
            {
                var door = await db.JoinDoors.SingleAsync(inside);
                var before = door.Open;
                change(door);
                AuditLog.Add(
                    db,
                    new Change(by.By, clock.GetUtcNow(), action, "join")
                    {
                        Before = new { Open = before },
                        After = new { door.Open },
                    }
                );
                return true;
            },
            ct
        );
        return await Read(ct);
    }
}
