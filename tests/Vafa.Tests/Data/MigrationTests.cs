using Microsoft.EntityFrameworkCore;

namespace Vafa.Tests.Data;

public sealed class MigrationTests
{
    [Theory, BothDatabases]
    public async Task No_change_of_the_model_is_without_its_migration(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        (await club.Ask(db => Task.FromResult(db.Database.HasPendingModelChanges()))).ShouldBeFalse();
        (await club.Ask(db => db.Database.GetPendingMigrationsAsync())).ShouldBeEmpty();
    }
}
