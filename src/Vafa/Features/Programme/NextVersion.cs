using Microsoft.EntityFrameworkCore;
using Vafa.Core.Offers;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Features.Programme.Approval;
using Vafa.Web;

namespace Vafa.Features.Programme;

/// <summary>A change of one document.</summary>
/// <param name="Action">For the audit log: "offer.put".</param>
/// <param name="Make">The new document, from the programme and the running document as they stand.</param>
public sealed record DocumentChange(
    DocumentKind Kind,
    string Code,
    Actor Actor,
    string Action,
    Func<DocumentPlace, string?, CancellationToken, Task<Outcome<CheckedDocument>>> Make
)
{
    /// <summary>The proposal that this change makes live.</summary>
    public Guid? Approves { get; init; }
}

/// <summary>A document as it is in force.</summary>
public sealed record StoredDocument(
    string Code,
    string Body,
    long Version,
    int Age,
    IReadOnlyList<OfferWarning> Warnings
)
{
    /// <summary>What waits for a second person in place of being in force.</summary>
    public OfferProposal? Waits { get; init; }
}

/// <summary>A change of several documents of one kind at once.</summary>
/// <param name="Make">Codes and new bodies of those that change, from the programme as it stands.</param>
public sealed record DocumentsChange(
    DocumentKind Kind,
    Actor Actor,
    string Action,
    Func<ClubVersion, Outcome<IReadOnlyDictionary<string, string>>> Make
);

/// <summary>
/// Writes the next version of the programme: what changed and its audit entries, in one transaction. Changes come one
/// after the other: in this process by turn, among nodes by the version's number, which only one of them can have. The
/// same content again makes no version.
/// </summary>
public sealed class NextVersion(AppDb db, ProgrammeStore store, ProgrammeTurn turn, OfferGate gate, TimeProvider clock)
{
    private const int Tries = 20;
    private static readonly string Draft = OfferDocument.WordOf(OfferState.Draft);

    public Task<Outcome<StoredDocument>> Write(DocumentChange change, CancellationToken ct) =>
        InTurn(inside => TryWrite(change, inside), ct);

    /// <summary>Answers the programme that is then in force.</summary>
    public Task<Outcome<ClubVersion>> Write(DocumentsChange change, CancellationToken ct) =>
        InTurn(inside => TryWrite(change, inside), ct);

