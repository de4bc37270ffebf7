using System.Net;
using System.Net.Sockets;
using Vafa.Tests.Harness;

namespace Vafa.Browser;

/// <summary>The server is killed while a till sells: what was handed over comes in once, whenever it is back.</summary>
public sealed class KillJourneys(Chromium chromium)
{
    [Fact]
    public async Task A_till_sells_on_while_its_server_is_killed_and_started_again()
    {
        await using var shop = await Shop.Open(chromium);
        // The served program has a clock of its own, which goes.
        shop.Club.Clock.Now = DateTimeOffset.UtcNow;
        await Club.SetUp(shop.Club.Api);
        await TillDevice.SetUp(shop.Club.Api);
        await TillDevice.Hire(shop.Club.Services, "mina", "cashier");
        await Club.Enrol(shop.Club.Api, "09121234567", "نگار", "محمدی");
        var address = $"http://127.0.0.1:{FreePort()}";
        await using var machine = new Machine(shop, address);
        await machine.Start();
        var device = await TillDevice.Pair(shop, await shop.Window(at: address));
        await device.IsKept();

        var expected = new List<string>();
        for (var round = 1; round <= 4; round++)
        {
            // Killed while the sale is at pay, and again while the next one is on its way.
            await device.Sell($"{round}1+");
            await device.Enter($"{round}2+");
            await machine.Kill();
            await device.Screen.Press("Enter");
            await device.Screen.By("kept").WaitForAsync();
            await device.Screen.Press("Enter");
            await device.Sell($"{round}3+");
            await machine.Start();
            await device.Enter($"{round}4+");
            var killed = machine.Kill();
            await device.Screen.Press("Enter");
            await killed;
            await device.Screen.By("done").WaitForAsync();
            await device.Screen.Press("Enter");
            await machine.Start();
            await device.AllSent();
            expected.AddRange(Enumerable.Range(1, 4).Select(i => $"{round}{i}000 guest"));
            (await TillDevice.Sales(shop.Club.Api)).Order().ShouldBe(expected.Order());
        }

        await machine.Kill();
        await CutJourneys.Consistent(shop);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>The machine that serves the club at one address, whenever it runs.</summary>
    private sealed class Machine(Shop shop, string address) : IAsyncDisposable
    {
        private VafaProcess? server;

        public async Task Start()
        {
            await Kill();
            server = VafaProcess.Start(shop.Club.Database, "serve", "--urls", address);
            using var http = new HttpClient();
            for (var tries = 0; tries < 600; tries++)
            {
                try
                {
                    if ((await http.GetAsync(address + "/health")).IsSuccessStatusCode)
                    {
                        return;
                    }
                }
                catch (HttpRequestException)
                {
                    // Not there yet.
                }

                await Task.Delay(50);
            }

            throw new TimeoutException($"{server.Output}\n{server.Error}");
        }

        /// <summary>As a power cut: kill -9.</summary>
        public async Task Kill()
        {
            if (server is { } running)
            {
                server = null;
                await running.DisposeAsync();
            }
        }

        public async ValueTask DisposeAsync()
        {
            if (server is not null)
            {
                await server.DisposeAsync();
            }
        }
    }
}
