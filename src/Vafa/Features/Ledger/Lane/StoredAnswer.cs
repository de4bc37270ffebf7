using System.Text.Json;
using Vafa.Core.Values;
using Vafa.Web;

namespace Vafa.Features.Ledger.Lane;

/// <summary>An answer that is kept as text under its key, in the transaction of what it answers.</summary>
internal sealed record StoredAnswer(short Status, string Text, bool IsReplay)
{
    public static StoredAnswer Keep<T>(LaneScene scene, IdempotencyKey key, int status, T answer)
    {
        var text = JsonSerializer.Serialize(answer, Answers.Json);
        scene.Rows.Idempotency.Add(
            new IdempotencyRow
            {
                Client = key.Client,
                Key = key.Key,
                Request = key.Request,
                Status = (short)status,
                Answer = text,
                At = Stored.Cut(scene.Now),
            }
        );
        return new StoredAnswer((short)status, text, IsReplay: false);
    }

    public static Outcome<StoredAnswer> Replay(IdempotencyRow row, IdempotencyKey key) =>
        key.IsFor(row.Request) && row.Answer is { } text
            ? new StoredAnswer(row.Status, text, IsReplay: true)
            : new Refusal("idempotency.other-body");

    public IResult ToResult(HttpContext context)
    {
        if (IsReplay)
        {
            context.Response.Headers[Idempotency.ReplayedHeader] = "true";
        }

        return TypedResults.Text(Text, "application/json", System.Text.Encoding.UTF8, Status);
    }
}
