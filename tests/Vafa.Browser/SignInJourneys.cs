using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

public sealed class SignInJourneys(Chromium chromium)
{
    [Fact]
    public async Task The_owner_enters_by_link_chooses_a_password_and_signs_in_with_it_later()
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        var screen = await shop.Window();
        var link = await shop.Link("sara", "owner");
        await screen.Go(link);
        await screen.Picture("enter");
        await screen.Page.FillAsync("[name=password]", "1234");
        await screen.Press("Enter");
        await Expect(screen.Page.GetByText("گذرواژه باید دست‌کم")).ToBeVisibleAsync();
        await screen.Picture("enter-refused");
        await screen.Page.FillAsync("[name=password]", Shop.Password);
        await screen.Press("Enter");
        await Expect(screen.Page.GetByText("از کجا شروع کنید؟")).ToBeVisibleAsync();
        await screen.Picture("home-first");
        await screen.IsSound();

        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "خروج" }).ClickAsync();
        await screen.Page.WaitForURLAsync("**/sign-in");
        await screen.Picture("sign-in");
        await screen.Page.FillAsync("[name=user]", "sara");
        await screen.Page.FillAsync("[name=password]", "نان و پنیر و خیار");
        await screen.Press("Enter");
        await Expect(screen.Page.GetByText("نام کاربری یا گذرواژه درست نیست")).ToBeVisibleAsync();
        await screen.Picture("sign-in-refused");
        await screen.Page.FillAsync("[name=user]", "sara");
        await screen.Page.FillAsync("[name=password]", Shop.Password);
        await screen.Press("Enter");
        await Expect(screen.Page.GetByText("از کجا شروع کنید؟")).ToBeVisibleAsync();

        await screen.Go(link);
        await Expect(screen.Page.GetByText("این پیوند دیگر کار نمی‌کند").First).ToBeVisibleAsync();
        await screen.IsSound();
    }

    [Fact]
    public async Task Nobody_reads_a_page_without_signing_in_and_comes_back_to_it_after()
    {
        await using var shop = await Shop.Open(chromium);
        await shop.SignedIn();
        var screen = await shop.Window();
        await screen.Go("/members");
        await screen.Page.WaitForURLAsync("**/sign-in?back=%2Fmembers");
        await screen.Page.FillAsync("[name=user]", "sara");
        await screen.Page.FillAsync("[name=password]", Shop.Password);
        await screen.Press("Enter");
        await screen.Page.WaitForURLAsync("**/members");
        await screen.IsSound();
    }

    [Fact]
    public async Task A_role_without_the_right_is_told_so_and_sees_no_page_it_may_not_read()
    {
        await using var shop = await Shop.Open(chromium);
        var screen = await shop.SignedIn("reza", "agent", to: "**/{,sale,members}");
        await screen.Go("/settings/staff");
        await Expect(screen.Page.GetByText("این صفحه برای نقش شما باز نیست").First).ToBeVisibleAsync();
        await screen.Go("/members");
        await Expect(screen.Page.GetByRole(AriaRole.Heading, new() { Name = "اعضا" })).ToBeVisibleAsync();
    }
}
