using System.Text.Json;
using Vafa.Features.Audit;
using Vafa.Web;

namespace Vafa.Features.Purchases;

/// <summary>What the audit log tells of a discount by hand.</summary>
internal static class HandAudit
{
    public const string Action = "sale.by-hand";

    public static AuditEntry? Of(PricedSale sale, Guid id, DateTimeOffset now) =>
        sale is { ByHand: { } note, Decision.ByHand: { } given, Word: { } word }
            ? new AuditEntry
            {
                Id = Guid.CreateVersion7(now),
                At = now,
                By = word.Audited,
                Action = Action,
                Subject = "sale/" + id,
                After = JsonSerializer.Serialize(
                    new
                    {
                        TakenOff = given.Amount.Minor,
                        note.Reason,
                        note.AllowedBy,
                        OverLimit = note.IsBeyond,
                    },
                    Answers.Json
                ),
            }
            : null;
}
