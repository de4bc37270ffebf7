using Microsoft.EntityFrameworkCore;

namespace Vafa.Tests.Purchases;

/// <summary>Sales that wait while somebody else changes their member still find him.</summary>
public sealed class WaitingSaleTests
{
    /// <summary>
    /// As many as make a batch of their own beside the one that waits already, by id, mobile and card together: a row
    /// that was written meanwhile is looked at anew, and must still belong to its key.
    /// </summary>
    [Theory, BothDatabases]
    public async Task A_member_whose_row_is_being_written_is_found_by_every_key(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var (first, second) = (await club.Join(), await club.Join("09121234568"));
        var card = (await club.Api.Get($"/members/{second}")).MustBe(200)["card"].GetString();
        BuyerBody[] buyers =
        [
            new() { Mobile = "09121234568" },
            new() { Card = card },
            new() { Id = await club.Join("09121234569") },
            new() { Id = second },
        ];
        var sales = new List<Task<Answer>>();
        await club.Ask(async db =>
        {
            await using var writing = await db.Database.BeginTransactionAsync();
            await db.Members.ExecuteUpdateAsync(set => set.SetProperty(m => m.FirstName, "سارا"));
            sales.Add(club.Api.Post("/purchases", Sale(new BuyerBody { Id = first })));
            await UntilWaiting(club, 1);
            sales.AddRange(Enumerable.Range(0, 16).Select(i => club.Api.Post("/purchases", Sale(buyers[i % 4]))));
            await UntilWaiting(club, 2);
            sales.ShouldAllBe(s => !s.IsCompleted);
            await writing.CommitAsync();
            return true;
        });
        foreach (var sale in await Task.WhenAll(sales))
        {
            sale.MustBe(201);
        }

        (await club.Api.Get($"/members/{second}")).Long("visits").ShouldBe(12);
        await club.MustBeConsistent();
    }

    private static SaleBody Sale(BuyerBody buyer) => new() { Member = buyer, Lines = [LineBody.One(10_000)] };

    /// <summary>PostgreSQL says how many wait for a lock; on SQLite there is one writer, and nobody tells.</summary>
    private static async Task UntilWaiting(TestClub club, int count)
    {
        const string Waiting =
            "select count(*) as \"Value\" from pg_stat_activity "
            + "where datname = current_database() and wait_event_type = 'Lock'";
        for (var look = 0; look < 500; look++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            var isSo =
                club.Engine == Engine.Sqlite
                    ? look == 10
                    : await club.Ask(db => db.Database.SqlQueryRaw<long>(Waiting).SingleAsync()) == count;
            if (isSo)
            {
                return;
            }
        }

        throw new InvalidOperationException("No batch came to wait.");
    }
}
