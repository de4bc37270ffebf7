using Microsoft.EntityFrameworkCore;
using Vafa.Core.Ledger;
using Vafa.Tests.Night;
using Vafa.Tests.Purchases;
using Vafa.Tests.Tiers;

namespace Vafa.Tests.Wallets;

/// <summary>
/// Whatever members, tills and nights do, in any order and several at once: no call fails, `check` finds nothing, and
/// for each unit what came in is held, or went out. The number of a row is its seed: it always does the same.
/// </summary>
public sealed class AnySequenceTests
{
    private const int Rounds = 40;

    [Theory]
    [BothDatabases(1)]
    [BothDatabases(2)]
    [BothDatabases(3)]
    public async Task Points_are_conserved(Engine engine, int seed)
    {
        await using var club = await TestClub.Start(engine);
        var shop = new AnyShop(club, new Random(seed));
        await shop.Open();
        for (var round = 0; round < Rounds; round++)
        {
            var calls = shop.Calls();
            var answers = await Task.WhenAll(calls.Select(c => c.Call()));
            foreach (var (call, answer) in calls.Zip(answers))
            {
                new[] { 200, 201, 404, 409, 422 }.ShouldContain(answer.Status, $"{round}: {call.What}: {answer}");
                shop.Learn(call, answer);
            }

            if (round % 4 == 3)
            {
                await club.Sleep();
                await MustBeConserved(club);
            }
        }

        shop.Done.Count.ShouldBeGreaterThan(8, string.Join(", ", shop.Done));
        await club.MustBeConsistent();
    }

    private static async Task MustBeConserved(TestClub club)
    {
        await club.MustBeConsistent();
        foreach (var unit in new[] { "points", "credit" })
        {
            var (held, lots, entries) = await club.Ask(async db =>
                (
                    await db.Wallets.Where(w => w.Unit == unit).SumAsync(w => w.Balance),
                    await db.Lots.Where(l => l.Unit == unit).SumAsync(l => l.Remaining),
                    await db
                        .Entries.Where(e => e.Unit == unit)
                        .GroupBy(e => e.Account)
                        .Select(g => new { g.Key, Sum = g.Sum(e => e.Amount) })
                        .ToDictionaryAsync(g => g.Key, g => g.Sum)
                )
            );
            (lots, entries.Values.Sum()).ShouldBe((held, held), unit);
            // What members gave each other, or took over, adds up to nothing; spent and expired only ever go out.
            entries.GetValueOrDefault(ClubAccount.Transferred).ShouldBe(0, unit);
            entries.GetValueOrDefault(ClubAccount.Merged).ShouldBe(0, unit);
            entries.GetValueOrDefault(ClubAccount.Expired).ShouldBeLessThanOrEqualTo(0, unit);
            entries.GetValueOrDefault(ClubAccount.Spent).ShouldBeLessThanOrEqualTo(0, unit);
        }
    }
}
