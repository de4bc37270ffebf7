using Microsoft.EntityFrameworkCore;
using Npgsql;
using Vafa.Core.Ledger;
using Vafa.Data;
using Vafa.Features.Night;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Night;

/// <summary>The plug is pulled in the middle of a night; whoever comes next goes on where it was.</summary>
public sealed class NightKillTests
{
    private const int Members = 6_000;

    [Fact]
    public async Task A_process_that_is_killed_at_night_has_lost_nothing_and_done_nothing_twice()
    {
        var club = await EmptyClubs.Take(Engine.Postgres);
        await FillWithEndedLots(club);
        await using (var victim = VafaProcess.Start(club, "night"))
        {
            await Until(club, db => db.JobRuns.AnyAsync(r => r.Step == "expire" && r.Lots > 0));
            await victim.Kill();
        }

        var half = await club.Ask(db => db.JobRuns.SingleAsync(r => r.Step == "expire"));
        (half.State, half.Lots).ShouldSatisfyAllConditions(
            told => told.State.ShouldBe(JobState.Open),
            told => told.Lots.ShouldBeLessThan(Members)
        );
        await Shop.MustBeConsistent(club);

        // Another process finds the lease held; once it has run out, two at a time take over.
        await using (var waiting = await VafaProcess.Run(club, "night"))
        {
            waiting.Output.ShouldContain("Nothing is due.");
        }

        await club.Ask(db => db.JobRuns.ExecuteUpdateAsync(set => set.SetProperty(r => r.LeaseUntil, half.StartedAt)));
        var both = await Task.WhenAll(VafaProcess.Run(club, "night"), VafaProcess.Run(club, "night"));
        both.ShouldAllBe(process => process.ExitCode == 0);
        var whole = await club.Ask(db => db.JobRuns.SingleAsync(r => r.Step == "expire"));
        (whole.State, whole.Lots, whole.Skipped).ShouldBe((JobState.Done, Members, 0));
        (await club.Ask(db => db.Entries.CountAsync(e => e.Kind == EntryKind.Expired))).ShouldBe(Members);
        await Shop.MustBeConsistent(club);
        await EmptyClubs.Return(club);
    }

    /// <summary>Members with one lot each that ended yesterday, of a club that was made the day before.</summary>
    private static async Task FillWithEndedLots(Database club)
    {
        const string Sql = """
            create temp table m as select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as id, n
              from generate_series(1, {0}) n;
            insert into member (id, card, mobile, since, since_day, visits, spent, last_no)
              select id, n::text, '+98912' || lpad(n::text, 7, '0'), now() - interval '9 days', current_date - 9,
                     0, 0, 1 from m;
            insert into member_key (kind, value, member_id) select 'mobile', mobile, id from member;
            insert into member_key (kind, value, member_id) select 'card', card, id from member;
            insert into lot (member_id, no, unit, amount, remaining, available_from, expires_at)
              select id, 1, 'points', 7, 7, now() - interval '9 days', now() - interval '30 hours' from m;
            insert into entry (member_id, no, posting, unit, lot, amount, balance, account, kind, cause_kind, cause_id,
                               at, recorded_at)
              select id, 1, 1, 'points', 1, 7, 7, 5, 7, 5, id, now() - interval '9 days', now() - interval '9 days'
              from m;
            insert into wallet (member_id, unit, balance) select id, 'points', 7 from m;
            insert into unit_day (day, unit, shard, earned, spent, returned, reversed, expired, adjusted, imported)
              select ((now() - interval '9 days') at time zone 'Asia/Tehran')::date, 'points', 0, 0, 0, 0, 0, 0, 0,
                     7 * {0};
            insert into unit_due (day, unit, shard, remaining)
              values (((now() - interval '30 hours') at time zone 'UTC')::date, 'points', 0, 7 * {0});
            update programme_version set at = now() - interval '24 hours';
            """;
        await using var source = NpgsqlDataSource.Create(club.Postgres!);
        await using var command = source.CreateCommand(
            Sql.Replace(
                "{0}",
                Members.ToString(System.Globalization.CultureInfo.InvariantCulture),
                StringComparison.Ordinal
            )
        );
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task Until(Database club, Func<AppDb, Task<bool>> isSo)
    {
        for (var look = 0; look < 1_500 && !await club.Ask(isSo); look++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
