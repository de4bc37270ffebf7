using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Vafa.Features.Network;
using Vafa.Tests.Harness;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

/// <summary>A shop on its own network: over https, at a name that is not the machine's own.</summary>
public sealed class NetworkJourneys(Chromium chromium)
{
    private const string Works = """
        async () => {
          const registered = await navigator.serviceWorker.register('/worker-of-tests.js');
          await navigator.serviceWorker.ready;
          return {
            secure: window.isSecureContext,
            scope: registered.scope,
            locks: await navigator.locks.request('sale', lock => lock.name),
            media: 'getUserMedia' in navigator.mediaDevices,
            passkeys: 'PublicKeyCredential' in window,
            health: await (await fetch('/health')).text(),
          };
        }
        """;

    [Fact]
    public async Task A_device_that_trusts_the_shop_has_service_workers_locks_camera_and_passkeys()
    {
        await using var shop = await Shop.OpenHttps(chromium, AddWorker);
        var screen = await shop.Window();
        await screen.Go("/sign-in");
        var works = await screen.Page.EvaluateAsync<Able>(Works);
        works.ShouldBe(new Able(true, shop.Club.Address.ToString(), "sale", true, true, "ok"));
        await screen.IsSound();
    }

    [Fact]
    public async Task The_same_browser_refuses_whom_a_stolen_shop_authority_passes_for()
    {
        await using var shop = await Shop.OpenHttps(chromium);
        await Pretend(shop.Club.Database.Directory, "bank.vafa.example");
        var screen = await shop.Window();
        var refused = await Should.ThrowAsync<PlaywrightException>(
            screen.Go($"https://bank.vafa.example:{shop.Club.Address.Port}/sign-in")
        );
        refused.Message.ShouldContain("ERR_CERT");
        screen.Forget();
    }

    [Fact]
    public async Task A_cashier_signs_in_with_a_passkey_at_the_shops_own_name()
    {
        await using var shop = await Shop.OpenHttps(chromium);
        var screen = await shop.Window();
        await PasskeyJourneys.HasAuthenticator(screen);
        await screen.Page.GotoAsync(await shop.Link("mina", "cashier"));
        await screen.Page.FillAsync("[name=password]", Shop.Password);
        await screen.Press("Enter");
        await screen.Page.WaitForURLAsync("**/sale");
        await screen.Go("/me");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "افزودن کلید عبور" }).ClickAsync();
        await Expect(screen.By("passkeys").GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "خروج", Exact = true }).ClickAsync();
        await screen.Page.WaitForURLAsync("**/sign-in");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "ورود با کلید عبور" }).ClickAsync();
        await screen.Page.WaitForURLAsync("**/sale");
        await screen.TillIsReady();
        await screen.IsSound();
    }

    [Theory]
    [InlineData(1366)]
    [InlineData(390)]
    public async Task The_owner_shows_the_way_and_a_visitor_takes_the_authority(int width)
    {
        await using var shop = await Shop.OpenHttps(chromium);
        var owner = await shop.SignedIn(width: width);
        foreach (var language in (string[])["en", "fa"])
        {
            await owner.Go("/settings/network?lang=" + language);
            await owner.Picture(language == "fa" ? "network" : "network-en");
            await owner.IsSound();
        }

        await Expect(owner.By("address")).ToContainTextAsync(TestAuthority.Host);
        await Expect(owner.By("address").GetByText("نشانی امن")).ToBeVisibleAsync();
        await Expect(owner.By("address").GetByRole(AriaRole.Status)).ToBeHiddenAsync();
        await Expect(owner.By("certificate")).ToContainTextAsync(TestAuthority.Host);
        await Expect(owner.By("trust").GetByRole(AriaRole.Img)).ToBeVisibleAsync();
        var address = await owner.By("trust").Locator("#trust").InputValueAsync();
        var fingerprint = await owner.By("fingerprint").TextContentAsync();

        var visitor = await shop.Window(width);
        foreach (var language in (string[])["en", "fa"])
        {
            await visitor.Go(address + "?lang=" + language);
            await visitor.Picture(language == "fa" ? "trust" : "trust-en");
            await visitor.IsSound();
        }

        (await visitor.By("fingerprint").TextContentAsync()).ShouldBe(fingerprint);
        await Expect(visitor.By("own").GetByRole(AriaRole.Heading)).ToHaveTextAsync("لینوکس (کروم)");
        var android = visitor.By("device-android");
        await Expect(android.GetByRole(AriaRole.List)).ToBeHiddenAsync();
        await android.GetByText("اندروید").First.ClickAsync();
        await Expect(android.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(4);
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() =>
            visitor.Page.GetByRole(AriaRole.Link, new() { Name = "گرفتن گواهی فروشگاه" }).ClickAsync()
        );
        download.SuggestedFilename.ShouldBe("vafa-ca.crt");
        using var authority = X509CertificateLoader.LoadCertificateFromFile(await download.PathAsync());
        ShopAuthority.FingerprintOf(authority).ShouldBe(fingerprint);
        await visitor.IsSound();
    }

    [Theory]
    [InlineData(1366)]
    [InlineData(390)]
    public async Task Where_there_is_no_certificate_two_commands_stand(int width)
    {
        await using var shop = await Shop.Open(chromium);
        var owner = await shop.SignedIn(width: width);
        await owner.Go("/settings/network");
        await Expect(owner.By("certificate").Locator("code")).ToHaveCountAsync(2);
        await owner.Picture("network-none");
        await owner.IsSound();
        var visitor = await shop.Window(width);
        await visitor.Go("/trust");
        await Expect(visitor.Page.GetByText("این فروشگاه گواهی‌ای از خود ندارد")).ToBeVisibleAsync();
        await visitor.Picture("trust-none");
        await visitor.IsSound();
    }

    /// <summary>A worker that does nothing: that it may be there is what is asked.</summary>
    private static void AddWorker(WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<IStartupFilter>(new Worker());

    /// <summary>Serves, in the place of the shop's certificate, one that its CA has signed for somebody else.</summary>
    private static async Task Pretend(string directory, string name)
    {
        var folder = new TlsFolder(directory);
        using var stolen = X509Certificate2.CreateFromPemFile(folder.AuthorityCertificate, folder.AuthorityKey);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        names.AddDnsName(TestAuthority.Host);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var signed = request.Create(
            stolen,
            now.AddMinutes(-5),
            now.AddDays(30),
            RandomNumberGenerator.GetBytes(8)
        );
        await File.WriteAllTextAsync(folder.ServerKey, key.ExportPkcs8PrivateKeyPem());
        await File.WriteAllTextAsync(folder.ServerCertificate, signed.ExportCertificatePem());
    }

    private sealed record Able(bool Secure, string Scope, string Locks, bool Media, bool Passkeys, string Health)
    {
        public Able()
            : this(false, "", "", false, false, "") { }
    }

    private sealed class Worker : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Map(
                    "/worker-of-tests.js",
                    script =>
                        script.Run(context =>
                        {
                            context.Response.ContentType = "text/javascript";
                            return context.Response.WriteAsync("addEventListener('fetch', () => {});");
                        })
                );
                next(app);
            };
    }
}
