using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Features.Staff;

namespace Vafa.Features.Tills;

/// <param name="Subject">The sale or the member it is about.</param>
internal sealed record ApproveRequest(TillStand Stand, ApprovalKind Kind, Guid Subject, string User, string Pin)
{
    /// <summary>Of a discount: the most that may be taken off.</summary>
    public Money? Most { get; init; }
}

/// <summary>What was let be done, and until when it may be.</summary>
public sealed record Approved(Guid Approval, string By, DateTimeOffset Until);

/// <summary>
/// A manager lets a cashier do one thing, by typing his own PIN at the till. It serves once, for this sale or member,
/// at this till, within ten minutes. Refused: what the PIN refuses, till.not-manager.
/// </summary>
internal sealed class Approve(AppDb db, TimeProvider clock, CheckPin checkPin)
{
    public static readonly TimeSpan Lives = TimeSpan.FromMinutes(10);

    public async Task<Outcome<Approved>> Run(ApproveRequest request, CancellationToken ct)
    {
        var stand = request.Stand;
        var asked = new CheckPinRequest(request.User, request.Pin, stand.Device, stand.By);
        var owner = await checkPin.Run(asked, ct);
        if (owner.IsRefused)
        {
            return Outcome<Approved>.Refused(owner.Refusals);
        }

        var who = owner.Value;
        if (!TillRights.Approves(who.Role) || !TillRights.MaySell(who.Role, who.Branch, stand.Branch))
        {
            return new Refusal("till.not-manager", "/user") { Kind = RefusalKind.Forbidden };
        }

        var now = clock.GetUtcNow();
        var approval = new TillApproval
        {
            Id = Guid.CreateVersion7(now),
            DeviceId = stand.Device,
            StaffId = who.StaffId,
            Kind = request.Kind,
            Subject = request.Subject,
            Most = request.Most?.Minor,
            At = now,
        };
        await db.Write(
            _ =>
            {
                db.TillApprovals.Add(approval);
                AuditLog.Add(
                    db,
                    new Change("staff:" + who.User, now, "till.approved", "till/" + stand.Till)
                    {
                        After = new
                        {
                            Kind = request.Kind.ToString(),
                            request.Subject,
                            TakenOff = request.Most?.Minor,
                            For = stand.Cashier?.User,
                        },
                    }
                );
                return Task.FromResult(true);
            },
            ct
        );
        return new Approved(approval.Id, who.User, now + Lives);
    }
}

/// <summary>
/// Whether a cashier may do what needs a manager: he is one, or one has let him do just this.
/// </summary>
internal sealed class UseApproval(AppDb db, TimeProvider clock)
{
    /// <summary>
    /// Uses it up for the call of this key; sent again, that call finds it used by itself. Null, or
    /// till.approval-needed.
    /// </summary>
    public async Task<Refusal?> Run(TillStand stand, ApprovalAsked asked, CancellationToken ct)
    {
        if (stand.Cashier?.Approves == true)
        {
            return null;
        }

        var since = clock.GetUtcNow() - Approve.Lives;
        var used =
            asked.Approval is { } id
            && await db.Write(
                async inside =>
                    await db
                        .TillApprovals.Where(a =>
                            a.Id == id
                            && a.DeviceId == stand.Device
                            && a.Kind == asked.Kind
                            && a.Subject == asked.Subject
                            && (a.UsedBy == asked.Key || (a.UsedBy == null && a.At > since))
                        )
                        .ExecuteUpdateAsync(set => set.SetProperty(a => a.UsedBy, asked.Key), inside) == 1,
                ct
            );
        return used ? null : new Refusal("till.approval-needed", "/approval") { Kind = RefusalKind.Forbidden };
    }
}

/// <summary>What a call wants an approval for.</summary>
/// <param name="Key">The key of the call.</param>
internal sealed record ApprovalAsked(ApprovalKind Kind, Guid Subject, Guid? Approval, string Key);
