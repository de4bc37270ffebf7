using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Features.Register;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Register;

/// <summary>
/// What goes wrong around a register leaves its receipts where they are, and each is recorded once after.
/// </summary>
public sealed class RegisterFaultTests
{
    [Theory, BothDatabases]
    public async Task While_the_database_is_gone_the_file_stays_and_is_taken_afterwards(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var drop = await DropFolder.Open(club);
        drop.Put("09121234567.json", DropFolder.Receipt("1", 100_000));
        await drop.LookOnce();
        club.Clock.Advance(Settling.Quiet);
        await Rename(club, "alter table purchase rename to purchase_away");
        await Should.ThrowAsync<System.Data.Common.DbException>(drop.LookOnce());
        drop.Names().ShouldBe(["09121234567.json"]);
        await Rename(club, "alter table purchase_away rename to purchase");
        await drop.LookOnce();
        drop.Done.ShouldBe(["09121234567.json"]);
        (await drop.Sales()).ShouldBe(["1 100000 guest"]);
        club.Log.ToString()!.ShouldNotContain("1234567");
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Two_that_look_into_one_folder_record_each_receipt_once(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var drop = await DropFolder.Open(club);
        using var first = ActivatorUtilities.CreateInstance<LookForReceipts>(club.Services);
        using var second = ActivatorUtilities.CreateInstance<LookForReceipts>(club.Services);
        var ct = TestContext.Current.CancellationToken;
        for (var i = 0; i < 120; i++)
        {
            drop.Put($"{i}.json", i % 10 == 0 ? "{" : DropFolder.Receipt($"{i}", 1_000 + i));
        }

        await Task.WhenAll(first.Run(ct), second.Run(ct));
        club.Clock.Advance(Settling.Quiet);
        await Task.WhenAll(first.Run(ct), second.Run(ct));
        club.Clock.Advance(Settling.Patience);
        await Task.WhenAll(first.Run(ct), second.Run(ct));
        drop.Names().ShouldBeEmpty();
        (drop.Done.Length, drop.Refused.Length).ShouldBe((108, 24));
        (await drop.Sales()).Length.ShouldBe(108);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_stop_in_the_middle_is_clean_and_the_rest_is_recorded_after_the_start(Engine engine)
    {
        await using var club = await TestClub.Start(
            engine,
            builder => builder.Services.AddSingleton(_ => new RegisterCall(TimeSpan.FromMilliseconds(200)))
        );
        var drop = await DropFolder.Open(club);
        const int all = 1_000;
        for (var i = 0; i < all; i++)
        {
            drop.Put($"{i}.json", DropFolder.Receipt($"{i}", 1_000 + i));
        }

        for (var i = 0; i < 300 && await Recorded(club) < 10; i++)
        {
            club.Clock.Advance(Settling.Quiet);
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        (await Recorded(club)).ShouldBeInRange(10, all - 1);
        await club.Restart();
        club.Log.Lines.Where(l => l.StartsWith("Error") || l.Contains("Register.", StringComparison.Ordinal))
            .ShouldBeEmpty();
        await drop.Look();
        drop.Names().ShouldBeEmpty();
        (await drop.Sales()).Length.ShouldBe(all);
        await club.MustBeConsistent();
    }

    [Theory]
    [InlineData("t1", "t1")]
    [InlineData("صندوق۱", "صندوق۱")]
    [InlineData("till 1", "till%201")]
    [InlineData("../..", "%2E%2E%2F%2E%2E")]
    [InlineData("a/b\\c:d", "a%2Fb%5Cc%3Ad")]
    [InlineData("..", "%2E%2E")]
    [InlineData("con", "%63on")]
    [InlineData("COM1", "%43OM1")]
    public void A_tills_folder_is_called_as_every_file_system_takes_it(string till, string name)
    {
        FolderName.Of(till).ShouldBe(name);
        FolderName.Of(string.Concat(Enumerable.Repeat("🧾", 32))).Length.ShouldBe(64);
    }

    private static Task<int> Recorded(TestClub club) => club.Ask(db => db.Purchases.CountAsync());

    private static Task<int> Rename(TestClub club, string sql) => club.Ask(db => db.Database.ExecuteSqlRawAsync(sql));
}
