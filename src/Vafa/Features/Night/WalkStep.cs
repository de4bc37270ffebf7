using System.Data.Common;
using System.Diagnostics;
using Vafa.Data;
using Vafa.Features.Ledger.Lane;

namespace Vafa.Features.Night;

/// <summary>
/// Goes through the members of a step, some in a transaction, from where its cursor stands to the end. A chunk that
/// fails is done member by member, and a member who fails alone is named and left out, so that he stops nobody else.
/// </summary>
internal sealed class WalkStep(LaneStore store, NightPace pace, StepLease lease, AppDb db, TimeProvider clock)
{
    private const int Tries = 4;

    /// <summary>
    /// Where few have something to do, to find them costs more than to do them; they are found several chunks ahead.
    /// </summary>
    private const int SoughtAtOnce = 5_000;

    /// <exception cref="LostLease">Another node goes on with it.</exception>
    public async Task<JobRun> Run(INightStep step, StepRound round, CancellationToken ct)
    {
        if (await step.MayBeDue(round, ct))
        {
            while (await step.Next(round, round.Run.Cursor, SoughtAtOnce, ct) is { Count: > 0 } found)
            {
                round = await InChunks(step, round, found, ct);
            }
        }

        var now = Now();
        await Move(round.Run, Step(round.Run, null, now) with { State = JobState.Done, EndedAt = now }, ct);
        return round.Run;
    }

    private async Task<StepRound> InChunks(
        INightStep step,
        StepRound round,
        IReadOnlyList<NightMember> found,
        CancellationToken ct
    )
    {
        for (var done = 0; done < found.Count; )
        {
            List<NightMember> members = [.. found.Skip(done).Take(pace.Size)];
            round = await Together(step, round, members, ct);
            done += members.Count;
        }

        return round;
    }

    /// <summary>Does these members, whatever it takes; answers the round as it then stands.</summary>
    private async Task<StepRound> Together(
        INightStep step,
        StepRound round,
        IReadOnlyList<NightMember> members,
        CancellationToken ct
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await Chunk(step, round, members, ct);
                return round;
            }
            catch (Exception fault) when (fault is not LostLease && !ct.IsCancellationRequested)
            {
                var before = round.Run.Cursor;
                round = round with { Run = await lease.Reread(round.Run, ct) };
                if (round.Run.Cursor != before)
                {
                    // It was committed, and only the answer was lost.
                    return round;
                }

                if (!IsOfAMember(fault) && attempt < Tries)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(20 * attempt), clock, ct);
                    continue;
                }

                if (!IsOfAMember(fault) && fault is not LaneConflict)
                {
                    throw;
                }

                return members.Count > 1
                    ? await OneByOne(step, round, members, ct)
                    : await Skip(round, members[0].Id, fault, ct);
            }
        }
    }

    private async Task<StepRound> OneByOne(
        INightStep step,
        StepRound round,
        IReadOnlyList<NightMember> members,
        CancellationToken ct
    )
    {
        foreach (var member in members)
        {
            round = await Together(step, round, [member], ct);
        }

        return round;
    }

    private async Task<StepRound> Skip(StepRound round, Guid member, Exception fault, CancellationToken ct)
    {
        var move = Step(round.Run, member, Now());
        var isOfRows = db.IsOfItsRows(fault) || fault is LaneConflict;
        move.Done.Skip(member, isOfRows ? SkippedMember.Rows : StepLease.FaultOf(fault));
        await Move(round.Run, move, ct);
        return round;
    }

    private async Task Chunk(INightStep step, StepRound round, IReadOnlyList<NightMember> members, CancellationToken ct)
    {
        long begun;
        var now = Now();
        var move = Step(round.Run, members[^1].Id, now);
        await using (var transaction = await store.Begin(ct))
        {
            begun = Stopwatch.GetTimestamp();
            var rows = new LaneRows();
            await step.Do(new NightChunk(round, members, transaction, rows, move.Done, now), ct);
            rows.JobMoves.Add(move);
            await transaction.Commit(rows, ct);
        }

        move.Committed();
        await pace.Took(members.Count, Stopwatch.GetElapsedTime(begun), ct);
    }

    private async Task Move(JobRun run, JobMove move, CancellationToken ct)
    {
        var rows = new LaneRows();
        rows.JobMoves.Add(move);
        try
        {
            await using var transaction = await store.Begin(ct);
            await transaction.Commit(rows, ct);
        }
        catch (LaneConflict)
        {
            await lease.Reread(run, ct);
            throw;
        }

        move.Committed();
    }

    private static JobMove Step(JobRun run, Guid? cursor, DateTimeOffset now) =>
        new(run, now + StepLease.Length, cursor ?? run.Cursor, JobState.Open, null, StepTally.Of(run));

    /// <summary>Whether it would fail again with this member, and not with others.</summary>
    private bool IsOfAMember(Exception fault) =>
        db.IsOfItsRows(fault)
        || (
            fault is not (DbException or LaneConflict or ObjectDisposedException)
            && fault.InnerException is not DbException
        );

    private DateTimeOffset Now() => Stored.Cut(clock.GetUtcNow());
}
