using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Features.Products;
using Vafa.Web;

namespace Vafa.Features.Programme.FirstRun;

/// <summary>What the first run left behind.</summary>
public sealed record FirstRunDone(long ProgrammeVersion);

/// <summary>
/// Gives an untouched club its settings and its trade's documents, all in one version of the programme, beside the
/// product groups and the audit of each. Refused: first-run.touched (409).
/// </summary>
/// <remarks>Runs inside the caller's transaction, and in the caller's turn to change the programme.</remarks>
internal sealed class BeginClub(AppDb db, IsUntouched isUntouched, PutProductGroup putGroup, TimeProvider clock)
{
    private static readonly Refusal Touched = Refusal.Conflict("first-run.touched");

    public async Task<Outcome<FirstRunDone>> Run(FirstRunRequest request, Actor actor, CancellationToken ct)
    {
        if (!await isUntouched.Run(ct))
        {
            return Touched;
        }

        var last = await db.ProgrammeVersions.AsNoTracking().OrderByDescending(v => v.Version).FirstAsync(ct);
        var now = clock.GetUtcNow();
        var version = new ProgrammeVersion
        {
            Version = last.Version + 1,
            At = now < last.At ? last.At : now,
            By = actor.By,
        };
        db.ProgrammeVersions.Add(version);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException failure) when (db.IsTaken(failure))
        {
            // Another node was first.
            db.ChangeTracker.Clear();
            return Touched;
        }

        await Put(FirstDocuments.Of(version.Version, request.Settings, request.Trade, request.Offers), version, ct);
        foreach (var (code, body) in request.Trade.ProductGroups)
        {
            _ = (await putGroup.Run(new PutProductGroupRequest(code, body, actor), ct)).Value;
        }

        AuditLog.Add(
            db,
            new Change(actor.By, version.At, "first-run.done", "club/club")
            {
                After = new { trade = request.Trade.Code, offers = request.Offers },
            }
        );
        return new FirstRunDone(version.Version);
    }

    private async Task Put(IReadOnlyList<ProgrammeDocument> documents, ProgrammeVersion version, CancellationToken ct)
    {
        var running = await db.ProgrammeDocuments.Where(d => d.UntilVersion == null).ToListAsync(ct);
        foreach (var document in documents)
        {
            var before = running.FirstOrDefault(d => d.Kind == document.Kind && d.Code == document.Code);
            if (before?.Body == document.Body)
            {
                continue;
            }

            before?.UntilVersion = version.Version;
            db.ProgrammeDocuments.Add(document);
            AuditLog.Add(
                db,
                new Change(version.By, version.At, document.Kind + ".put", $"{document.Kind}/{document.Code}")
                {
                    Before = before is null ? null : DocumentKind.Parse(before.Body),
                    After = DocumentKind.Parse(document.Body),
                }
            );
        }
    }
}
