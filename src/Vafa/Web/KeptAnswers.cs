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
    /// <summary>
    /// All of them are read: an answer to a correction says why and not of whom. What is kept are the answers of some
    /// days, without those to sales, which are made anew from the sale.
    /// </summary>
    public async Task<Wiping> Find(AppDb db, Leaver who, CancellationToken ct)
    {
        var found = new List<IdempotencyRow>();
        var kept = db.Idempotency.AsNoTracking().Where(i => i.Answer != null).AsAsyncEnumerable();
        await foreach (var row in kept.WithCancellation(ct))
        {
            if (IsOf(row.Answer!, who))
            {
                found.Add(row);
            }
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

    /// <summary>By his id; or he is named in what is no profile, so that a namesake's stays whole.</summary>
    private static bool IsOf(string answer, Leaver who) =>
        who.Ids.Any(id => answer.Contains(id.ToString(), StringComparison.Ordinal))
        || (!answer.Contains("\"mobile\":", StringComparison.Ordinal) && who.Marks.AreIn(answer));

    private static string Without(string answer, Leaver who, DateTimeOffset at) =>
        JsonNode.Parse(answer) is JsonObject document
        && document.ContainsKey("mobile")
        && document["id"] is JsonValue named
        && named.TryGetValue(out Guid id)
        && who.Ids.Contains(id)
            ? JsonSerializer.Serialize(new { Id = id, Gone = new { At = at } }, Answers.Json)
            : who.Marks.WithoutIn(answer);
}
