using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Features.Register;
using Vafa.Tests.Faults;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Register;

/// <summary>
/// A busy register: every receipt is one sale, to the rial, also when the plug is pulled in the middle.
/// </summary>
public sealed class RegisterRushTests
{
    private static readonly string[] Mobiles = ["09121230001", "09121230002", "09121230003", "09121230004"];

    [Theory, BothDatabases]
    public async Task Many_cashiers_who_write_while_it_is_read_come_to_the_sum_they_sold(Engine engine)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var club = await TestClub.Start(engine);
        await club.SetCreditBack(5);
        var drop = await DropFolder.Open(club);
        foreach (var mobile in Mobiles)
        {
            await club.Join(mobile);
        }

        club.Clock.Advance(TimeSpan.FromHours(1));
        var register = new RegisterSimulator(drop.Folder, Mobiles, TestClock.Start.AddMinutes(30));
        var writing = register.Run(6, 40, TimeSpan.FromMilliseconds(15), ct);
        while (!writing.IsCompleted)
        {
            // A hundred times as fast as the writers' own time, so that their pauses stay short of a minute of it.
            club.Clock.Advance(Settling.Quiet);
            await drop.LookOnce();
            await Task.Delay(20, ct);
        }

        await writing;
        await drop.Look();
        drop.Names().ShouldBeEmpty();
        drop.Refused.ShouldBeEmpty();
        await MustBeAllOnce(register, club.Database);
        (await drop.Sales()).ShouldContain(s => s.EndsWith("member", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task A_node_that_is_killed_in_the_middle_records_the_rest_when_it_starts_again(Engine engine)
    {
        var ct = TestContext.Current.CancellationToken;
        var club = await EmptyClubs.Take(engine);
        RegisterSimulator register;
        await using (var node = await Node.Start(club))
        {
            await Prepare(node.Api);
            var folder = Path.Combine(club.Directory, "receipts", "t1");
            register = new RegisterSimulator(folder, Mobiles, TimeProvider.System.GetUtcNow());
            var writing = register.Run(4, 150, TimeSpan.FromMilliseconds(5), ct);
            await Until(async () => await Count(club) > 150, node);
            await node.Kill();
            await writing;
        }

        (await Count(club)).ShouldBeLessThan(register.Sold, "some were still to come");
        await using (var node = await Node.Start(club))
        {
            await Until(async () => await Count(club) == register.Sold && Waiting(club) == 0, node);
        }

        await MustBeAllOnce(register, club);
        await EmptyClubs.Return(club);
    }

    private static async Task Prepare(ApiClient api)
    {
        (await api.Put("/tills/t1", """{"title": {"fa": "صندوق یک"}, "branch": "main"}""")).MustBe(200);
        foreach (var mobile in Mobiles)
        {
            (await api.Post("/members", new { mobile })).MustBe(201);
        }

        (await api.Post("/registers/folders")).MustBe(201);
    }

    private static async Task MustBeAllOnce(RegisterSimulator register, Database club)
    {
        var sales = await club.Ask(db => db.Purchases.Select(p => new { p.Reference, p.Payable }).ToListAsync());
        sales.Select(s => s.Reference!).ShouldBe(register.Numbers, ignoreOrder: true);
        sales.Sum(s => s.Payable).ShouldBe(register.Sum);
        (await Shop.MustBeConsistent(club)).Purchases.ShouldBe(register.Sold);
    }

    private static Task<int> Count(Database club) => club.Ask(db => db.Purchases.CountAsync());

    private static int Waiting(Database club) =>
        Directory.GetFiles(Path.Combine(club.Directory, "receipts", "t1")).Length;

    private static async Task Until(Func<Task<bool>> isSo, Node node)
    {
        for (var i = 0; i < 600; i++)
        {
            if (await isSo())
            {
                return;
            }

            await Task.Delay(200);
        }

        throw new TimeoutException(node.Api.Http.BaseAddress?.ToString());
    }
}