    private async Task<Outcome<T>> InTurn<T>(Func<CancellationToken, Task<Outcome<T>>> write, CancellationToken ct)
    {
        using var mine = await turn.Enter(ct);
        for (var tried = 1; ; tried++)
        {
            try
            {
                return await write(ct);
            }
            catch (Exception failure) when (tried < Tries && (db.IsTaken(failure) || db.IsCollision(failure)))
            {
                // Another node was first: what it wrote is what the change now starts from.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Outcome<StoredDocument>> TryWrite(DocumentChange change, CancellationToken ct)
    {
        var (kind, code) = (change.Kind.Name, change.Code);
        var club = await store.Newest(ct);
        var running = await db
            .ProgrammeDocuments.AsNoTracking()
            .FirstOrDefaultAsync(d => d.Kind == kind && d.Code == code && d.UntilVersion == null, ct);
        var age = running?.Age ?? await Oldest(kind, ct) + 1;
        var field = kind == DocumentKind.Field.Name ? club.Fields.GetValueOrDefault(code) : null;
        var place = new DocumentPlace(code, age, club.Known, field) { Club = club };
        var made = await change.Make(place, running?.Body, ct);
        if (made.IsRefused)
        {
            return Outcome<StoredDocument>.Refused(made.Refusals);
        }

        if (running?.Body == made.Value.Body)
        {
            return new StoredDocument(code, running.Body, running.Version, age, made.Value.Warnings);
        }

        var waits = await gate.Holds(change, club, made.Value.Body, ct);
        if (waits && running is not null && OfferGate.StateOf(running.Body) != Draft)
        {
            return await Propose(change, made.Value, running, ct);
        }

        var document = new ProgrammeDocument
        {
            Kind = kind,
            Code = code,
            Version = club.Version + 1,
            Age = age,
            Body = waits ? OfferGate.AsDraft(made.Value.Body, place) : made.Value.Body,
        };
        if (running is not null && document.Body == running.Body)
        {
            return await Propose(change, made.Value, running, ct);
        }

        OfferProposal? proposal = null;
        var saved = await Save(
            change.Actor,
            change.Action,
            document.Version,
            [(document, running)],
            async inside =>
            {
                var settled = await gate.Settle(change, inside);
                proposal = waits ? await gate.Propose(change, made.Value.Body, running?.Body, inside) : null;
                return settled;
            },
            ct
        );
        return saved is null
            ? ProposalRules.Changed
            : new StoredDocument(code, proposal?.Body ?? document.Body, document.Version, age, made.Value.Warnings)
            {
                Waits = proposal,
            };
    }

    /// <summary>What is in force stays as it is.</summary>
    private async Task<Outcome<StoredDocument>> Propose(
        DocumentChange change,
        CheckedDocument made,
        ProgrammeDocument running,
        CancellationToken ct
    )
    {
        OfferProposal? proposal = null;
        await db.Write(
            async inside =>
            {
                proposal = await gate.Propose(change, made.Body, running.Body, inside);
                return true;
            },
            ct
        );
        db.ChangeTracker.Clear();
        return new StoredDocument(change.Code, made.Body, running.Version, running.Age, made.Warnings)
        {
            Waits = proposal,
        };
    }

    private async Task<Outcome<ClubVersion>> TryWrite(DocumentsChange change, CancellationToken ct)
    {
        var club = await store.Newest(ct);
        var made = change.Make(club);
        if (made.IsRefused)
        {
            return Outcome<ClubVersion>.Refused(made.Refusals);
        }

        var codes = made.Value.Keys.ToList();
        var running = await db
            .ProgrammeDocuments.AsNoTracking()
            .Where(d => d.Kind == change.Kind.Name && d.UntilVersion == null && codes.Contains(d.Code))
            .ToListAsync(ct);
        var changed = running
            .Where(d => d.Body != made.Value[d.Code])
            .Select(d =>
            {
                var next = new ProgrammeDocument
                {
                    Kind = d.Kind,
                    Code = d.Code,
                    Version = club.Version + 1,
                    Age = d.Age,
                    Body = made.Value[d.Code],
                };
                return (next, (ProgrammeDocument?)d);
            })
            .ToList();
        return changed.Count == 0
            ? club
            : (await Save(change.Actor, change.Action, club.Version + 1, changed, _ => Task.FromResult(true), ct))!;
    }

    private async Task<int> Oldest(string kind, CancellationToken ct) =>
        await db.ProgrammeDocuments.Where(d => d.Kind == kind).MaxAsync(d => (int?)d.Age, ct) ?? 0;

    /// <summary>
    /// Compiled before it is answered: the first sale need not wait for it, and the club speaks as it now says.
    /// </summary>
    /// <param name="beside">What else is written with it; false writes nothing, and null is answered.</param>
    private async Task<ClubVersion?> Save(
        Actor actor,
        string action,
        long version,
        IReadOnlyList<(ProgrammeDocument Next, ProgrammeDocument? Running)> documents,
        Func<CancellationToken, Task<bool>> beside,
        CancellationToken ct
    )
    {
        var written = await db.Write(
            async inside =>
            {
                var at = await Begin(version, actor, inside);
                foreach (var (next, running) in documents)
                {
                    await Put(actor, action, at, (next, running), inside);
                }

                return await beside(inside);
            },
            ct
        );
        db.ChangeTracker.Clear();
        return written ? await store.Version(version, ct) : null;
    }

    private async Task<DateTimeOffset> Begin(long version, Actor actor, CancellationToken ct)
    {
        // A clock that was set back must not put a version before the one it follows.
        var last = await db.ProgrammeVersions.AsNoTracking().OrderByDescending(v => v.Version).FirstAsync(ct);
        var now = clock.GetUtcNow();
        now = now < last.At ? last.At : now;
        db.ProgrammeVersions.Add(
            new ProgrammeVersion
            {
                Version = version,
                At = now,
                By = actor.By,
            }
        );
        await db.SaveChangesAsync(ct);
        return now;
    }

    private async Task Put(
        Actor actor,
        string action,
        DateTimeOffset at,
        (ProgrammeDocument Next, ProgrammeDocument? Running) change,
        CancellationToken ct
    )
    {
        var (document, running) = change;
        if (running is not null)
        {
            await db
                .ProgrammeDocuments.Where(d => d.Kind == document.Kind && d.Code == document.Code)
                .Where(d => d.UntilVersion == null)
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.UntilVersion, document.Version), ct);
        }

        db.ProgrammeDocuments.Add(document);
        AuditLog.Add(
            db,
            new Change(actor.By, at, action, $"{document.Kind}/{document.Code}")
            {
                Before = running is null ? null : DocumentKind.Parse(running.Body),
                After = DocumentKind.Parse(document.Body),
            }
        );
    }
}

/// <summary>Whose turn it is, in this process, to change the programme.</summary>
public sealed class ProgrammeTurn : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    public async Task<IDisposable> Enter(CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        return new Held(turn);
    }

    public void Dispose() => turn.Dispose();

    private sealed class Held(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
