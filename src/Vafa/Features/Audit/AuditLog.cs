using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Vafa.Data;

namespace Vafa.Features.Audit;

/// <summary>
/// One change for the record. <see cref="Before"/> and <see cref="After"/> are plain objects; a password, key, code or
/// link secret is never among them.
/// </summary>
/// <param name="By">"staff:user", "key:name" or "system".</param>
/// <param name="Action">Dotted: "offer.put", "member.patch", "staff.signed-in".</param>
/// <param name="Subject">What it was done to: "offer/birthday", "member/{id}".</param>
public sealed record Change(string By, DateTimeOffset At, string Action, string Subject)
{
    public object? Before { get; init; }

    public object? After { get; init; }
}

/// <summary>The one way into the audit log: the entry is saved with, and only with, the change it tells of.</summary>
public static class AuditLog
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // Persian stays readable for whoever looks into the table.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static void Add(AppDb db, Change change) =>
        db.Audit.Add(
            new AuditEntry
            {
                Id = Guid.CreateVersion7(change.At),
                At = change.At,
                By = change.By,
                Action = change.Action,
                Subject = change.Subject,
                Before = Text(change.Before),
                After = Text(change.After),
            }
        );

    private static string? Text(object? state) => state is null ? null : JsonSerializer.Serialize(state, Json);
}
