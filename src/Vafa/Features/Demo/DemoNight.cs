using Vafa.Data;
using Vafa.Features.Ledger;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Night;
using Vafa.Features.Programme;

namespace Vafa.Features.Demo;

/// <summary>
/// What the café's nights did, each as its day ended: the steps of any night, and their rows. Nobody else is at work,
/// and a fill that breaks off begins anew, so nothing is leased, and whom a night is about is sought once.
/// </summary>
internal sealed class DemoNight(
    IServiceScopeFactory scopes,
    ProgrammeStore programmes,
    LaneStore store,
    RunNights nights,
    DemoEnds ends
)
{
    private const int Chunk = 500;

    /// <summary>More than a demo has members.</summary>
    private const int Everybody = 20_000;

    /// <param name="day">The day that begins; the clock stands at its beginning.</param>
    /// <param name="keepsMessages">Whether what members are told still waits to be sent.</param>
    public async Task Before(DateOnly day, bool keepsMessages, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (services, club) = (scope.ServiceProvider, await programmes.Newest(ct));
        var steps = services.GetRequiredService<NightSteps>();
        var db = services.GetRequiredService<AppDb>();
        foreach (var step in NightSteps.Order.Select(steps.Of))
        {
            var run = RunOf(step, club, day);
            var round = new StepRound(run, club, run.SpanUntil);
            if (await step.MayBeDue(round, ct))
            {
                await Make(step, round, await Seek(step, round, services, ct), keepsMessages, ct);
            }

            db.JobRuns.Add(run);
        }

        await db.Write(_ => Task.FromResult(true), ct);
    }

    /// <summary>Members come into a group at once when its rule is saved.</summary>
    public Task AfterRule(CancellationToken ct) => nights.Run(DateOnly.MinValue, _ => Task.CompletedTask, ct);

    private async ValueTask<IReadOnlyList<NightMember>> Seek(
        INightStep step,
        StepRound round,
        IServiceProvider services,
        CancellationToken ct
    )
    {
        switch (step)
        {
            case ActivateStep:
                // Nothing of the café waits to be opened.
                return [];
            case ExpireStep:
                return [.. ends.Within([round.Span]).Select(id => new NightMember(id, []))];
            case WarnStep:
                var spans = WarnStep.SpansOf(round);
                var lots = services.GetRequiredService<DueLots>();
                return NightMember.Of(await lots.EndingOf(ends.Within(spans), spans, ct));
            default:
                return await step.Next(round, null, Everybody, ct);
        }
    }

    private async Task Make(
        INightStep step,
        StepRound round,
        IReadOnlyList<NightMember> found,
        bool keepsMessages,
        CancellationToken ct
    )
    {
        var done = StepTally.Of(round.Run);
        foreach (var members in found.Chunk(Chunk))
        {
            await using var transaction = await store.Begin(ct);
            var rows = new LaneRows();
            await step.Do(new NightChunk(round, members, transaction, rows, done, round.BegunAt), ct);
            if (!keepsMessages)
            {
                rows.Messages.Clear();
                rows.Tellings.Clear();
            }

            await transaction.Commit(rows, ct);
        }

        done.WriteTo(round.Run);
    }

    private static JobRun RunOf(INightStep step, ClubVersion club, DateOnly day)
    {
        var (ended, until) = (day.AddDays(-1), club.Time.StartOf(day));
        return new JobRun
        {
            Job = NightSteps.Job,
            BusinessDay = ended,
            Step = step.Name,
            Id = Guid.CreateVersion7(until),
            State = JobState.Done,
            SpanFrom = club.Time.StartOf(ended),
            SpanUntil = until,
            Amounts = "{}",
            StartedAt = until,
            EndedAt = until,
            Node = Environment.MachineName,
            Lease = Guid.CreateVersion7(until),
            LeaseUntil = until,
            Tries = 1,
            Rounds = 1,
        };
    }
}
