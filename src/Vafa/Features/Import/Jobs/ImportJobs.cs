using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Web;

namespace Vafa.Features.Import.Jobs;

/// <summary>Finds jobs and says whether this caller may go on with them.</summary>
internal sealed class ImportJobs(AppDb db, Database database, ImportTurn turn, TimeProvider clock)
{
    private const int MostRecent = 5;

    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    /// <summary>Refused: import.unknown (404), key.scope (403) where the caller lacks the right for its kind.</summary>
    public async Task<Outcome<ImportJob>> Find(Guid id, Actor actor, CancellationToken ct)
    {
        if (await db.ImportJobs.FirstOrDefaultAsync(j => j.Id == id, ct) is not { } job)
        {
            return new Refusal("import.unknown") { Kind = RefusalKind.NotFound };
        }

        if (IsDead(job))
        {
            job.State = ImportState.Interrupted;
        }

        return MayBring(job.Kind, actor) is { } no ? no : job;
    }

    /// <summary>The newest of a kind, for whoever comes back to one.</summary>
    public async Task<IReadOnlyList<ImportJob>> Recent(string kind, CancellationToken ct)
    {
        var since = clock.GetUtcNow() - ImportFiles.Kept;
        var jobs = await db
            .ImportJobs.AsNoTracking()
            .Where(j => j.Kind == kind && j.At > since)
            .OrderByDescending(j => j.Id)
            .Take(MostRecent)
            .ToListAsync(ct);
        foreach (var job in jobs.Where(IsDead))
        {
            job.State = ImportState.Interrupted;
        }

        return jobs;
    }

    /// <summary>Products belong to the programme; members to those who enrol members.</summary>
    public static Refusal? MayBring(string kind, Actor actor) =>
        kind == ImportFields.Products && !actor.MayRead(Scopes.Offers) ? Lacks(Scopes.Offers) : null;

    /// <summary>Opening balances move wallets; products are the programme's.</summary>
    public static Refusal? MayRun(ImportJob job, Actor actor) =>
        job.Kind == ImportFields.Products && !actor.May(Scopes.Offers) ? Lacks(Scopes.Offers)
        : ImportPass.SettingsOf(job).BringsBalances && !actor.May(Scopes.Ledger) ? Lacks(Scopes.Ledger)
        : null;

    /// <summary>Refused while one is running: import.is-running; after its end: import.ended.</summary>
    public static Refusal? MayChange(ImportJob job) =>
        job.State switch
        {
            ImportState.Running => Refusal.Conflict("import.is-running"),
            ImportState.Done => Refusal.Conflict("import.ended"),
            _ => null,
        };

    /// <summary>Whether another process is at an import right now.</summary>
    public async Task<bool> AnotherRuns(Guid id, CancellationToken ct)
    {
        if (!database.IsPostgres)
        {
            // A file has one serving process, and that is we.
            return false;
        }

        var since = clock.GetUtcNow() - Silence;
        return await db.ImportJobs.AnyAsync(
            j => j.State == ImportState.Running && j.Id != id && j.Runner != turn.Process && j.SeenAt > since,
            ct
        );
    }

    private bool IsDead(ImportJob job) =>
        job.State == ImportState.Running
        && job.Runner != turn.Process
        && (!database.IsPostgres || job.SeenAt < clock.GetUtcNow() - Silence);

    private static Refusal Lacks(string scope) => new("key.scope", "", scope) { Kind = RefusalKind.Forbidden };
}
