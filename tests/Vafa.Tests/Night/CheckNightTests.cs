using Microsoft.EntityFrameworkCore;
using Vafa.Tests.Cli;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Night;

/// <summary>What a night says it did is added up again like everything else that is stored twice.</summary>
public sealed class CheckNightTests
{
    [Theory, BothDatabases]
    public async Task Each_wrong_number_of_a_night_is_named_once(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.JoinWithPoints(2);
        await club.Sleep();
        await club.MustBeConsistent();
        foreach (
            var (column, wrong, right) in ((string, string, string)[])
                [("lots", "9", "2"), ("members", "9", "2"), ("amounts", "'{\"points\":9}'", "'{\"points\":14}'")]
        )
        {
            await Set(club, column, wrong);
            var named = (await Cafe.Differences(club.Database)).ShouldHaveSingleItem();
            (named.Table, named.Column, named.Stored).ShouldBe(("job_run", column, "9"));
            await Set(club, column, right);
        }

        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task An_entry_of_a_night_that_never_was_is_named(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.JoinWithPoints(1);
        await club.Sleep();
        await club.Ask(db => db.JobRuns.Where(r => r.Step == "expire").ExecuteDeleteAsync());
        (await Cafe.Differences(club.Database)).ShouldContain(d => d.Table == "entry" && d.Column == "cause_id");
    }

    private static Task<int> Set(TestClub club, string column, string value) =>
        club.Execute(
            $"UPDATE job_run SET {column} = {value.Replace("{", "{{").Replace("}", "}}")} WHERE step = 'expire'"
        );
}
