using System.Text.Json;
using Vafa.Data;
using Vafa.Web;

namespace Vafa.Features.Messages;

/// <summary>Messages of the back office; those of a sale are written by the sale lane.</summary>
public static class Outbox
{
    public const string Welcome = "welcome";

    /// <summary>
    /// Puts a message beside the change it tells of. It leaves later; whether and how, consents decide then.
    /// </summary>
    /// <param name="body">What its sentence needs, as a plain object.</param>
    public static void Add(AppDb db, Guid memberId, string kind, DateTimeOffset at, object body) =>
        db.Messages.Add(
            new Message
            {
                MemberId = memberId,
                Id = Guid.CreateVersion7(at),
                Kind = kind,
                Body = JsonSerializer.Serialize(body, Answers.Json),
                CreatedAt = at,
            }
        );
}
