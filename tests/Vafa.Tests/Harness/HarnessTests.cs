using Microsoft.EntityFrameworkCore;

namespace Vafa.Tests.Harness;

/// <summary>What the other tests lean on.</summary>
public sealed class HarnessTests
{
    [Theory, BothDatabases]
    public async Task A_test_club_answers_and_knows_its_key(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        club.Database.IsPostgres.ShouldBe(engine == Engine.Postgres);
        (await club.Ask(db => db.ApiKeys.CountAsync())).ShouldBe(1);
        (await club.Api.Http.GetAsync(new Uri("/", UriKind.Relative))).ShouldNotBeNull();
    }

    [Theory, BothDatabases]
    public async Task Two_test_clubs_share_nothing(Engine engine)
    {
        await using var one = await TestClub.Start(engine);
        await using var other = await TestClub.Start(engine);
        await one.Ask(db => db.ApiKeys.ExecuteDeleteAsync());
        (await other.Ask(db => db.ApiKeys.CountAsync())).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task A_restarted_club_keeps_what_it_had(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Ask(db => db.ApiKeys.ExecuteUpdateAsync(set => set.SetProperty(k => k.Name, "kept")));
        await club.Restart();
        (await club.Ask(db => db.ApiKeys.SingleAsync())).Name.ShouldBe("kept");
    }

    [Fact]
    public async Task The_built_program_runs_in_a_process_of_its_own()
    {
        var database = await EmptyClubs.Take(Engine.Sqlite);
        await using var vafa = await VafaProcess.Run(database, "no-such-verb");
        vafa.ExitCode.ShouldBe(2);
        vafa.Error.Trim().Split('\n').Length.ShouldBe(1);
        await EmptyClubs.Return(database);
    }
}
