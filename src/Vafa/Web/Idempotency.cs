using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;

namespace Vafa.Web;

/// <summary>
/// Does a change once for a key: the same call again gets the stored answer. The row of the key is written first in the
/// transaction of the change, so a refusal frees the key and a crash leaves none in progress. (A sale's key is kept by
/// the sale lane.)
/// </summary>
public sealed class Idempotency(AppDb db, TimeProvider clock, KeysInProgress inProgress)
{
    public const string ReplayedHeader = "Idempotent-Replayed";

    /// <summary>
    /// Runs <paramref name="change"/> inside one transaction (its own <see cref="AppDb.Write"/> joins it) and keeps its
    /// answer. Refused: idempotency.missing, idempotency.malformed, idempotency.other-body, idempotency.in-progress.
    /// </summary>
    public Task<IResult> Once<T>(
        HttpContext context,
        int status,
        Func<CancellationToken, Task<Outcome<T>>> change,
        CancellationToken ct
    ) => Once(context, status, change, answer => answer, ct);

    /// <summary>
    /// The same for an answer that holds a secret: what <paramref name="kept"/> makes of it is stored and told to
    /// whoever repeats the call, so the secret is shown once and kept nowhere.
    /// </summary>
    public Task<IResult> Once<T>(
        HttpContext context,
        int status,
        Func<CancellationToken, Task<Outcome<T>>> change,
        Func<T, T> kept,
        CancellationToken ct
    ) => Once(context, _ => Nothing, (key, inside) => Run(key, context, status, change, kept, inside), ct);

    /// <summary>
    /// The same for long work that may be done twice: it runs in writes of its own before the transaction, which keeps
    /// the answer alone. The work refuses by what it answers; where it broke off, the same call does the rest.
    /// </summary>
    public Task<IResult> OnceAfter<T>(
        HttpContext context,
        Func<CancellationToken, Task<IReadOnlyList<Refusal>>> work,
        Func<CancellationToken, Task<Outcome<T>>> answer,
        CancellationToken ct
    ) =>
        Once(
            context,
            work,
            (key, inside) => Run(key, context, StatusCodes.Status200OK, answer, kept => kept, inside),
            ct
        );

    private static Task<IReadOnlyList<Refusal>> Nothing => Task.FromResult<IReadOnlyList<Refusal>>([]);

    private async Task<IResult> Once(
        HttpContext context,
        Func<CancellationToken, Task<IReadOnlyList<Refusal>>> before,
        Func<IdempotencyKey, CancellationToken, Task<IResult>> run,
        CancellationToken ct
    )
    {
        var read = IdempotencyKey.Read(context);
        if (read.IsRefused)
        {
            return Answers.Refused(read.Refusals);
        }

        var key = read.Value;
        if (!inProgress.Start(key))
        {
            return Answers.Refused(Refusal.Conflict("idempotency.in-progress"));
        }

        try
        {
            if (await Stored(key, context, ct) is { } stored)
            {
                return stored;
            }

            var refusals = await before(ct);
            return refusals.Count > 0 ? Answers.Refused(refusals) : await run(key, ct);
        }
        finally
        {
            inProgress.End(key);
        }
    }

    /// <summary>
    /// The stored answer of a call that came before, or why this is another one; null when there is none.
    /// </summary>
    public static IResult? Replay(IdempotencyKey key, IdempotencyRow? row, HttpContext context)
    {
        if (row is null)
        {
            return null;
        }

        if (!key.IsFor(row.Request))
        {
            return Answers.Refused(new Refusal("idempotency.other-body"));
        }

        context.Response.Headers[ReplayedHeader] = "true";
        return TypedResults.Text(row.Answer ?? "", "application/json", Encoding.UTF8, row.Status);
    }

    private async Task<IResult?> Stored(IdempotencyKey key, HttpContext context, CancellationToken ct)
    {
        var row = await db
            .Idempotency.AsNoTracking()
            .FirstOrDefaultAsync(i => i.Client == key.Client && i.Key == key.Key, ct);
        return Replay(key, row, context);
    }

    private async Task<IResult> Run<T>(
        IdempotencyKey key,
        HttpContext context,
        int status,
        Func<CancellationToken, Task<Outcome<T>>> change,
        Func<T, T> kept,
        CancellationToken ct
    )
    {
        var outcome = default(Outcome<T>);
        var mine = false;
        try
        {
            await db.Write(
                async inside =>
                {
                    // Another node with the same key waits here until we have committed, and then fails.
                    db.Add(RowOf(key));
                    await db.SaveChangesAsync(inside);
                    mine = true;
                    outcome = await change(inside);
                    return !outcome.IsRefused && await Keep(key, status, kept(outcome.Value), inside);
                },
                ct
            );
        }
        catch (Exception failure) when (!mine && db.IsTaken(failure))
        {
            db.ChangeTracker.Clear();
            return await Stored(key, context, ct) ?? Answers.Refused(Refusal.Conflict("idempotency.in-progress"));
        }

        return Answers.Of(outcome, status);
    }

    private IdempotencyRow RowOf(IdempotencyKey key) =>
        new()
        {
            Client = key.Client,
            Key = key.Key,
            Request = key.Request,
            At = clock.GetUtcNow(),
        };

    private async Task<bool> Keep<T>(IdempotencyKey key, int status, T answer, CancellationToken ct)
    {
        var text = JsonSerializer.Serialize(answer, Answers.Json);
        var kept = await db
            .Idempotency.Where(i => i.Client == key.Client && i.Key == key.Key)
            .ExecuteUpdateAsync(
                set => set.SetProperty(i => i.Status, (short)status).SetProperty(i => i.Answer, text),
                ct
            );
        return kept == 1;
    }
}

/// <summary>The keys this process is working on right now.</summary>
public sealed class KeysInProgress
{
    private readonly ConcurrentDictionary<(string Client, string Key), bool> keys = new();

    public bool Start(IdempotencyKey key) => keys.TryAdd((key.Client, key.Key), true);

    public void End(IdempotencyKey key) => keys.TryRemove((key.Client, key.Key), out _);
}
