using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

public sealed class PasskeyJourneys(Chromium chromium)
{
    [Fact]
    public async Task A_cashier_adds_a_passkey_and_signs_in_with_it_and_nothing_else()
    {
        await using var shop = await Shop.Open(chromium);
        var screen = await shop.Window();
        await HasAuthenticator(screen);
        await screen.Go(Named(shop, await shop.Link("mina", "cashier")));
        await screen.Page.FillAsync("[name=password]", Shop.Password);
        await screen.Press("Enter");
        await screen.Page.WaitForURLAsync("**/sale");

        await screen.Go(Named(shop, "/me"));
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "افزودن کلید عبور" }).ClickAsync();
        await Expect(screen.By("passkeys").GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await screen.Picture("me");
        await screen.IsSound();

        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "خروج", Exact = true }).ClickAsync();
        await screen.Page.WaitForURLAsync("**/sign-in");
        await screen.Picture("sign-in-passkey");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "ورود با کلید عبور" }).ClickAsync();
        await screen.Page.WaitForURLAsync("**/sale");
        await screen.TillIsReady();
        await screen.IsSound();
    }

    [Fact]
    public async Task Where_passkeys_cannot_work_none_is_offered()
    {
        await using var shop = await Shop.Open(chromium);
        var screen = await shop.Window();
        await screen.Go("/sign-in");
        await Expect(screen.Page.Locator("[data-passkey]")).ToBeHiddenAsync();
        await screen.IsSound();
    }

    /// <summary>An address of numbers can own no passkey; localhost can.</summary>
    private static string Named(Shop shop, string path) => $"http://localhost:{shop.Club.Address.Port}{path}";

    internal static async Task HasAuthenticator(Screen screen)
    {
        var devtools = await screen.Page.Context.NewCDPSessionAsync(screen.Page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new Dictionary<string, object>
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
    }
}
