using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Features.Staff;
using Vafa.Features.Tills;
using Vafa.Tests.Purchases;
using Vafa.Tests.Register;
using Vafa.Tests.Staff;

namespace Vafa.Tests.Tills;

/// <summary>Who means harm to a till: tries numbers and codes out, sends others astray, or writes into names.</summary>
public sealed partial class TillGuardTests
{
    [Theory, BothDatabases]
    public async Task Misses_on_all_nodes_are_counted_together(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var second = await club.StartNode();
        using var device = await club.Manned();
        using var there = new TillDeviceClient(club, second.Http.BaseAddress) { Token = device.Token };
        await club.Join("09121234567");
        for (var i = 0; i <= CountLookUps.MissesAllowed; i++)
        {
            var one = i % 2 == 0 ? device : there;
            (await one.Get($"/members?find=0935000{i:D4}")).MustBe(200);
        }

        foreach (var one in (TillDeviceClient[])[device, there])
        {
            (await one.Get("/members?find=09121234567")).MustBeProblem(429, "till.too-many-lookups");
        }

        club.Clock.Advance(CountLookUps.Window);
        (await there.Get("/members?find=09121234567")).MustBe(200)["items"].GetArrayLength().ShouldBe(1);
        (await there.Get("/members?find=09350000000")).MustBe(200);
        (await there.Get("/members?find=09121234567")).MustBe(200);
    }

    [Theory, BothDatabases]
    public async Task Last_digits_and_names_that_are_tried_out_at_once_are_all_counted(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var second = await club.StartNode();
        using var device = await club.Manned();
        using var there = new TillDeviceClient(club, second.Http.BaseAddress) { Token = device.Token };
        await club.Join("09121234567");
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, CountLookUps.SeveralAllowed + 40)
                .Select(i => (i % 2 == 0 ? device : there).Get("/members?find=4567"))
        );
        // Each counts before it looks, and may see what came after it; never less.
        answers.Count(a => a.Status == 200).ShouldBeInRange(1, CountLookUps.SeveralAllowed);
        answers.Count(a => a.Status is not (200 or 429)).ShouldBe(0);
        (await device.Get("/members?find=" + Uri.EscapeDataString("نگار"))).MustBeProblem(429, "till.too-many-lookups");
        // Who says his whole number is served all the same.
        (await there.Get("/members?find=09121234567")).MustBe(200);
    }

    [Theory, BothDatabases]
    public async Task Pairing_codes_cannot_be_tried_out_from_many_addresses(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetTill();
        var code = await club.PairingCode();
        var wrong = code == "00000000" ? "11111111" : "00000000";
        var codes = new List<string>();
        for (var i = 0; i < SignInLimit.TriesOfStrangers; i++)
        {
            codes.Add(await Try(wrong, i));
        }

        codes.ShouldAllBe(c => c == "till.code-wrong");
        (await Try(code, 200)).ShouldBe("sign-in.too-many", "not even the right one, from an address that never tried");

        async Task<string> Try(string typed, int address)
        {
            await using var scope = club.Services.CreateAsyncScope();
            var pair = scope.ServiceProvider.GetRequiredService<PairDevice>();
            var from = new IPAddress([10, 1, 0, (byte)address]);
            var paired = await pair.Run(new PairDeviceRequest(typed, "Chrome", from), CancellationToken.None);
            return paired.IsRefused ? paired.Refusals[0].Code : "";
        }
    }

    [Theory]
    [InlineData("//evil.example/x")]
    [InlineData("/\\evil.example/x")]
    [InlineData("/%5Cevil.example/x")]
    [InlineData("/sign-in?back=//evil.example")]
    [InlineData("/sign-in?back=https://evil.example")]
    [InlineData("/sign-in?back=javascript:alert(1)")]
    [InlineData("/rules?lang=en&back=//evil.example")]
    public async Task No_page_leads_to_another_site(string address)
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var message = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(
                "http://" + club.Address.Authority + address,
                new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }
            )
        );
        using var answer = await http.SendAsync(message);
        var to = answer.Headers.Location?.OriginalString;
        (to is null || IsOurs(to)).ShouldBeTrue(to);
        var page = await answer.Content.ReadAsStringAsync();
        foreach (Match link in Links().Matches(page))
        {
            var leads = WebUtility.HtmlDecode(link.Groups[1].Value);
            (IsOurs(leads) || leads.StartsWith('#')).ShouldBeTrue(leads);
        }

        static bool IsOurs(string leads) =>
            leads.StartsWith('/') && (leads.Length == 1 || leads[1] is not ('/' or '\\'));
    }

    [Fact]
    public async Task What_a_receipt_writes_into_names_is_text_on_every_page()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        var drop = await DropFolder.Open(club);
        const string Evil = "<img src=x onerror=alert(1)><script>alert(2)</script>";
        drop.Put(
            "evil.json",
            $$"""
            {"format": "vafa-receipt-1", "number": "<b>1</b>", "at": "2026-03-25T12:05:00+03:30",
             "lines": [{"quantity": 1, "unitPrice": 100000, "sku": "x1", "name": "{{Evil}}"}], "payable": 100000}
            """
        );
        drop.Put("<script>alert(3)<!--.json".Replace('/', '_'), "{");
        await drop.Look();
        using var owner = await club.SignedIn();
        var sale = (await club.Api.Get("/purchases"))["items/0/id"].GetString();
        string[] pages = ["/purchases", $"/purchases/{sale}", "/settings/registers", "/settings/products", "/"];
        foreach (var path in pages)
        {
            var (status, text) = await owner.Page(path);
            status.ShouldBe(200, path);
            text.ShouldNotContain("<img src=x", Case.Sensitive, path);
            text.ShouldNotContain("<script>alert", Case.Sensitive, path);
            text.ShouldNotContain("<b>1</b>", Case.Sensitive, path);
        }

        (await owner.Page($"/purchases/{sale}")).Text.ShouldContain("&lt;img src=x");
    }

    [GeneratedRegex("(?:href|action|data-then)=\"([^\"]*)\"")]
    private static partial Regex Links();
}
