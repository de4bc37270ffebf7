using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Data.Leaving;

namespace Vafa.Web;

/// <summary>
/// The answers that are kept for callers who ask again. The row stays, or the same call would do its work anew and a
/// late repetition would enrol him once more; of the member it says no more than that he is gone.
/// </summary>
internal sealed class KeptAnswers : IPersonalData
{
    public async Task<Wiping> Find(AppDb db, Leaver who, CancellationToken ct)
    {
        var found = new List<IdempotencyRow>();
        foreach (var id in who.Ids.Select(id => id.ToString()))
        {
            found.AddRange(
                await db
                    .Idempotency.AsNoTracking()
                    .Where(i => i.Answer != null && i.Answer.Contains(id))
                    .ToListAsync(ct)
            );
        }

        return async (inside, at, token) =>
        {
            foreach (var row in found)
            {
                var text = Without(row.Answer!, who, at);
                await inside
                    .Idempotency.Where(i => i.Client == row.Client && i.Key == row.Key)
                    .ExecuteUpdateAsync(set => set.SetProperty(i => i.Answer, text), token);
            }
        };
    }

    private static string Without(string answer, Leaver who, DateTimeOffset at) =>
        JsonNode.Parse(answer) is JsonObject document
        && document.ContainsKey("mobile")
        && document["id"] is JsonValue named
        && named.TryGetValue(out Guid id)
        && who.Ids.Contains(id)
            ? JsonSerializer.Serialize(new { Id = id, Gone = new { At = at } }, Answers.Json)
            : who.Marks.WithoutIn(answer);
}
