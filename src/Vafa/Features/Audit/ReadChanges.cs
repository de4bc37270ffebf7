using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Audit;

/// <summary>Reads back who did what to one member.</summary>
public sealed class ReadChanges(AppDb db)
{
    private const string OfWallets = "wallet.";

    /// <summary>Of each change of a member's wallets between two moments, by its id, who made it.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> WhoAdjusted(
        Guid member,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken ct
    )
    {
        var subject = SubjectOf(member);
        var rows = await db
            .Audit.AsNoTracking()
            .Where(a => a.Subject == subject && a.Action.StartsWith(OfWallets) && a.At >= from && a.At <= to)
            .OrderBy(a => a.At)
            .Select(a => new { a.By, a.After })
            .ToListAsync(ct);
        var who = new Dictionary<Guid, string>();
        foreach (var row in rows.Where(r => r.After is not null))
        {
            using var after = JsonDocument.Parse(row.After!);
            if (after.RootElement.TryGetProperty("id", out var id) && id.TryGetGuid(out var adjustment))
            {
                who[adjustment] = row.By;
            }
        }

        return who;
    }

    internal static string SubjectOf(Guid member) => "member/" + member;
}
