using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Purchases;
using Vafa.Features.Staff;
using Vafa.Web;

namespace Vafa.Features.Tills;

/// <summary>A sale at a till, under its key.</summary>
internal sealed record HandAsked(TillStand Stand, PurchaseRequest Sale, IdempotencyKey Key, Actor By);

/// <summary>
/// Whose word a discount by hand has at a till: that of whoever stands there, or a manager's who let just this sale
/// have it. Of a sale that is over the manager's word counts however long ago it was given.
/// </summary>
internal sealed class HandWords(AppDb db, UseApproval approvals, PeopleAtTill people)
{
    public async Task<HandWord> Run(HandAsked asked, CancellationToken ct)
    {
        var (stand, sale) = (asked.Stand, asked.Sale);
        var word = HandWord.Of(asked.By);
        if (sale.ByHand is not { } byHand)
        {
            return word;
        }

        if (sale.Taken is not null)
        {
            word = await OfSeller(asked, word, ct);
        }

        if (word.IsFree || byHand.Approval is not { } id || sale.Id is not { } subject)
        {
            return word;
        }

        var use = new ApprovalAsked(ApprovalKind.Discount, subject, id, asked.Key.Key);
        if (sale.Taken is null && await approvals.Run(stand, use, ct) is not null)
        {
            return word;
        }

        var found = await db
            .TillApprovals.AsNoTracking()
            .Where(a =>
                a.Id == id && a.DeviceId == stand.Device && a.Kind == ApprovalKind.Discount && a.Subject == subject
            )
            .Select(a => new { a.StaffId, a.Most })
            .SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return word;
        }

        var users = await people.Users([found.StaffId], ct);
        return word with { AllowedBy = users.GetValueOrDefault(found.StaffId), Most = new Money(found.Most ?? 0) };
    }

    /// <summary>Of a sale that was concluded before: whoever sold it, whom another may have relieved.</summary>
    private async Task<HandWord> OfSeller(HandAsked asked, HandWord word, CancellationToken ct)
    {
        if (asked.Sale.Cashier is not { } user)
        {
            return word with { IsFree = false };
        }

        var seller = (await people.Of(asked.Stand.Branch, ct)).Find(p => p.User == user);
        return new HandWord(user, seller is not null && TillRights.Approves(seller.Role), "staff:" + user);
    }
}
