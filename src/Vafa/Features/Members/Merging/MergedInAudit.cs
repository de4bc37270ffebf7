using Vafa.Core.Ledger;
using Vafa.Features.Ledger.Lane;

namespace Vafa.Features.Members.Merging;

/// <summary>What a merge or its undoing changed of who stays, for the audit log; it names nobody but by ids.</summary>
internal sealed record MergedInAudit(long Visits, long Spent, IReadOnlyList<UnitAmount> Wallets)
{
    /// <summary>The merge.</summary>
    public Guid? Id { get; init; }

    public Guid? Other { get; init; }

    public static MergedInAudit Of(MemberState member, Core.Sales.Programme programme) =>
        new(
            member.Visits,
            member.Spent.Minor,
            [
                .. programme
                    .Units.Select(u => new UnitAmount(u.Code, member.Ledger.StoredBalance(u.Code)))
                    .Where(w => w.Amount != 0),
            ]
        );
}
